package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A forecaster tried on the past with a rolling origin: at each origin it sees the values before it
 * only, and its forecasts are compared with those after it.
 *
 * @see <a href="https://doi.org/10.1016/S0169-2070(00)00065-0">Tashman (2000)</a>
 */
public final class Backtest {
  private final Unit unit;
  private final double[] values;
  private final int firstOrigin;

  /** By origin and step; empty where the series had ended. */
  private final Measure[][] forecasts;

  private Backtest(Unit unit, double[] values, int firstOrigin, Measure[][] forecasts) {
    this.unit = unit;
    this.values = values;
    this.firstOrigin = firstOrigin;
    this.forecasts = forecasts;
  }

  /**
   * Tries a forecaster.
   *
   * @param unit what a value counts
   * @param series the values, evenly spaced, oldest first
   * @param firstOrigin how many values the first forecast sees, at least 1; each next one sees one
   *     more
   * @param horizon how many steps ahead, at least 1; the last origins have fewer to compare with
   * @param forecaster what to try
   * @return the forecasts beside what came; none when the series is not longer than the first
   *     origin
   * @throws IllegalArgumentException if an argument is out of range, or the forecaster does not
   *     return one forecast a step
   */
  public static Backtest rollingOrigin(
      Unit unit, double[] series, int firstOrigin, int horizon, Forecaster forecaster) {
    checkArgument(
        firstOrigin >= 1, "Backtest first origin is %s; it must be at least 1", firstOrigin);
    checkArgument(horizon >= 1, "Backtest horizon is %s; it must be at least 1", horizon);
    double[] values = Columns.finite("Backtest value", series);
    int origins = Math.max(0, values.length - firstOrigin);
    Measure[][] forecasts = new Measure[origins][];
    for (int origin = 0; origin < origins; origin++) {
      double[] history = Arrays.copyOf(values, firstOrigin + origin);
      List<Measure> ahead = forecaster.forecast(history, horizon);
      Columns.checkLength("Backtest forecasts of an origin", horizon, ahead.size());
      int known = Math.min(horizon, origins - origin);
      forecasts[origin] = ahead.subList(0, known).toArray(Measure[]::new);
    }
    return new Backtest(Objects.requireNonNull(unit), values, firstOrigin, forecasts);
  }

  /**
   * Returns the number of origins.
   *
   * @return the count, at least 0
   */
  public int origins() {
    return forecasts.length;
  }

  /**
   * Returns how near the forecasts of a step came; those without a value are left out.
   *
   * @param step how many steps ahead, at least 1
   * @return the accuracy; {@code n} says how many forecasts there were
   * @throws IllegalArgumentException if the step is below 1
   */
  public PointAccuracy accuracy(int step) {
    checkStep(step);
    double[] actual = new double[forecasts.length];
    double[] forecast = new double[forecasts.length];
    int n = 0;
    for (int origin = 0; origin < forecasts.length; origin++) {
      if (step <= forecasts[origin].length && forecasts[origin][step - 1].isPresent()) {
        actual[n] = values[firstOrigin + origin + step - 1];
        forecast[n++] = forecasts[origin][step - 1].value();
      }
    }
    return PointAccuracy.of(unit, Arrays.copyOf(actual, n), Arrays.copyOf(forecast, n));
  }

  /**
   * Returns what the intervals of a step held; forecasts without one are left out. They must all be
   * of the confidence given.
   *
   * @param step how many steps ahead, at least 1
   * @param confidence the level of the intervals, strictly between 0 and 1
   * @return the scores
   * @throws IllegalArgumentException if an argument is out of range, or an interval is of another
   *     level
   */
  public IntervalScores intervals(int step, double confidence) {
    checkStep(step);
    double[] actual = new double[forecasts.length];
    double[] lower = new double[forecasts.length];
    double[] upper = new double[forecasts.length];
    int n = 0;
    for (int origin = 0; origin < forecasts.length; origin++) {
      if (step <= forecasts[origin].length && forecasts[origin][step - 1].interval().isPresent()) {
        Interval interval = forecasts[origin][step - 1].interval().get();
        checkArgument(
            interval.confidence() == confidence,
            "Backtest is asked for intervals of %s and has one of %s; they must agree",
            confidence,
            interval.confidence());
        actual[n] = values[firstOrigin + origin + step - 1];
        lower[n] = interval.lower();
        upper[n++] = interval.upper();
      }
    }
    return IntervalScores.of(
        unit,
        confidence,
        Arrays.copyOf(lower, n),
        Arrays.copyOf(upper, n),
        Arrays.copyOf(actual, n));
  }

  private static void checkStep(int step) {
    checkArgument(step >= 1, "Backtest is asked %s steps ahead; it must be at least 1", step);
  }
}
