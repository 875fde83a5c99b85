package dev.pacesetter.division;

/**
 * How iterative proportional fitting ended.
 *
 * @param sweeps how many times all margins were scaled to
 * @param deviation the largest {@code |sum - target| / target} that was left over all margins
 */
public record Fit(int sweeps, double deviation) {
  static final double TOLERANCE = 1e-11;

  /**
   * Returns whether the margins were met.
   *
   * @return whether {@link #deviation()} is at most 10<sup>-11</sup>
   */
  public boolean isConverged() {
    return deviation <= TOLERANCE;
  }
}
