package dev.pacesetter.metrics.funnel;

/** Whether two steps of a chain may happen at the same instant. */
public enum Ties {
  /** They may: systems write several events with one time stamp. The default. */
  ALLOW,
  /** They may not: every step must be later than the one before it. */
  STRICTLY_LATER
}
