package dev.pacesetter.metrics.funnel;

/** How many steps one row may serve. */
public enum RowUse {
  /**
   * One: every step of a chain has a row of its own. A single {@code call} reaches one step of
   * {@code call > call}. The default.
   */
  DISTINCT_ROWS,
  /**
   * Several steps, if it matches them: steps that follow each other, and in any order all of them.
   * A single {@code call} goes through {@code call > call}. Where rows of one instant may be taken
   * in any order, {@link InstantOrder#BY_STEP}, they are then as one row that matches whatever any
   * of them does. With {@link Ties#STRICTLY_LATER} there is nothing to share.
   */
  SHARED_ROW
}
