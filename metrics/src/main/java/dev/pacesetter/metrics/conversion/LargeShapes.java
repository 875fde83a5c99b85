package dev.pacesetter.metrics.conversion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Gamma and beta distributions of any shape. Where every shape parameter is above 1e9 they are the
 * normal ones of the same mean and variance, from which they differ by less than 1e-4 standard
 * deviations at usual levels; there the series of the exact ones take long, and at last fail.
 */
final class LargeShapes {
  private static final double MOST_SHAPE = 1e9;

  private LargeShapes() {}

  static ContinuousDistribution gamma(double shape, double scale) {
    return shape <= MOST_SHAPE
        ? GammaDistribution.of(shape, scale)
        : NormalDistribution.of(shape * scale, Math.sqrt(shape) * scale);
  }

  static ContinuousDistribution beta(double alpha, double beta) {
    if (Math.min(alpha, beta) <= MOST_SHAPE) {
      return BetaDistribution.of(alpha, beta);
    }
    double mean = alpha / (alpha + beta);
    return NormalDistribution.of(
        mean, Math.sqrt(mean * (beta / (alpha + beta)) / (alpha + beta + 1)));
  }
}
