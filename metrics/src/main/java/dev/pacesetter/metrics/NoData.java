package dev.pacesetter.metrics;

/** Why there is no number. "No data" is an answer; 0, NaN and infinity would be wrong ones. */
public enum NoData {
  /** Nothing happened that the metric could count; a denominator is 0. */
  NOTHING_OBSERVED,
  /** Something happened, but fewer times than the metric needs. */
  TOO_FEW,
  /** The source does not record what the metric needs, so its absence means nothing. */
  NOT_RECORDED
}
