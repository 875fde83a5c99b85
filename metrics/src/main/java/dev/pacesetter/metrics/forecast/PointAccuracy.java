package dev.pacesetter.metrics.forecast;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Objects;

/**
 * How near forecasts came: below, {@code e = actual - forecast}. Every answer has {@code n} the
 * number of forecasts, and none without one.
 *
 * @see <a href="https://doi.org/10.1016/j.ijforecast.2006.03.001">Hyndman and Koehler (2006)</a>
 */
public final class PointAccuracy {
  private final Unit unit;
  private final double[] actual;
  private final double[] forecast;

  private PointAccuracy(Unit unit, double[] actual, double[] forecast) {
    this.unit = unit;
    this.actual = actual;
    this.forecast = forecast;
  }

  /**
   * Returns the accuracy of forecasts.
   *
   * @param unit what a value counts
   * @param actual what came
   * @param forecast what was forecast, one for each
   * @return the accuracy
   * @throws IllegalArgumentException if the numbers differ, or a value is not finite or above 1e100
   *     in magnitude
   */
  public static PointAccuracy of(Unit unit, double[] actual, double[] forecast) {
    Columns.checkLength("PointAccuracy forecasts", actual.length, forecast.length);
    return new PointAccuracy(
        Objects.requireNonNull(unit),
        Columns.finite("PointAccuracy actual", actual),
        Columns.finite("PointAccuracy forecast", forecast));
  }

  /**
   * Returns the number of forecasts.
   *
   * @return the count, at least 0
   */
  public int n() {
    return actual.length;
  }

  /**
   * Returns the mean error: {@code mean e}; above 0 when forecasts were too low.
   *
   * @return the mean, in the unit
   */
  public Measure meanError() {
    return mean(sumOfErrors(), unit);
  }

  /**
   * Returns the relative bias: {@code Σ(forecast - actual) / Σ actual}; above 0 when forecasts were
   * too high.
   *
   * @return the bias as a ratio; no data when the actual values add up to 0
   */
  public Measure bias() {
    return quotient(-sumOfErrors(), Columns.sum(actual));
  }

  private double sumOfErrors() {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += actual[i] - forecast[i];
    }
    return sum;
  }

  /**
   * Returns the mean absolute error: {@code mean |e|}.
   *
   * @return the mean, in the unit
   */
  public Measure meanAbsoluteError() {
    return mean(absoluteErrors(), unit);
  }

  /**
   * Returns the root of the mean squared error: {@code √(mean e²)}.
   *
   * @return the root, in the unit
   */
  public Measure rootMeanSquaredError() {
    return n() == 0 ? none(unit) : Measure.of(Math.sqrt(squaredErrors() / n()), unit, n());
  }

  /**
   * Returns the mean absolute percentage error (MAPE): {@code mean |e / actual|}.
   *
   * @return the mean as a ratio; no data when an actual value is 0
   */
  public Measure meanAbsolutePercentageError() {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      if (actual[i] == 0) {
        return none(Unit.RATIO);
      }
      sum += Math.abs((actual[i] - forecast[i]) / actual[i]);
    }
    return Double.isFinite(sum) ? mean(sum, Unit.RATIO) : none(Unit.RATIO);
  }

  /**
   * Returns the symmetric percentage error (sMAPE): {@code mean 2|e| / (|actual| + |forecast|)}; a
   * forecast of 0 for 0 counts as 0.
   *
   * @return the mean as a ratio, from 0 to 2
   */
  public Measure symmetricPercentageError() {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      double size = Math.abs(actual[i]) + Math.abs(forecast[i]);
      sum += size == 0 ? 0 : 2 * (Math.abs(actual[i] - forecast[i]) / size);
    }
    return mean(sum, Unit.RATIO);
  }

  /**
   * Returns the pooled error (WAPE): {@code Σ|e| / Σ|actual|}.
   *
   * @return the quotient as a ratio; no data when all actual values are 0
   */
  public Measure weightedPercentageError() {
    double sum = 0;
    for (double value : actual) {
      sum += Math.abs(value);
    }
    return quotient(absoluteErrors(), sum);
  }

  /**
   * Returns the scaled absolute error (MASE): the mean absolute error over that of the seasonal
   * naive forecast within the training series; below 1 is better than that.
   *
   * @param training the series the forecasts were made from
   * @param period the number of parts of a season, at least 1
   * @return the quotient as a ratio; no data when no two training values are a season apart, or all
   *     of them repeat
   * @throws IllegalArgumentException if the period is below 1, or a value is not finite or above
   *     1e100 in magnitude
   */
  public Measure scaledAbsoluteError(double[] training, int period) {
    double sum = 0;
    double[] naive = naiveErrors(training, period);
    for (double error : naive) {
      sum += Math.abs(error);
    }
    return naive.length == 0 || n() == 0
        ? none(Unit.RATIO)
        : quotient(absoluteErrors() / n(), sum / naive.length);
  }

  /**
   * Returns the scaled root error (RMSSE): the root of the mean squared error over that of the
   * seasonal naive forecast within the training series.
   *
   * @param training the series the forecasts were made from
   * @param period the number of parts of a season, at least 1
   * @return the quotient as a ratio; no data as for {@link #scaledAbsoluteError}
   * @throws IllegalArgumentException if the period is below 1, or a value is not finite or above
   *     1e100 in magnitude
   * @see <a href="https://doi.org/10.1016/j.ijforecast.2021.11.013">Makridakis, Spiliotis and
   *     Assimakopoulos (2022)</a>
   */
  public Measure scaledRootError(double[] training, int period) {
    double squares = 0;
    double[] naive = naiveErrors(training, period);
    for (double error : naive) {
      squares += error * error;
    }
    return naive.length == 0 || n() == 0
        ? none(Unit.RATIO)
        : quotient(Math.sqrt(squaredErrors() / n()), Math.sqrt(squares / naive.length));
  }

  private static double[] naiveErrors(double[] training, int period) {
    SeasonalDecomposition.checkPeriod("PointAccuracy", period, 1);
    double[] values = Columns.finite("PointAccuracy training value", training);
    double[] errors = new double[Math.max(0, values.length - period)];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = values[i + period] - values[i];
    }
    return errors;
  }

  private double absoluteErrors() {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += Math.abs(actual[i] - forecast[i]);
    }
    return sum;
  }

  private double squaredErrors() {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      double error = actual[i] - forecast[i];
      sum += error * error;
    }
    return sum;
  }

  private Measure mean(double sum, Unit of) {
    return n() == 0 ? none(of) : Measure.of(sum / n(), of, n());
  }

  private Measure quotient(double numerator, double denominator) {
    double quotient = numerator / denominator;
    return Double.isFinite(quotient) ? Measure.of(quotient, Unit.RATIO, n()) : none(Unit.RATIO);
  }

  private Measure none(Unit of) {
    return Measure.noData(of, n(), NoData.NOTHING_OBSERVED);
  }
}
