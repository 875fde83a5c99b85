package dev.pacesetter.metrics.effect;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The two-sided t test when there is an effect: the noncentral t distribution, integrated over the
 * estimated standard deviation at {@value #NODES} quantiles in the middle of equal probabilities.
 */
final class ShiftedTest {
  private static final int NODES = 1_000;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double critical;
  private final double[] spreads;

  ShiftedTest(double critical, double degreesOfFreedom) {
    this.critical = critical;
    this.spreads = new double[NODES];
    GammaDistribution squared = GammaDistribution.of(degreesOfFreedom / 2, 2 / degreesOfFreedom);
    for (int i = 0; i < NODES; i++) {
      spreads[i] = Math.sqrt(squared.inverseCumulativeProbability((i + 0.5) / NODES));
    }
  }

  /** The probability of a significant result when the effect is as many standard errors. */
  double power(double shift) {
    double sum = 0;
    for (double spread : spreads) {
      sum +=
          NORMAL.survivalProbability(critical * spread - shift)
              + NORMAL.cumulativeProbability(-critical * spread - shift);
    }
    return Math.min(1, sum / NODES);
  }

  /** The inverse of the power, above 0. */
  double shiftFor(double power) {
    double low = 0;
    double high = 1;
    while (power(high) < power) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (power(middle) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
