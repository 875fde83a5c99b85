package dev.pacesetter.metrics.forecast;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a smoothing knows at one moment: level, trend and seasons. */
public final class SmoothingState {
  private final double level;
  private final double trend;
  private final double[] seasons;

  private SmoothingState(double level, double trend, double[] seasons) {
    this.level = level;
    this.trend = trend;
    this.seasons = seasons;
  }

  /**
   * Returns a state of a level alone.
   *
   * @param level the level, up to 1e100 in magnitude
   * @return the state, with trend 0 and no seasons
   * @throws IllegalArgumentException if it is not finite or above 1e100 in magnitude
   */
  public static SmoothingState ofLevel(double level) {
    return of(level, 0, new double[0]);
  }

  /**
   * Returns this state with a trend.
   *
   * @param trend the change of level in a step, up to 1e100 in magnitude
   * @return the state
   * @throws IllegalArgumentException if it is not finite or above 1e100 in magnitude
   */
  public SmoothingState withTrend(double trend) {
    return of(level, trend, seasons);
  }

  /**
   * Returns this state with seasons.
   *
   * @param seasons amounts or factors, that of the next value first
   * @return the state
   * @throws IllegalArgumentException if one is not finite or above 1e100 in magnitude
   */
  public SmoothingState withSeasons(double... seasons) {
    return of(level, trend, seasons);
  }

  static SmoothingState of(double level, double trend, double[] seasons) {
    double[] numbers =
        Columns.finite("SmoothingState level and trend", new double[] {level, trend});
    return new SmoothingState(
        numbers[0], numbers[1], Columns.finite("SmoothingState season", seasons));
  }

  /**
   * Returns the level.
   *
   * @return the level after the last value
   */
  public double level() {
    return level;
  }

  /**
   * Returns the trend.
   *
   * @return the change of level in a step, 0 in a model without trend
   */
  public double trend() {
    return trend;
  }

  /**
   * Returns the number of seasons.
   *
   * @return the period; 0 in a model without season
   */
  public int period() {
    return seasons.length;
  }

  /**
   * Returns a season.
   *
   * @param step which one, 0 for that of the next value
   * @return the amount or factor
   * @throws IndexOutOfBoundsException if there is no such season
   */
  public double season(int step) {
    return seasons[Objects.checkIndex(step, seasons.length)];
  }

  double[] seasons() {
    return seasons.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SmoothingState that
        && level == that.level
        && trend == that.trend
        && Arrays.equals(seasons, that.seasons);
  }

  @Override
  public int hashCode() {
    return Objects.hash(level, trend, Arrays.hashCode(seasons));
  }

  /** Reads like {@code level 120.5, trend 1.25, seasons [0.9, 1.1]}. */
  @Override
  public String toString() {
    return "level " + level + ", trend " + trend + ", seasons " + Arrays.toString(seasons);
  }
}
