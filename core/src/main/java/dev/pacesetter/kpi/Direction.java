package dev.pacesetter.kpi;

/** Which way a metric should move. */
public enum Direction {
  /** More is better. */
  HIGHER,
  /** Less is better. */
  LOWER,
  /** Neither: the metric describes. */
  NEUTRAL
}
