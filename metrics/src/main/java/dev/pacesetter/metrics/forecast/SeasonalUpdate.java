package dev.pacesetter.metrics.forecast;

/** Which level the new season of a smoothing is measured against; both ways are in use. */
public enum SeasonalUpdate {
  /**
   * The level forecast before the value was seen: {@code s = γ·(y - l₋ - φb₋) + (1-γ)·s₋}, divided
   * instead of subtracted for a multiplicative season. The house choice.
   *
   * @see <a href="https://otexts.com/fpp3/holt-winters.html">Hyndman and Athanasopoulos (2021),
   *     8.3</a>
   */
  FORECAST_LEVEL,
  /**
   * The level after the value was seen: {@code s = γ·(y - l) + (1-γ)·s₋}, divided instead of
   * subtracted for a multiplicative season.
   *
   * @see <a href="https://doi.org/10.1287/mnsc.6.3.324">Winters (1960)</a>
   */
  SMOOTHED_LEVEL
}
