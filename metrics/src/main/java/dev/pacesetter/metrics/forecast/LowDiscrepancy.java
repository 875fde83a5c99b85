package dev.pacesetter.metrics.forecast;

/**
 * Points that fill the unit cube evenly: the fractions of multiples of powers of the root of {@code
 * xᵈ⁺¹ = x + 1}.
 */
final class LowDiscrepancy {
  private LowDiscrepancy() {}

  /** A coordinate of a point, strictly between 0 and 1. */
  static double of(int point, int coordinate, int dimensions) {
    double root = 2;
    for (int i = 0; i < 40; i++) {
      root = Math.pow(1 + root, 1.0 / (dimensions + 1));
    }
    double share = 0.5 + (point + 1) * Math.pow(1 / root, coordinate + 1);
    double fraction = share - Math.floor(share);
    return Math.min(1 - 1e-9, Math.max(1e-9, fraction));
  }
}
