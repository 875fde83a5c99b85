package dev.pacesetter.metrics.funnel;

/** Whether two steps of a chain may happen at the same instant. */
public enum Ties {
  /**
   * They may: systems write several events with one time stamp. {@code lead} and {@code meeting} at
   * noon go through {@code lead > meeting}. The default.
   */
  ALLOW,
  /**
   * They may not: every step must be later than the one before it, whatever the sequence numbers
   * say. {@code lead} and {@code meeting} at noon reach one step of {@code lead > meeting}. In any
   * order the rows of one instant are then as one row, which serves one step of those that any of
   * them matches.
   */
  STRICTLY_LATER
}
