package dev.pacesetter.metrics.forecast;

/** Amounts as whole numbers of cells of one width, rounded to the nearest. */
final class Lattice {
  private Lattice() {}

  static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  static long gcd(long[] amounts) {
    long divisor = 0;
    for (long amount : amounts) {
      divisor = gcd(divisor, amount);
    }
    return Math.max(1, divisor);
  }

  static long cell(long amount, long width) {
    return (amount + width / 2) / width;
  }

  /** What rounding takes away: {@code amount - cell·width}, at most half a width. */
  static long lost(long amount, long width) {
    return amount - cell(amount, width) * width;
  }

  /**
   * How far a sum of independent terms, each at most {@code largest} from its mean, strays from its
   * mean in one direction but for a probability of {@code exp(-doubt)}: Bernstein's inequality,
   * which holds for Poisson sums too. Boucheron, Lugosi and Massart (2013), 2.8.
   */
  static double stray(double variance, double largest, double doubt) {
    double linear = doubt * largest / 3;
    return linear + Math.sqrt(linear * linear + 2 * variance * doubt);
  }
}
