package dev.pacesetter.metrics.pipeline;

/** Whether a deal is still open. Declared in the order in which rows of one instant are taken. */
public enum DealStatus {
  /** Neither won nor lost yet. */
  OPEN,
  /** Closed without a sale. */
  LOST,
  /** Closed with a sale. */
  WON
}
