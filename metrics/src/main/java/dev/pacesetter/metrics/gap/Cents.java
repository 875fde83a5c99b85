package dev.pacesetter.metrics.gap;

import static com.google.common.base.Preconditions.checkArgument;

/** Whole minor units. */
final class Cents {
  /** Every whole number up to here is a double. */
  private static final double LARGEST = 9e15;

  /** Far more than rounding of amounts up to the largest can miss. */
  private static final long MOST_MISSING = 1_000;

  /** Closer than this, distances differ by their computation only. */
  private static final double SAME = 1e-6;

  private Cents() {}

  static long of(String what, String cell, double amount) {
    checkArgument(
        Math.abs(amount) <= LARGEST,
        "The %s amount of cell %s is %s minor units; it must be from -9e15 to 9e15",
        what,
        cell,
        amount);
    return (long) Math.rint(amount);
  }

  /**
   * Rounds parts to whole units that add up to a total: each to the nearest, then single units to
   * those that rounding moved farthest, ties to the first. A part of exactly 0 remains 0.
   */
  static long[] rounded(String cell, double[] parts, long total) {
    long[] rounded = new long[parts.length];
    long missing = total;
    for (int i = 0; i < parts.length; i++) {
      rounded[i] = Cents.of("explained", cell, parts[i]);
      missing = Math.subtractExact(missing, rounded[i]);
    }
    checkArgument(
        Math.abs(missing) <= MOST_MISSING,
        "The parts of cell %s miss its difference by %s units; its drivers are too far apart",
        cell,
        missing);
    long unit = Long.signum(missing);
    while (missing != 0) {
      int most = -1;
      double farthest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < parts.length; i++) {
        double moved = unit * (parts[i] - rounded[i]);
        if (parts[i] != 0 && moved > farthest + SAME) {
          most = i;
          farthest = moved;
        }
      }
      most = Math.max(most, 0); // all parts cancelled to 0, as only drivers of both signs can
      rounded[most] += unit;
      missing -= unit;
    }
    return rounded;
  }
}
