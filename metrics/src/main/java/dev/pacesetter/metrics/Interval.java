package dev.pacesetter.metrics;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.confidence.Confidence;

/**
 * A closed confidence interval in the unit of the number it belongs to.
 *
 * @param lower the lower end; finite, at most {@code upper}
 * @param upper the upper end; finite
 * @param confidence the confidence level, strictly between 0 and 1, such as 0.95
 */
public record Interval(double lower, double upper, double confidence) {

  /**
   * Checks the ends and the level.
   *
   * @throws IllegalArgumentException if an end is not finite, the ends are out of order, or the
   *     level is not strictly between 0 and 1
   */
  public Interval {
    checkArgument(
        Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
        "Interval is [%s, %s]; both ends must be finite and in order",
        lower,
        upper);
    Confidence.check("Interval confidence", confidence);
  }

  /**
   * Returns whether a value lies in the interval, ends included.
   *
   * @param value the value to look for
   * @return whether {@code lower <= value <= upper}
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /**
   * Returns {@code upper - lower}.
   *
   * @return the width, at least 0
   */
  public double width() {
    return upper - lower;
  }
}
