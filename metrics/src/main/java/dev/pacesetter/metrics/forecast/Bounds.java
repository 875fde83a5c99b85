package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A computed number and how far off it can be at most: the true one lies between both ends. This is
 * an error of computation, not of sampling, and it is certain.
 *
 * @param lower the lower end, finite
 * @param upper the upper end, finite, at least {@code lower}; equal to it for an exact number
 */
public record Bounds(double lower, double upper) {

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if an end is not finite or they are out of order
   */
  public Bounds {
    checkArgument(
        Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
        "Bounds are [%s, %s]; both ends must be finite and in order",
        lower,
        upper);
    lower += 0.0;
    upper += 0.0;
  }

  /**
   * Returns the middle: at most half the width away from the true number.
   *
   * @return the number itself where it is exact
   */
  public double value() {
    return lower == upper ? lower : lower + (upper - lower) / 2;
  }

  /**
   * Returns whether the number is exact but for the rounding of doubles.
   *
   * @return whether both ends are equal
   */
  public boolean isExact() {
    return lower == upper;
  }

  /**
   * Returns whether a number lies within, ends included.
   *
   * @param number the number to look for
   * @return whether {@code lower <= number <= upper}
   */
  public boolean contains(double number) {
    return lower <= number && number <= upper;
  }
}
