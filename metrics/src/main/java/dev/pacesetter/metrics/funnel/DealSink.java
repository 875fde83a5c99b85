package dev.pacesetter.metrics.funnel;

/** Takes deals one by one. */
interface DealSink {
  /**
   * Takes a deal.
   *
   * @param became the places that its facts bring it to, see {@link StageTally}; those from {@link
   *     StageTally#open} on and negative ones change nothing
   * @param at when, ascending
   * @param from the first fact of the deal that the funnel names
   * @param to the fact after the last that is known
   */
  void add(int[] became, long[] at, int from, int to);
}
