package dev.pacesetter.metrics.funnel;

/** What another row of the step just reached does to a chain. */
public enum Repeats {
  /**
   * Nothing. {@code lead, lead, meeting} goes through {@code lead > meeting}, also in strict order.
   * The default.
   */
  IGNORE,
  /**
   * It ends the chain, if it lies between the row that reached the step and the next row of the
   * chain; as a row of its own it may continue another one. {@code lead, meeting, meeting, won}
   * goes through {@code lead > meeting > won} by the second meeting; in {@link
   * StepOrder#STRICT_KNOWN} it reaches two steps, as the first meeting lies between the lead and
   * the second.
   */
  BREAK
}
