package dev.pacesetter.metrics.conversion;

/**
 * How the observation of a deal, or of a subject between two steps of a funnel, ended.
 *
 * <p>Winning and losing compete: what is lost can no longer be won. {@link #OPEN} says "not yet",
 * neither lost nor absent.
 */
public enum End {
  /** Still open when last looked at, or its window was over: right-censored. */
  OPEN(0),
  /** Won; for the step of a funnel, converted. */
  WON(1),
  /** Lost; for the step of a funnel, dropped by an event that excludes converting. */
  LOST(2);

  /** How many ends there are; codes count up from 0. */
  static final int KINDS = 3;

  private final byte code;

  End(int code) {
    this.code = (byte) code;
  }

  /**
   * Returns the number that stands for this end in a column of ends.
   *
   * @return 0 for open, 1 for won, 2 for lost
   */
  public byte code() {
    return code;
  }
}
