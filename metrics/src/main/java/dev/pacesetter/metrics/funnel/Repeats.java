package dev.pacesetter.metrics.funnel;

/** What another row of the step just reached does to a chain. */
public enum Repeats {
  /**
   * Nothing. {@code lead, lead, meeting} goes through {@code lead > meeting}, also in strict order.
   * The default.
   */
  IGNORE,
  /**
   * It ends the chain; as a row of its own it may continue another one. In {@link
   * StepOrder#STRICT_KNOWN} {@code lead, meeting, meeting, won} reaches two steps of {@code lead >
   * meeting > won}.
   */
  BREAK
}
