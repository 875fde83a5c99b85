package dev.pacesetter.metrics;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Observations of one quantity that do not count alike, such as discounts weighed with the amounts
 * they were given on.
 *
 * <p>Below, {@code m = Σwx/Σw}. Observations of weight 0 are counted and change nothing; when all
 * weights are 0, or there is no observation, there is no answer.
 */
public final class WeightedSample {
  private final Unit unit;
  private final double[] values;
  private final double[] weights;
  private final double confidence;

  private WeightedSample(Unit unit, double[] values, double[] weights, double confidence) {
    Confidence.check("WeightedSample confidence", confidence);
    this.unit = Objects.requireNonNull(unit);
    this.values = values;
    this.weights = weights;
    this.confidence = confidence;
  }

  /**
   * Returns a sample whose intervals have 95 % confidence.
   *
   * @param unit what an observation counts
   * @param values the observations, of magnitude up to 1e100; copied
   * @param weights how much each counts, 0 or from 1e-100 to 1e100; copied
   * @return the sample
   * @throws IllegalArgumentException if the lengths differ, or a value or a weight is out of range
   */
  public static WeightedSample of(Unit unit, double[] values, double[] weights) {
    checkArgument(
        values.length == weights.length,
        "WeightedSample has %s values and %s weights; there must be one for each",
        values.length,
        weights.length);
    for (int i = 0; i < values.length; i++) {
      boolean weighs = weights[i] >= 1e-100 && weights[i] <= 1e100;
      if (!(Math.abs(values[i]) <= 1e100 && (weighs || weights[i] == 0))) { // NaN is refused too
        throw new IllegalArgumentException(
            "WeightedSample value "
                + i
                + " is "
                + values[i]
                + " with weight "
                + weights[i]
                + "; it must be from -1e100 to 1e100, its weight 0 or from 1e-100 to 1e100");
      }
    }
    return new WeightedSample(unit, values.clone(), weights.clone(), 0.95);
  }

  /**
   * Returns this sample with another confidence level for its interval.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the sample
   * @throws IllegalArgumentException if the level is out of range
   */
  public WeightedSample withConfidence(double confidence) {
    return new WeightedSample(unit, values, weights, confidence);
  }

  /**
   * Returns the number of observations, those of weight 0 included.
   *
   * @return the count, at least 0
   */
  public long n() {
    return values.length;
  }

  /**
   * Returns how many observations of equal weight would tell as much (Kish 1965, Survey Sampling,
   * 11.7).
   *
   * @return {@code (Σw)²/Σw²}, at most {@link #n}; empty when all weights are 0
   */
  public OptionalDouble effectiveN() {
    double total = total();
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(total / (squaredWeights() / total));
  }

  /**
   * Returns the weighted mean {@code m} with the interval {@code m ± t·√(n/(n-1)·Σ(w(x-m))²)/Σw},
   * {@code t} of {@code n - 1} degrees of freedom.
   *
   * @return the mean, without interval for a single observation; no data when all weights are 0
   */
  public Measure mean() {
    int n = values.length;
    double total = total();
    if (total == 0) {
      return Measure.noData(unit, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW);
    }
    double mean = centre(total);
    Measure measure = Measure.of(mean, unit, n);
    if (n == 1) {
      return measure;
    }
    double t = Confidence.student(confidence, n - 1);
    double[] terms = new double[n];
    Arrays.setAll(
        terms,
        i -> weights[i] / total * (values[i] - mean) * (weights[i] / total) * (values[i] - mean));
    double half = t * Math.sqrt(Sample.compensatedSum(terms) * n / (n - 1));
    return measure.withInterval(new Interval(mean - half, mean + half, confidence));
  }

  /**
   * Returns the variance of the observations as a whole population, {@code Σw(x - m)²/Σw}.
   *
   * @return the variance, in the square of the unit; empty when all weights are 0
   */
  public OptionalDouble populationVariance() {
    double total = total();
    return variance(total, total);
  }

  /**
   * Returns the unbiased variance when weights say how reliable each observation is: {@code Σw(x -
   * m)²/(Σw - Σw²/Σw)}.
   *
   * @return the variance, in the square of the unit; empty unless two observations have weight
   */
  public OptionalDouble reliabilityVariance() {
    double total = total();
    long weighing = Arrays.stream(weights).filter(weight -> weight > 0).count();
    return weighing < 2
        ? OptionalDouble.empty()
        : variance(total, total - squaredWeights() / total);
  }

  /**
   * Returns the unbiased variance when weights say how often each value was observed: {@code Σw(x -
   * m)²/(Σw - 1)}.
   *
   * @return the variance, in the square of the unit; empty unless the weights sum to more than 1
   */
  public OptionalDouble frequencyVariance() {
    double total = total();
    return variance(total, total - 1);
  }

  private OptionalDouble variance(double total, double divisor) {
    if (total == 0 || divisor <= 0) {
      return OptionalDouble.empty();
    }
    double mean = centre(total);
    double[] terms = new double[values.length];
    Arrays.setAll(terms, i -> weights[i] * (values[i] - mean) * ((values[i] - mean) / divisor));
    double variance = Sample.compensatedSum(terms);
    return Double.isFinite(variance) ? OptionalDouble.of(variance) : OptionalDouble.empty();
  }

  private double total() {
    return Sample.compensatedSum(weights);
  }

  private double squaredWeights() {
    return Arrays.stream(weights).map(weight -> weight * weight).sum();
  }

  private double centre(double total) {
    double[] terms = new double[values.length];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < terms.length; i++) {
      terms[i] = weights[i] / total * values[i];
      lowest = weights[i] > 0 ? Math.min(lowest, values[i]) : lowest;
      highest = weights[i] > 0 ? Math.max(highest, values[i]) : highest;
    }
    return Math.min(Math.max(Sample.compensatedSum(terms), lowest), highest);
  }

  /** Reads like {@code WeightedSample of 12 RATIO}. */
  @Override
  public String toString() {
    return "WeightedSample of " + values.length + " " + unit;
  }
}
