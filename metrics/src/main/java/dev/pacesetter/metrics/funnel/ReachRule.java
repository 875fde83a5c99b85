package dev.pacesetter.metrics.funnel;

/** Which stages a deal has reached. */
public enum ReachRule {
  /**
   * The stages it was recorded to enter, and no others. A stage that many deals skip can then have
   * fewer deals than the one after it.
   */
  ENTERED,
  /**
   * The deepest stage it was recorded to enter and all before it, and every stage if it was won.
   * Counts never increase down the funnel. How many were not recorded but implied is kept. Being
   * lost implies nothing.
   */
  REACHED_OR_PASSED
}
