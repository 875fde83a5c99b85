package dev.pacesetter.metrics.funnel;

/** Which row says to which group of a breakdown a chain belongs. */
public enum Attribution {
  /** The row of the first step; in any order the first of the chain. The default. */
  FIRST_STEP,
  /**
   * The row of a given step; chains that did not take it belong to the group without a value. In
   * any order it is the row at that position in time.
   */
  STEP,
  /** The row of the last step reached. */
  LAST_REACHED,
  /** The subject's first row that matches any step, whether in the chain or not. */
  FIRST_EVER,
  /**
   * Every value is a funnel of its own over the rows that carry it. A subject may then be in
   * several groups, so groups do not add up to the whole. Rows without a value are in none.
   */
  EVERY
}
