package dev.pacesetter.metrics.funnel;

/** Takes deals, a block of them at a time. */
interface DealSink {
  /**
   * Takes deals.
   *
   * @param block the deals; of no meaning after this returns
   */
  void add(DealBlock block);
}
