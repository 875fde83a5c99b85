package dev.pacesetter.metrics.forecast;

/**
 * The probability that a total reaches one target, for changing win probabilities: a convolution
 * that keeps nothing beyond the target.
 */
final class TargetTail {
  /** Rounding to this many is far finer than the rates are known. */
  private static final int CELLS = 1 << 12;

  private final int[] cell;
  private final double[] lost;
  private final double target;
  private final boolean isExact;
  private final long width;
  private final int cells;
  private double[] mass;
  private double[] next;

  TargetTail(long[] amounts, long target, int mostCells) {
    long divisor = Lattice.gcd(amounts);
    this.isExact = target / divisor < mostCells;
    int rounded = Math.min(CELLS, mostCells);
    this.width = isExact ? divisor : (target + rounded - 1) / rounded;
    this.target = target;
    this.cell = new int[amounts.length];
    this.lost = new double[amounts.length];
    double mostLost = 0;
    for (int i = 0; i < amounts.length; i++) {
      lost[i] = isExact ? 0 : Lattice.lost(amounts[i], width);
      mostLost += Math.abs(lost[i]);
      // what reaches the target alone need not be kept apart
      long most = (target + (long) mostLost) / width + 2;
      cell[i] = (int) Math.min(most, Lattice.cell(amounts[i], width));
    }
    this.cells = (int) Math.ceil((target + mostLost) / width) + 2;
    this.mass = new double[cells];
    this.next = new double[cells];
  }

  double probability(double[] probabilities) {
    double mean = 0;
    int size = 1;
    mass[0] = 1;
    for (int i = 0; i < cell.length; i++) {
      double p = probabilities[i];
      mean += p * lost[i];
      if (cell[i] > 0 && p > 0) {
        size = withDeal(size, cell[i], p);
      }
    }
    double below = 0;
    double at = (target - mean) / width;
    if (isExact) {
      int first = (int) Math.ceil(at);
      for (int i = 0; i < first && i < size; i++) {
        below += mass[i];
      }
    } else {
      // a cell stands for what was rounded to it: half a width on either side
      int last = (int) Math.floor(at + 0.5);
      for (int i = 0; i < last && i < size; i++) {
        below += mass[i];
      }
      if (last >= 0 && last < size) {
        below += mass[last] * (at + 0.5 - last);
      }
    }
    return Math.min(1, Math.max(0, 1 - below));
  }

  /** Drops what lies beyond the last cell; it has reached the target. */
  private int withDeal(int size, int by, double p) {
    double q = 1 - p;
    for (int i = 0; i < size; i++) {
      next[i] = q * mass[i];
    }
    int grown = Math.min(cells, size + by);
    for (int i = size; i < grown; i++) {
      next[i] = 0;
    }
    for (int i = 0; i + by < grown && i < size; i++) {
      next[i + by] += p * mass[i];
    }
    double[] before = mass;
    mass = next;
    next = before;
    return grown;
  }
}
