package dev.pacesetter.metrics.funnel;

/** Finds the chains among the rows of one unit. */
interface Matcher {
  /**
   * Finds the chains of a unit.
   *
   * @param rows the rows
   * @param from the first
   * @param to the one after the last
   * @param unitEnd the last tick at which a further row would belong to the unit
   * @param asOf up to when rows are known
   * @param sink takes the chains
   */
  void match(Rows rows, int from, int to, long unitEnd, long asOf, ChainSink sink);
}
