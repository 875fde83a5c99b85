package dev.pacesetter.division;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for whole amounts that keep bounds of any kind, near the real shares: for where rounding
 * axis by axis finds none, which with three axes and more may be so although there are some.
 *
 * <p>Every cell has a range. What a sum may still come to narrows the ranges of its cells; where
 * nothing follows any more, a cell is set to what is next to its share, and to something else where
 * that leads nowhere. Sums that led nowhere before are decided first (Boussemart, Hemery, Lecoutre
 * and Sais, Boosting Systematic Search by Weighting Constraints, 2004). The problem is hard, so the
 * search gives up after so much work, by count and not by time: it always finds the same.
 */
final class WholeSearch {
  /** Tables with more cells times kinds of sums than this are not searched. */
  private static final long LARGEST = 400_000;

  /** So many dead ends are seen before it begins again with what it learned. */
  private static final int FIRST_FAILURES = 50;

  private static final int NOTHING = -1;

  private final double[] shares;
  private final Ranges ranges;
  private int[] decided = new int[64];
  private int[] since = new int[64];
  private long[] otherLeast = new long[64];
  private long[] otherMost = new long[64];
  private int depth;

  private WholeSearch(double[] shares, Ranges ranges) {
    this.shares = shares;
    this.ranges = ranges;
  }

  /**
   * Searches.
   *
   * @param grid the shape
   * @param shares real shares; cells of 0 stay 0
   * @param bounds whole bounds by mask of axes, the total and the cells among them
   * @param further by how much a cell may be below its floor or above its ceiling
   * @return the amounts; empty where there are none or none were found
   */
  static Optional<long[]> find(
      Grid grid, double[] shares, Map<Integer, Bounds> bounds, long further) {
    if ((long) shares.length * bounds.size() > LARGEST) {
      return Optional.empty();
    }
    Ranges ranges = new Ranges(grid, shares, bounds, further);
    return ranges.follow() ? new WholeSearch(shares, ranges).search() : Optional.empty();
  }

  private Optional<long[]> search() {
    int root = ranges.changes();
    int failures = 0;
    int mostFailures = FIRST_FAILURES;
    while (!ranges.isSpent()) {
      int cell = next();
      if (cell == NOTHING) {
        return Optional.of(nearest());
      }
      decide(cell);
      while (!ranges.follow()) {
        failures++;
        if (depth == 0 || ranges.isSpent()) {
          return Optional.empty();
        }
        takeBack();
      }
      if (failures > mostFailures && depth > 0) {
        failures = 0;
        mostFailures += mostFailures / 2;
        depth = 0;
        ranges.undo(root);
      }
    }
    return Optional.empty();
  }

  /** The clearest open cell of the sum that is decided next; nothing where any amounts will do. */
  private int next() {
    int sum = ranges.undecided();
    int clearest = NOTHING;
    double clarity = -1;
    for (int at = 0; sum != NOTHING && at < ranges.size(sum); at++) {
      int cell = ranges.member(sum, at);
      double unclear = Math.abs(shares[cell] - Math.rint(shares[cell]));
      if (ranges.least(cell) < ranges.most(cell) && 1 - unclear > clarity) {
        clearest = cell;
        clarity = 1 - unclear;
      }
    }
    return clearest;
  }

  private long nearest(int cell) {
    return Math.min(
        ranges.most(cell), Math.max(ranges.least(cell), (long) Math.rint(shares[cell])));
  }

  private long[] nearest() {
    long[] amounts = new long[shares.length];
    Arrays.setAll(amounts, this::nearest);
    return amounts;
  }

  private void decide(int cell) {
    long least = ranges.least(cell);
    long most = ranges.most(cell);
    long nearest = nearest(cell);
    boolean isUpper = nearest > least;
    if (depth == decided.length) {
      decided = Arrays.copyOf(decided, 2 * depth);
      since = Arrays.copyOf(since, 2 * depth);
      otherLeast = Arrays.copyOf(otherLeast, 2 * depth);
      otherMost = Arrays.copyOf(otherMost, 2 * depth);
    }
    decided[depth] = cell;
    since[depth] = ranges.changes();
    otherLeast[depth] = isUpper ? least : nearest + 1;
    otherMost[depth] = isUpper ? nearest - 1 : most;
    depth++;
    ranges.narrow(cell, nearest, isUpper ? most : nearest);
  }

  private void takeBack() {
    depth--;
    ranges.undo(since[depth]);
    ranges.narrow(decided[depth], otherLeast[depth], otherMost[depth]);
  }
}
