package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/** Durations in an order that depends on nothing but them: by group, end and time. */
final class SortedDurations {
  private static final int ENDS = 3;

  /** Where the times of a group and an end start; one more at the end. */
  private final int[] starts;

  private final long[] times;

  private SortedDurations(int[] starts, long[] times) {
    this.starts = starts;
    this.times = times;
  }

  /**
   * Sorts durations.
   *
   * @param places for every number of a group its place among all
   * @param groups how many groups there are
   */
  static SortedDurations of(Durations durations, int[] places, int groups) {
    int[] starts = new int[buckets(groups) + 1];
    for (int i = 0; i < durations.size(); i++) {
      starts[bucket(durations, i, places) + 1]++;
    }
    for (int bucket = 0; bucket < starts.length - 1; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    int[] next = starts.clone();
    long[] times = new long[durations.size()];
    for (int i = 0; i < times.length; i++) {
      times[next[bucket(durations, i, places)]++] = durations.time(i);
    }
    for (int bucket = 0; bucket < starts.length - 1; bucket++) {
      Arrays.sort(times, starts[bucket], starts[bucket + 1]);
    }
    return new SortedDurations(starts, times);
  }

  private static int bucket(Durations durations, int i, int[] places) {
    int group = durations.group(i);
    int place = group == GroupTally.NONE ? 0 : places[group] + 1;
    return place * ENDS + durations.end(i);
  }

  /** How many kinds of durations there are: of no group first, of every end. */
  static int buckets(int groups) {
    return Math.multiplyExact(groups + 1, ENDS);
  }

  /** The place of the group of a kind, {@link GroupTally#NONE} for that of no group. */
  static int place(int bucket) {
    return bucket / ENDS - 1;
  }

  static byte end(int bucket) {
    return (byte) (bucket % ENDS);
  }

  /** Where the times of a kind start; they end where those of the next start. */
  int start(int bucket) {
    return starts[bucket];
  }

  long time(int i) {
    return times[i];
  }

  boolean isEqual(SortedDurations other) {
    return Arrays.equals(starts, other.starts) && Arrays.equals(times, other.times);
  }
}
