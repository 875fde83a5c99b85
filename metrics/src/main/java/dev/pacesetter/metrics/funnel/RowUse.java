package dev.pacesetter.metrics.funnel;

/** How many steps one row may serve. */
public enum RowUse {
  /**
   * One: every step of a chain has a row of its own. A single {@code call} reaches one step of
   * {@code call > call}. The default.
   */
  DISTINCT_ROWS,
  /**
   * Several steps in a row, if it matches them. A single {@code call} goes through {@code call >
   * call}. With {@link Ties#STRICTLY_LATER} there is nothing to share.
   */
  SHARED_ROW
}
