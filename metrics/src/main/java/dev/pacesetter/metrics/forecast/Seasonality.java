package dev.pacesetter.metrics.forecast;

/** How a season moves a series. */
public enum Seasonality {
  /** By an amount: every December brings so much more, whatever the level. */
  ADDITIVE,
  /** By a factor: every December brings so many times as much; for values above 0. */
  MULTIPLICATIVE
}
