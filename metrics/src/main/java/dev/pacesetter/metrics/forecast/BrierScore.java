package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How good forecast probabilities were: {@code mean (p - o)²}, with {@code o} 1 for what happened
 * and 0 for what did not.
 *
 * @see <a href="https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2">Brier
 *     (1950)</a>
 */
public final class BrierScore {
  private final double[] probabilities;
  private final boolean[] happened;
  private final int n;
  private final double rate;

  private BrierScore(double[] probabilities, boolean[] happened) {
    this.probabilities = probabilities;
    this.happened = happened;
    this.n = happened.length;
    int count = 0;
    for (boolean did : happened) {
      count += did ? 1 : 0;
    }
    this.rate = n == 0 ? 0 : (double) count / n;
  }

  /**
   * Returns the score of forecasts.
   *
   * @param probabilities what was forecast, from 0 to 1
   * @param happened what came, one for each
   * @return the score
   * @throws IllegalArgumentException if the numbers differ or a probability is out of range
   */
  public static BrierScore of(double[] probabilities, boolean[] happened) {
    Columns.checkLength("BrierScore outcomes", probabilities.length, happened.length);
    return new BrierScore(
        Columns.probabilities("BrierScore probability", probabilities), happened.clone());
  }

  /**
   * Returns the number of forecasts.
   *
   * @return the count, at least 0
   */
  public int n() {
    return n;
  }

  /**
   * Returns the score.
   *
   * @return the mean squared error as a {@link Unit#SCORE}, from 0 (best) to 1; no data without
   *     forecasts
   */
  public Measure score() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = probabilities[i] - outcome(i);
      sum += error * error;
    }
    return n == 0 ? none() : Measure.of(sum / n, Unit.SCORE, n);
  }

  /**
   * Returns what nobody can be blamed for: {@code ō·(1 - ō)}, the score of always forecasting the
   * rate.
   *
   * @return the uncertainty as a {@link Unit#SCORE}, from 0 to 0.25; no data without forecasts
   */
  public Measure uncertainty() {
    return n == 0 ? none() : Measure.of(rate * (1 - rate), Unit.SCORE, n);
  }

  /**
   * Returns the skill: {@code 1 - score / uncertainty}.
   *
   * @return the skill as a {@link Unit#SCORE}, at most 1; below 0 when the rate alone forecasts
   *     better; no data when everything or nothing happened
   */
  public Measure skill() {
    double uncertainty = rate * (1 - rate);
    return uncertainty == 0 ? none() : Measure.of(1 - score().value() / uncertainty, Unit.SCORE, n);
  }

  /**
   * Returns the logarithmic loss: {@code -mean ln(probability given to what came)}.
   *
   * @return the loss, at least 0; empty without forecasts, and when something came that was given
   *     no chance, for which the loss is infinite
   */
  public OptionalDouble logarithmicLoss() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum -= happened[i] ? Math.log(probabilities[i]) : Math.log1p(-probabilities[i]);
    }
    return n == 0 || Double.isInfinite(sum)
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum / n + 0.0);
  }

  /**
   * Returns the slope of the outcomes over the probabilities, by least squares: 1 when calibrated,
   * below 1 when forecasts are too extreme.
   *
   * @return the slope as a ratio; no data when all probabilities are equal
   */
  public Measure calibrationSlope() {
    double mean = n == 0 ? 0 : Columns.sum(probabilities) / n;
    double products = 0;
    double squares = 0;
    boolean varies = false;
    for (int i = 0; i < n; i++) {
      double deviation = probabilities[i] - mean;
      products += deviation * (outcome(i) - rate);
      squares += deviation * deviation;
      varies |= probabilities[i] != probabilities[0]; // of equal ones, the mean may be rounded
    }
    double slope = products / squares;
    return varies && squares > 0 && Double.isFinite(slope)
        ? Measure.of(slope, Unit.RATIO, n)
        : Measure.noData(Unit.RATIO, n, n < 2 ? NoData.TOO_FEW : NoData.NOTHING_OBSERVED);
  }

  /**
   * Returns the decomposition over exactly equal probabilities: {@code score = reliability -
   * resolution + uncertainty}.
   *
   * @return the table, one row for each probability that was forecast
   * @see <a href="https://doi.org/10.1175/1520-0450(1973)012%3C0595:ANVPOT%3E2.0.CO;2">Murphy
   *     (1973)</a>
   */
  public ReliabilityTable byProbability() {
    double[] distinct = Arrays.stream(probabilities).sorted().distinct().toArray();
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.binarySearch(distinct, probabilities[i]);
    }
    return new ReliabilityTable(probabilities, happened, rows, distinct.length, rate);
  }

  /**
   * Returns the decomposition over bins of equal width: {@code score = reliability - resolution +
   * uncertainty + variance within - covariance within}. Bin {@code k} holds the probabilities from
   * {@code k/bins} up to {@code (k+1)/bins}, the last one 1 too.
   *
   * @param bins how many, from 1 to 10,000
   * @return the table, one row for each bin that has a forecast
   * @throws IllegalArgumentException if the number is out of range
   * @see <a href="https://doi.org/10.1175/2007WAF2006116.1">Stephenson, Coelho and Jolliffe
   *     (2008)</a>
   */
  public ReliabilityTable byBins(int bins) {
    checkArgument(
        bins >= 1 && bins <= 10_000, "BrierScore has %s bins; it must be from 1 to 10000", bins);
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = Math.min(bins - 1, (int) (probabilities[i] * bins));
    }
    return new ReliabilityTable(probabilities, happened, rows, bins, rate);
  }

  private double outcome(int i) {
    return happened[i] ? 1 : 0;
  }

  private Measure none() {
    return Measure.noData(Unit.SCORE, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW);
  }
}
