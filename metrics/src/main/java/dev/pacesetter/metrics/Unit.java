package dev.pacesetter.metrics;

/** What a number counts. */
public enum Unit {
  /** Minor units of one currency: 12.34 EUR is 1234. */
  MONEY,
  /** Whole things: deals, visits, orders. */
  COUNT,
  /** A share; 0.25 reads as 25 %. */
  RATIO,
  /** Days of 24 hours, or calendar days where the metric says so. */
  DAYS,
  /** Points on a scale that the metric names, such as -100 to 100. */
  SCORE
}
