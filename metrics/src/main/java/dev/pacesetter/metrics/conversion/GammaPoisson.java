package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.conversion.PriorFit.Outcome;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Peers whose true rates spread by a gamma distribution, and their likelihood with mean {@code μ}
 * and {@code θ = 1/shape}: {@code Σ [Σ ln(1 + jθ) + y·ln(μe) - (1/θ + y)·ln(1 + θμe) - ln y!]},
 * {@code j} below the count {@code y}; at {@code θ = 0} the Poisson.
 */
final class GammaPoisson {
  private final long[] counts;
  private final double[] exposures;
  private final RisingSums sums;

  private GammaPoisson(long[] counts, double[] exposures) {
    this.counts = counts;
    this.exposures = exposures;
    sums = new RisingSums(counts);
  }

  static GammaPoisson of(long[] counts, double[] exposures) {
    checkArgument(
        counts.length == exposures.length,
        "there are %s counts and %s exposures; there must be one of each for a peer",
        counts.length,
        exposures.length);
    long[] some = new long[counts.length];
    double[] theirs = new double[counts.length];
    int peers = 0;
    for (int i = 0; i < counts.length; i++) {
      PeerCounts.checkRate(counts[i], exposures[i]);
      if (exposures[i] > 0) {
        some[peers] = counts[i];
        theirs[peers++] = exposures[i];
      }
    }
    return new GammaPoisson(Arrays.copyOf(some, peers), Arrays.copyOf(theirs, peers));
  }

  int size() {
    return counts.length;
  }

  double pooledRate() {
    return Arrays.stream(counts).asDoubleStream().sum() / Arrays.stream(exposures).sum();
  }

  double betweenVariance() {
    double pooled = pooledRate();
    double squares = 0;
    double total = 0;
    double ofSquares = 0;
    for (int i = 0; i < counts.length; i++) {
      double deviation = counts[i] / exposures[i] - pooled;
      squares += exposures[i] * deviation * deviation;
      total += exposures[i];
      ofSquares += exposures[i] * exposures[i];
    }
    return (squares - (size() - 1) * pooled) / (total - ofSquares / total);
  }

  /** Returns the harmonic mean of the exposures; 1 without any. */
  double typicalExposure() {
    return size() == 0 ? 1 : size() / Arrays.stream(exposures).map(exposure -> 1 / exposure).sum();
  }

  PriorFit<GammaPrior> fit() {
    double pooled = pooledRate();
    if (!(pooled > 0)) { // nothing counted, or no exposure
      return PriorFit.noFiniteMaximum(size(), pooled);
    }
    OptionalDouble best =
        ProfileLikelihood.maximum(
            theta -> logDensity(bestMean(theta), theta), theta -> slope(bestMean(theta), theta));
    if (best.isEmpty()) {
      return PriorFit.noFiniteMaximum(size(), pooled);
    }
    double theta = best.getAsDouble();
    double mean = bestMean(theta);
    double constant = 0;
    for (int i = 0; i < counts.length; i++) {
      constant += counts[i] * Math.log(exposures[i]) - LogGamma.value(counts[i] + 1.0);
    }
    GammaPrior prior = new GammaPrior(1 / theta, 1 / theta / mean);
    return new PriorFit<>(
        Outcome.OK, size(), prior, pooled, mean * mean * theta, constant + logDensity(mean, theta));
  }

  /** Returns the log-likelihood without what depends on neither parameter. */
  double logDensity(double mean, double theta) {
    double sum = sums.logarithms(1, theta);
    double log = Math.log(mean);
    for (int i = 0; i < counts.length; i++) {
      double t = theta * mean * exposures[i];
      sum +=
          counts[i] * (log - Math.log1p(t))
              - (t == 0 ? mean * exposures[i] : Math.log1p(t) / theta);
    }
    return sum;
  }

  /** Between the lowest and the highest rate of a peer; the likelihood falls to both sides. */
  private double bestMean(double theta) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (int i = 0; i < counts.length; i++) {
      lowest = Math.min(lowest, counts[i] / exposures[i]);
      highest = Math.max(highest, counts[i] / exposures[i]);
    }
    if (lowest == highest) {
      return lowest;
    }
    return ProfileLikelihood.root(mean -> slopeInMean(mean, theta), lowest, highest);
  }

  private double slopeInMean(double mean, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = mean * exposures[i];
      sum += (counts[i] - expected) / (1 + theta * expected);
    }
    return sum;
  }

  private double slope(double mean, double theta) {
    double sum = sums.weightedReciprocals(1, theta);
    for (int i = 0; i < counts.length; i++) {
      double t = theta * mean * exposures[i];
      sum += excess(t) / theta / theta - counts[i] / theta * (t / (1 + t));
    }
    return sum;
  }

  /** Returns {@code ln(1 + t) - t/(1 + t)}, by its series where both are nearly equal. */
  private static double excess(double t) {
    if (t > 0.02) {
      return Math.log1p(t) - t / (1 + t);
    }
    double sum = 0;
    double power = t;
    for (int k = 2; k <= 10; k++) {
      power *= -t;
      sum -= power * ((k - 1.0) / k);
    }
    return sum;
  }
}
