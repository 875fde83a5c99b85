package dev.pacesetter.metrics.forecast;

import java.util.Arrays;

/**
 * The distribution of a sum of amounts that arrive as Poisson processes, by Panjer's recursion
 * {@code g(s) = (1/s)·Σ λ·j·g(s - j)} over the cells {@code j} of the amounts.
 */
final class CompoundPoisson {
  private static final double LARGE = 1e200;
  private static final double LOG_LARGE = Math.log(LARGE);

  private CompoundPoisson() {}

  /**
   * A total that is exceeded with a probability of at most {@code exp(-doubt)}, by Chernoff's
   * bound: the least of {@code (doubt + Σλ·(exp(tx) - 1)) / t}. Any {@code t} gives a valid one.
   */
  static double exceededBy(double[] amounts, double[] rates, double doubt) {
    double largest = 0;
    for (double amount : amounts) {
      largest = Math.max(largest, amount);
    }
    if (largest == 0) {
      return 0;
    }
    double low = -50;
    double high = Math.log(500);
    for (int step = 0; step < 100; step++) {
      double one = low + (high - low) / 3;
      double two = high - (high - low) / 3;
      double atOne = bound(amounts, rates, doubt, Math.exp(one) / largest);
      if (atOne <= bound(amounts, rates, doubt, Math.exp(two) / largest)) {
        high = two;
      } else {
        low = one;
      }
    }
    return bound(amounts, rates, doubt, Math.exp(low) / largest);
  }

  private static double bound(double[] amounts, double[] rates, double doubt, double t) {
    double sum = doubt;
    for (int i = 0; i < amounts.length; i++) {
      sum += rates[i] * Math.expm1(t * amounts[i]);
    }
    return sum / t;
  }

  static double[] over(long[] amounts, double[] rates, long width, int cells) {
    int most = 0;
    for (long amount : amounts) {
      most = Math.max(most, (int) Lattice.cell(amount, width));
    }
    double[] rateOfCell = new double[most + 1];
    double logarithm = 0;
    for (int i = 0; i < amounts.length; i++) {
      int cell = (int) Lattice.cell(amounts[i], width);
      if (cell > 0) {
        rateOfCell[cell] += rates[i];
        logarithm -= rates[i];
      }
    }
    int jumps = 0;
    int[] jump = new int[most + 1];
    double[] weight = new double[most + 1];
    for (int cell = 1; cell <= most; cell++) {
      if (rateOfCell[cell] > 0) {
        jump[jumps] = cell;
        weight[jumps++] = cell * rateOfCell[cell];
      }
    }
    // a start of 1 instead of exp(-Σλ), which may be 0; scaled down whenever it grows too large
    double[] mass = new double[cells];
    mass[0] = 1;
    for (int s = 1; s < cells; s++) {
      double sum = 0;
      for (int k = 0; k < jumps && jump[k] <= s; k++) {
        sum += weight[k] * mass[s - jump[k]];
      }
      mass[s] = sum / s;
      if (mass[s] > LARGE) {
        for (int i = 0; i <= s; i++) {
          mass[i] /= LARGE;
        }
        logarithm += LOG_LARGE;
      }
    }
    double scale = Math.exp(logarithm);
    Arrays.setAll(mass, s -> mass[s] * scale);
    return mass;
  }
}
