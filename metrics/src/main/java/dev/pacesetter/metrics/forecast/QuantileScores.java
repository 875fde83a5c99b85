package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Objects;

/**
 * The pinball loss of forecast quantiles: {@code max(τ·(y - q), (τ-1)·(y - q))}, least on average
 * for the true quantile.
 *
 * @see <a href="https://doi.org/10.2307/1913643">Koenker and Bassett (1978)</a>
 */
public final class QuantileScores {
  private final Unit unit;
  private final double[] levels;
  private final double[] losses;
  private final int n;

  private QuantileScores(Unit unit, double[] levels, double[] losses, int n) {
    this.unit = unit;
    this.levels = levels;
    this.losses = losses;
    this.n = n;
  }

  /**
   * Returns the scores of forecasts.
   *
   * @param unit what a value counts
   * @param levels the levels {@code τ} of the quantiles, strictly between 0 and 1
   * @param quantiles for each value, its forecast quantile at each level
   * @param actual the values that came
   * @return the scores
   * @throws IllegalArgumentException if numbers of entries differ, a level is out of range, or a
   *     value is not finite or above 1e100 in magnitude
   */
  public static QuantileScores of(
      Unit unit, double[] levels, double[][] quantiles, double[] actual) {
    Columns.checkLength("QuantileScores rows of quantiles", actual.length, quantiles.length);
    double[] values = Columns.finite("QuantileScores actual", actual);
    for (double level : levels) {
      checkArgument(
          level > 0 && level < 1,
          "QuantileScores level is %s; it must be between 0 and 1, both excluded",
          level);
    }
    double[] losses = new double[levels.length];
    for (int i = 0; i < values.length; i++) {
      Columns.checkLength(
          "QuantileScores quantiles of a value", levels.length, quantiles[i].length);
      double[] row = Columns.finite("QuantileScores quantile", quantiles[i]);
      for (int level = 0; level < losses.length; level++) {
        losses[level] += loss(levels[level], row[level], values[i]);
      }
    }
    return new QuantileScores(Objects.requireNonNull(unit), levels.clone(), losses, values.length);
  }

  private static double loss(double level, double quantile, double actual) {
    double error = actual - quantile;
    return Math.max(level * error, (level - 1) * error);
  }

  /**
   * Returns the mean loss of a quantile.
   *
   * @param level which one, from 0, in the order they were given
   * @return the mean in the unit, at least 0; no data without values
   * @throws IndexOutOfBoundsException if there is no such level
   */
  public Measure pinball(int level) {
    Objects.checkIndex(level, levels.length);
    return measure(losses[level]);
  }

  /**
   * Returns the mean loss over all quantiles; twice that tends to the ranked probability score as
   * levels fill the range.
   *
   * @return the mean in the unit, at least 0; no data without values or levels
   */
  public Measure meanPinball() {
    return levels.length == 0
        ? Measure.noData(unit, n, NoData.NOTHING_OBSERVED)
        : measure(Columns.sum(losses) / levels.length);
  }

  private Measure measure(double sum) {
    return n == 0 ? Measure.noData(unit, 0, NoData.NOTHING_OBSERVED) : Measure.of(sum / n, unit, n);
  }
}
