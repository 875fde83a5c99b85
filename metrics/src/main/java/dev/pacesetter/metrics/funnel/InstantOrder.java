package dev.pacesetter.metrics.funnel;

/** In which order the rows of one subject and one instant are taken. */
public enum InstantOrder {
  /**
   * By sequence number where the table has them; otherwise in the order of the steps they match:
   * rows of no step first, exclusions before steps, and without strictness in whichever order makes
   * the chain longest. The order of arrival then changes no count. The default.
   */
  BY_STEP,
  /** By sequence number where the table has them; otherwise as they were given to the table. */
  AS_GIVEN
}
