package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Between which values a point of a control chart falls while nothing has changed.
 *
 * @param center the centre line, finite
 * @param sigma the standard deviation of the point by chance alone, finite and at least 0
 * @param lower the lower limit, finite
 * @param upper the upper limit, finite and at least {@code lower}
 */
public record ControlLimits(double center, double sigma, double lower, double upper) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public ControlLimits {
    checkArgument(
        Double.isFinite(center) && sigma >= 0 && Double.isFinite(sigma),
        "ControlLimits have centre %s and sigma %s; both must be finite, sigma at least 0",
        center,
        sigma);
    checkArgument(
        Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
        "ControlLimits are %s and %s; they must be finite and in order",
        lower,
        upper);
  }

  /**
   * Returns the limits three standard deviations from the centre.
   *
   * @param center the centre line, finite
   * @param sigma the standard deviation, finite and at least 0
   * @return the limits
   * @throws IllegalArgumentException if a number is out of range
   * @see "Shewhart (1931), Economic Control of Quality of Manufactured Product"
   */
  public static ControlLimits threeSigma(double center, double sigma) {
    return new ControlLimits(center, sigma, center - 3 * sigma, center + 3 * sigma);
  }

  /** Three standard deviations, cut off where no point can be. */
  static ControlLimits within(double center, double sigma, double least, double most) {
    return new ControlLimits(
        center, sigma, Math.max(least, center - 3 * sigma), Math.min(most, center + 3 * sigma));
  }

  /**
   * Returns whether chance alone explains a value.
   *
   * @param value the value of the point
   * @return whether {@code lower <= value <= upper}; a value on a limit is inside
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
