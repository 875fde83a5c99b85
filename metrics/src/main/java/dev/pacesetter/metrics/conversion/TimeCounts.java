package dev.pacesetter.metrics.conversion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts of one or several kinds at distinct times, ascending; no row is all zero. */
final class TimeCounts {
  private final long[] times;
  private final long[][] counts; // by kind, then by row

  private TimeCounts(long[] times, long[][] counts) {
    this.times = times;
    this.counts = counts;
  }

  /** Returns the counts of each {@link End} by its code. */
  static TimeCounts of(SortedEnds ends) {
    TimeCounts result = empty(End.KINDS, ends.distinctTimes());
    for (int row = 0; ends.next(); row++) {
      result.times[row] = ends.time();
      for (int kind = 0; kind < End.KINDS; kind++) {
        result.counts[kind][row] = ends.count(kind);
      }
    }
    return result;
  }

  /** Returns the counts of one kind; sorts the array. */
  static TimeCounts ofOneKind(long[] times) {
    Arrays.sort(times);
    TimeCounts result = empty(1, times.length);
    int rows = 0;
    for (int i = 0; i < times.length; i++) {
      if (i == 0 || times[i] != times[i - 1]) {
        result.times[rows++] = times[i];
      }
      result.counts[0][rows - 1]++;
    }
    return result.firstRows(rows);
  }

  /** Returns the counts given by column, without the rows that are all zero. */
  static TimeCounts of(long[] times, long[]... counts) {
    TimeCounts result = empty(counts.length, times.length);
    int rows = 0;
    for (int row = 0; row < times.length; row++) {
      boolean any = false;
      for (int kind = 0; kind < counts.length; kind++) {
        result.counts[kind][rows] = counts[kind][row];
        any |= counts[kind][row] != 0;
      }
      result.times[rows] = times[row];
      rows += any ? 1 : 0;
    }
    return result.firstRows(rows);
  }

  private static TimeCounts empty(int kinds, int rows) {
    return new TimeCounts(new long[rows], new long[kinds][rows]);
  }

  int rows() {
    return times.length;
  }

  long time(int row) {
    return times[row];
  }

  long count(int kind, int row) {
    return counts[kind][row];
  }

  long total(int kind) {
    long total = 0;
    for (long count : counts[kind]) {
      total = Math.addExact(total, count);
    }
    return total;
  }

  TimeCounts plus(TimeCounts other) {
    TimeCounts sum = empty(counts.length, Math.addExact(rows(), other.rows()));
    int rows = 0;
    int a = 0;
    int b = 0;
    while (a < rows() || b < other.rows()) {
      boolean here = b == other.rows() || (a < rows() && times[a] <= other.times[b]);
      boolean there = a == rows() || (b < other.rows() && other.times[b] <= times[a]);
      sum.times[rows] = here ? times[a] : other.times[b];
      for (int kind = 0; kind < counts.length; kind++) {
        sum.counts[kind][rows] =
            Math.addExact(here ? counts[kind][a] : 0, there ? other.counts[kind][b] : 0);
      }
      a += here ? 1 : 0;
      b += there ? 1 : 0;
      rows++;
    }
    return sum.firstRows(rows);
  }

  TimeCounts firstRows(int rows) {
    return rows == rows() ? this : between(0, rows);
  }

  TimeCounts fromRow(int row) {
    return row == 0 ? this : between(row, rows());
  }

  private TimeCounts between(int from, int to) {
    long[][] part = new long[counts.length][];
    for (int kind = 0; kind < counts.length; kind++) {
      part[kind] = Arrays.copyOfRange(counts[kind], from, to);
    }
    return new TimeCounts(Arrays.copyOfRange(times, from, to), part);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeCounts that
        && Arrays.equals(times, that.times)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.deepHashCode(counts);
  }
}
