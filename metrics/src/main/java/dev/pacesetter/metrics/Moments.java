package dev.pacesetter.metrics;

/**
 * Central moments of sorted observations: two passes, corrected for the rounding of the mean, and
 * scaled so that no power of a deviation overflows or vanishes.
 */
final class Moments {
  private final int n;
  private final int exponent;
  private final double m2; // of scaled deviations, as are the others
  private final double m3;
  private final double m4;

  Moments(double[] sorted, double mean) {
    n = sorted.length;
    double farthest = Math.max(Math.abs(sorted[0] - mean), Math.abs(sorted[n - 1] - mean));
    exponent = farthest == 0 ? 0 : Math.getExponent(farthest);
    double rest = 0;
    for (double x : sorted) {
      rest += scaled(x - mean);
    }
    rest /= n;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double x : sorted) {
      double deviation = scaled(x - mean) - rest;
      double square = deviation * deviation;
      second += square;
      third += square * deviation;
      fourth += square * square;
    }
    m2 = second / n;
    m3 = third / n;
    m4 = fourth / n;
  }

  private double scaled(double deviation) {
    return Math.scalb(deviation, -exponent);
  }

  double standardDeviation() {
    return Math.scalb(Math.sqrt(m2 * n / (n - 1)), exponent);
  }

  /** May be infinite. */
  double variance() {
    return Math.scalb(m2 * n / (n - 1), 2 * exponent);
  }

  /** May be infinite. */
  double populationVariance() {
    return Math.scalb(m2, 2 * exponent);
  }

  double skewness() {
    return m3 / (m2 * Math.sqrt(m2));
  }

  double excessKurtosis() {
    return m4 / (m2 * m2) - 3;
  }
}
