package dev.pacesetter.metrics.funnel;

/**
 * In which order the steps of a funnel must be taken, and what may lie between them.
 *
 * <p>"Between" is in the order in which rows are taken, {@link InstantOrder}; what another row of
 * the step just reached does is a switch of its own, {@link Repeats}.
 */
public enum StepOrder {
  /**
   * The steps one after the other; other rows between them do not matter. {@code lead, call, visit,
   * won} goes through {@code lead > won}. The default.
   */
  ORDERED,
  /**
   * The steps one after the other, and a row of another step of this funnel between them breaks the
   * chain. Rows of no step do not matter. {@code lead, won, meeting} reaches one step of {@code
   * lead > meeting > won}; {@code lead, call, meeting} reaches two.
   */
  STRICT_KNOWN,
  /**
   * The steps one after the other, and any other row of the subject between them breaks the chain,
   * also one of no step. {@code lead, call, meeting} reaches one step of {@code lead > meeting}.
   */
  STRICT_ALL,
  /**
   * The steps in any order. What is counted is how many different steps lie inside one window,
   * which starts at the first of their rows. {@code demo, lead} goes through {@code lead, demo}.
   * The steps of the report are positions in time: {@code 1 of 2}, {@code 2 of 2}.
   */
  ANY_ORDER,
  /**
   * The first step first, the others after it in any order. {@code lead, trial, demo} goes through
   * {@code lead, demo, trial}; {@code demo, lead} reaches one step.
   */
  ANY_AFTER_ANCHOR
}
