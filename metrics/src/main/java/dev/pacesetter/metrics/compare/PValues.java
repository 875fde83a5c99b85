package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How probable it is, if nothing but chance is at work, to see what was seen or something more
 * extreme.
 *
 * @param less more extreme in the direction of a smaller first group, from 0 to 1
 * @param greater more extreme in the direction of a larger first group, from 0 to 1
 * @param twoSided more extreme in either direction, from 0 to 1; the one to use when the direction
 *     was not fixed before looking
 */
public record PValues(double less, double greater, double twoSided) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not from 0 to 1
   */
  public PValues {
    checkArgument(
        isProbability(less) && isProbability(greater) && isProbability(twoSided),
        "p-values are %s, %s and %s; each must be from 0 to 1",
        less,
        greater,
        twoSided);
  }

  private static boolean isProbability(double p) {
    return p >= 0 && p <= 1; // false for NaN too
  }

  /**
   * Returns the p-values of a standard score.
   *
   * @param z how many standard deviations the first group lies above the second; a number
   * @return the tails of the standard normal distribution
   * @throws IllegalArgumentException if {@code z} is NaN
   */
  public static PValues ofNormal(double z) {
    return of(NORMAL, z);
  }

  /** The tails of a distribution that is symmetric about 0. */
  static PValues of(ContinuousDistribution symmetric, double statistic) {
    return ofTails(
        symmetric.cumulativeProbability(statistic), symmetric.survivalProbability(statistic));
  }

  /** Doubles the smaller tail. */
  static PValues ofTails(double less, double greater) {
    return new PValues(less, greater, Math.min(1, 2 * Math.min(less, greater)));
  }
}
