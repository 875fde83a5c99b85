package dev.pacesetter.metrics.confidence;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Confidence levels of two-sided intervals, strictly between 0 and 1. */
public final class Confidence {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Confidence() {}

  /**
   * Checks a level.
   *
   * @param what names the level in the error, as in "Sample confidence"
   * @param level the level
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public static void check(String what, double level) {
    checkArgument(
        level > 0 && level < 1, "%s is %s; it must be between 0 and 1, both excluded", what, level);
  }

  /**
   * Returns how many standard errors an interval reaches to either side where the error is normal.
   *
   * @param level the level
   * @return the quantile of the standard normal distribution at {@code 1 - (1-level)/2}
   */
  public static double normal(double level) {
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }

  /**
   * Returns how many standard errors an interval reaches to either side where the error itself is
   * estimated.
   *
   * @param level the level
   * @param degreesOfFreedom positive
   * @return the quantile of Student's distribution at {@code 1 - (1-level)/2}
   */
  public static double student(double level, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
  }
}
