package dev.pacesetter.division;

/**
 * How iterative proportional fitting ended.
 *
 * @param sweeps how many times all margins were scaled to
 * @param deviation the largest {@code |target / sum - 1|} by which a sum had to move in the last
 *     sweep, over all margins; a sum with bounds moves to the nearer one, or not at all. Infinite
 *     where a sum is 0 and may not be
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
