package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * Deals one after the other, few enough to stay in the nearest cache; the facts of each in their
 * order. A fact is the place it brings a deal to, see {@link StageTally}; {@link StageTally#open}
 * comes as the first fact of a deal or not at all.
 */
final class DealBlock {
  /** How many deals there are; each has at least one fact. */
  int deals;

  /** The first fact of every deal, and that after the last of all. */
  int[] starts;

  /** What every fact brings its deal to, and open after the last of all. */
  int[] became;

  /** When, none of them after the as-of instant, and that instant after the last of all. */
  long[] at;

  /** Whether no time is further from the as-of instant than {@link #NEAR}. */
  boolean isNear;

  /** Spans up to this, added up over a deal, leave some bits of a {@code long} unused. */
  static final long NEAR = 1L << 60;

  DealBlock(int rows) {
    starts = new int[rows + 1];
    became = new int[rows + 1];
    at = new long[rows + 1];
  }

  /** Makes room for so many facts, of as many deals. */
  void reserve(int rows) {
    if (rows >= became.length) {
      starts = Arrays.copyOf(starts, rows + 1);
      became = new int[rows + 1];
      at = new long[rows + 1];
    }
  }

  /** How many facts there are. */
  int rows() {
    return starts[deals];
  }
}
