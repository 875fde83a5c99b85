package dev.pacesetter.metrics.conversion;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** A distribution that is one of several with known probabilities. */
final class Mixture {
  private final double[] weights;
  private final ContinuousDistribution[] parts;

  Mixture(double[] weights, ContinuousDistribution[] parts) {
    this.weights = weights;
    this.parts = parts;
  }

  double mean() {
    return sum(ContinuousDistribution::getMean);
  }

  double variance() {
    double mean = mean();
    return sum(part -> part.getVariance() + square(part.getMean() - mean));
  }

  /** Returns the value below which lies the probability {@code tail}. */
  double lowerQuantile(double tail) {
    return solve(x -> sum(part -> part.cumulativeProbability(x)) - tail);
  }

  /** Returns the value above which lies the probability {@code tail}. */
  double upperQuantile(double tail) {
    return solve(x -> tail - sum(part -> part.survivalProbability(x)));
  }

  /** Returns where a rising function is 0, looking farther and farther from the mean. */
  private double solve(DoubleUnaryOperator excess) {
    double lowest = parts[0].getSupportLowerBound();
    double highest = parts[0].getSupportUpperBound();
    double mean = mean();
    double step = 2 * Math.sqrt(variance());
    double low = mean;
    double high = mean;
    while (low > lowest && excess.applyAsDouble(low) > 0) {
      high = low;
      low = Math.max(lowest, low - step);
      step *= 2;
    }
    while (high < highest && excess.applyAsDouble(high) < 0) {
      low = high;
      high = Math.min(highest, high + step);
      step *= 2;
    }
    return low == high ? low : ProfileLikelihood.root(excess, low, high);
  }

  private static double square(double x) {
    return x * x;
  }

  private double sum(ToDoubleFunction<ContinuousDistribution> quantity) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += weights[i] * quantity.applyAsDouble(parts[i]);
    }
    return sum;
  }
}
