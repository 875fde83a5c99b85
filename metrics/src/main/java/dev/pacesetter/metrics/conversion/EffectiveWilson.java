package dev.pacesetter.metrics.conversion;

/** The limits of Wilson for a share of a sample whose size need not be whole, and may be 0. */
final class EffectiveWilson {
  private EffectiveWilson() {}

  static double lower(double share, double n, double z) {
    if (share <= 0 || n <= 0) {
      return 0;
    }
    double x = share * n;
    return Math.min(share, 2 * x * share / (2 * x + z * z + spread(share, n, z)));
  }

  static double upper(double share, double n, double z) {
    return 1 - lower(1 - share, n, z);
  }

  private static double spread(double share, double n, double z) {
    return z * Math.sqrt(z * z + 4 * n * share * (1 - share));
  }
}
