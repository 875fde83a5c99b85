package dev.pacesetter.metrics.forecast;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Totals in ascending order, each with its probability above 0. */
final class Totals {
  private final long[] totals;
  private final double[] mass;

  /** The probability of a total or a larger one; a last 0 follows. */
  private final double[] tail;

  private Totals(long[] totals, double[] mass) {
    this.totals = totals;
    this.mass = mass;
    this.tail = new double[mass.length + 1];
    for (int i = mass.length - 1; i >= 0; i--) {
      tail[i] = Math.min(1, tail[i + 1] + mass[i]);
    }
  }

  static Totals ofLattice(double[] cells, long firstCell, long width) {
    int count = 0;
    for (double probability : cells) {
      count += probability > 0 ? 1 : 0;
    }
    long[] totals = new long[count];
    double[] mass = new double[count];
    int i = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] > 0) {
        totals[i] = (firstCell + cell) * width;
        mass[i++] = cells[cell];
      }
    }
    return new Totals(totals, mass);
  }

  /** Merges deal by deal; null when more totals would come about than may be kept. */
  static @Nullable Totals ofDeals(long[] amounts, double[] probabilities, int most) {
    long[] totals = {0};
    double[] mass = {1};
    for (int deal = 0; deal < amounts.length; deal++) {
      int size = totals.length;
      long[] nextTotals = new long[2 * size];
      double[] nextMass = new double[2 * size];
      double p = probabilities[deal];
      int count = 0;
      int lost = 0;
      int won = 0;
      while (won < size) {
        long without = lost < size ? totals[lost] : Long.MAX_VALUE;
        long with = totals[won] + amounts[deal];
        nextTotals[count] = Math.min(without, with);
        if (without <= with) {
          nextMass[count] += (1 - p) * mass[lost++];
        }
        if (with <= without) {
          nextMass[count] += p * mass[won++];
        }
        count++;
      }
      if (count > most) {
        return null;
      }
      totals = Arrays.copyOf(nextTotals, count);
      mass = Arrays.copyOf(nextMass, count);
    }
    return new Totals(totals, mass);
  }

  /** Merges a few deals, whose totals can all be kept. */
  static Totals ofFewDeals(long[] amounts, double[] probabilities) {
    return Objects.requireNonNull(ofDeals(amounts, probabilities, 1 << amounts.length));
  }

  Totals plus(long certain) {
    if (certain == 0) {
      return this;
    }
    long[] moved = totals.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += certain;
    }
    return new Totals(moved, mass);
  }

  int size() {
    return totals.length;
  }

  long total(int i) {
    return totals[i];
  }

  double probability(int i) {
    return mass[i];
  }

  /** {@code P(T >= target)}; exactly 1 up to the smallest total. */
  double tail(double target) {
    if (target <= totals[0]) {
      return 1;
    }
    int low = 0;
    int high = totals.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (totals[middle] >= target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return tail[low];
  }

  /** The smallest total with {@code P(T > v) <= rest}. */
  long exceededBy(double rest) {
    int low = 0;
    int high = totals.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tail[middle + 1] <= rest) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return totals[low];
  }

  /** {@code E[max(0, target - T)]}. */
  double shortfall(double target) {
    double sum = 0;
    for (int i = 0; i < totals.length && totals[i] < target; i++) {
      sum += (target - totals[i]) * mass[i];
    }
    return sum;
  }
}
