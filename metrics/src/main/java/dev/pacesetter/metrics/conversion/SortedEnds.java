package dev.pacesetter.metrics.conversion;

import java.util.Arrays;

/**
 * The times of all ends, copied once: those of each kind side by side in one array and sorted there
 * as primitives, so that the kind need not be carried along.
 */
final class SortedEnds {
  private final long[] sorted;
  private final int[] to = new int[End.KINDS];

  // the walk
  private final int[] at = new int[End.KINDS];
  private final int[] count = new int[End.KINDS];
  private long time;

  SortedEnds(long[] times, byte[] ends, int n) {
    for (int i = 0; i < n; i++) {
      if (times[i] < 0) {
        throw new IllegalArgumentException(
            "LifeTable time " + i + " is " + times[i] + "; it must be at least 0");
      }
      if (ends[i] < 0 || ends[i] >= End.KINDS) {
        throw new IllegalArgumentException(
            "LifeTable end "
                + i
                + " is "
                + ends[i]
                + "; it must be 0 (open), 1 (won) or 2 (lost), as End.code() says");
      }
      to[ends[i]]++;
    }
    for (int kind = 1; kind < End.KINDS; kind++) {
      to[kind] += to[kind - 1];
    }
    toTheStart();
    sorted = new long[n];
    int[] next = at.clone();
    for (int i = 0; i < n; i++) {
      sorted[next[ends[i]]++] = times[i];
    }
    for (int kind = 0; kind < End.KINDS; kind++) {
      Arrays.sort(sorted, at[kind], to[kind]);
    }
  }

  /** Returns how many distinct times there are, and goes back to the start. */
  int distinctTimes() {
    int distinct = 0;
    while (next()) {
      distinct++;
    }
    toTheStart();
    return distinct;
  }

  /** Goes to the next distinct time; false when there is none. */
  boolean next() {
    time = Long.MAX_VALUE;
    boolean more = false;
    for (int kind = 0; kind < End.KINDS; kind++) {
      if (at[kind] < to[kind]) {
        time = Math.min(time, sorted[at[kind]]);
        more = true;
      }
    }
    for (int kind = 0; kind < End.KINDS; kind++) {
      int from = at[kind];
      int end = from;
      while (end < to[kind] && sorted[end] == time) {
        end++;
      }
      count[kind] = end - from;
      at[kind] = end;
    }
    return more;
  }

  long time() {
    return time;
  }

  /** Returns how many ends of a kind, a code of {@link End}, there are at this time. */
  int count(int kind) {
    return count[kind];
  }

  private void toTheStart() {
    for (int kind = 0; kind < End.KINDS; kind++) {
      at[kind] = kind == 0 ? 0 : to[kind - 1];
    }
  }
}
