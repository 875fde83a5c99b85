package dev.pacesetter.metrics.forecast;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.Objects;

/**
 * Forecast probabilities beside what happened, such as whether 70 % of what was given 70 % did.
 *
 * <p>Rows hold forecasts of like probability, lowest first. With {@code n} forecasts, {@code nₖ} of
 * them in a row, {@code p̄ₖ} their mean probability and {@code ōₖ} the share of them that happened.
 * Sums are means over all forecasts, each a {@link Unit#SCORE}, and no data without forecasts.
 */
public final class ReliabilityTable {
  private final int n;
  private final double rate;
  private final int[] counts;
  private final int[] hits;
  private final double[] means;
  private final double varianceWithin;
  private final double covarianceWithin;

  ReliabilityTable(
      double[] probabilities, boolean[] happened, int[] rowOf, int slots, double rate) {
    this.n = rowOf.length;
    this.rate = rate;
    int[] slotCounts = new int[slots];
    for (int row : rowOf) {
      slotCounts[row]++;
    }
    int[] place = new int[slots];
    int rows = 0;
    for (int slot = 0; slot < slots; slot++) {
      place[slot] = rows;
      rows += slotCounts[slot] > 0 ? 1 : 0;
    }
    this.counts = new int[rows];
    this.hits = new int[rows];
    this.means = new double[rows];
    for (int i = 0; i < n; i++) {
      int row = place[rowOf[i]];
      counts[row]++;
      hits[row] += happened[i] ? 1 : 0;
      means[row] += probabilities[i];
    }
    for (int row = 0; row < rows; row++) {
      means[row] /= counts[row];
    }
    double variance = 0;
    double covariance = 0;
    for (int i = 0; i < n; i++) {
      int row = place[rowOf[i]];
      double deviation = probabilities[i] - means[row];
      variance += deviation * deviation;
      covariance += 2 * deviation * ((happened[i] ? 1 : 0) - share(row));
    }
    this.varianceWithin = variance;
    this.covarianceWithin = covariance;
  }

  private double share(int row) {
    return (double) hits[row] / counts[row];
  }

  /**
   * Returns the number of rows.
   *
   * @return the count, at least 0
   */
  public int rows() {
    return counts.length;
  }

  /**
   * Returns the mean probability that was forecast in a row.
   *
   * @param row the row, from 0
   * @return the mean, from 0 to 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double forecast(int row) {
    return means[Objects.checkIndex(row, counts.length)];
  }

  /**
   * Returns what happened of a row.
   *
   * @param row the row, from 0
   * @param confidence the level, strictly between 0 and 1
   * @return the share with its Wilson interval, which holds {@link #forecast} when calibrated;
   *     {@code n} is the number of forecasts in the row
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure observed(int row, double confidence) {
    Objects.checkIndex(row, counts.length);
    return ProportionInterval.WILSON.measure(Ratio.of(hits[row], counts[row]), confidence);
  }

  /**
   * Returns the reliability: {@code Σ nₖ·(p̄ₖ - ōₖ)² / n}.
   *
   * @return at least 0; 0 is perfectly calibrated
   */
  public Measure reliability() {
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      double error = means[row] - share(row);
      sum += counts[row] * error * error;
    }
    return mean(sum);
  }

  /**
   * Returns the resolution: {@code Σ nₖ·(ōₖ - ō)² / n}.
   *
   * @return at least 0; larger when forecasts tell cases apart
   */
  public Measure resolution() {
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      double difference = share(row) - rate;
      sum += counts[row] * difference * difference;
    }
    return mean(sum);
  }

  /**
   * Returns the variance of the probabilities within rows: {@code Σ(p - p̄ₖ)² / n}.
   *
   * @return at least 0; 0 in a table by probability
   */
  public Measure varianceWithin() {
    return mean(varianceWithin);
  }

  /**
   * Returns twice the covariance of probabilities and outcomes within rows: {@code 2·Σ(p - p̄ₖ)(o -
   * ōₖ) / n}.
   *
   * @return the covariance; 0 in a table by probability
   */
  public Measure covarianceWithin() {
    return mean(covarianceWithin);
  }

  /**
   * Returns the expected calibration error: {@code Σ nₖ·|p̄ₖ - ōₖ| / n}.
   *
   * @return from 0 to 1
   */
  public Measure calibrationError() {
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      sum += counts[row] * Math.abs(means[row] - share(row));
    }
    return mean(sum);
  }

  private Measure mean(double sum) {
    return n == 0
        ? Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED)
        : Measure.of(sum / n, Unit.SCORE, n);
  }
}
