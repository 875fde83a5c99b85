package dev.pacesetter.metrics.funnel;

import com.google.common.math.LongMath;
import java.util.Arrays;

/**
 * One chain that counts: how deep it came, by which rows, and how it stands. Used again and again.
 */
final class Chain {
  static final int SKIPPED = -1;

  /** The last step reached, from 0. */
  int depth;

  /** The row of every step reached, {@link #SKIPPED} for an optional one that was not taken. */
  final int[] rows;

  final long[] times;

  /** Whether it may still go on as of the run. */
  boolean isPending;

  /** Whether it was ended by an exclusion or by strictness, rather than by time. */
  boolean isBroken;

  /** How long it has been, or was, waiting at its last step. */
  long waited;

  /** The last tick at which a pending chain is pending. */
  long openUntil;

  Chain(int steps) {
    rows = new int[steps];
    times = new long[steps];
  }

  void reset() {
    depth = -1;
    Arrays.fill(rows, SKIPPED);
    isPending = false;
    isBroken = false;
    waited = 0;
    openUntil = Long.MIN_VALUE;
  }

  boolean took(int step) {
    return rows[step] != SKIPPED;
  }

  long completion() {
    return times[depth];
  }

  /**
   * Deeper, else sooner there, else entered later; of what is then still equal, the one that took
   * the first optional step that the other passed over, so that the order in which rows of an
   * instant arrived makes no difference to who entered a step.
   */
  boolean isBetterThan(Chain other) {
    if (depth != other.depth) {
      return depth > other.depth;
    }
    if (completion() != other.completion()) {
      return completion() < other.completion();
    }
    if (times[0] != other.times[0]) {
      return times[0] > other.times[0];
    }
    for (int step = 0; step < depth; step++) {
      if (took(step) != other.took(step)) {
        return took(step);
      }
    }
    return false;
  }

  void copyFrom(Chain other) {
    depth = other.depth;
    System.arraycopy(other.rows, 0, rows, 0, rows.length);
    System.arraycopy(other.times, 0, times, 0, times.length);
    isPending = other.isPending;
    isBroken = other.isBroken;
    waited = other.waited;
    openUntil = other.openUntil;
  }

  void ended(long at, boolean broken) {
    isPending = false;
    isBroken = broken;
    waited = LongMath.saturatedSubtract(at, completion());
  }

  void open(long since, long until, long asOf) {
    isPending = true;
    openUntil = until;
    isBroken = false;
    waited = LongMath.saturatedSubtract(asOf, since);
  }
}
