package dev.pacesetter.metrics.event;

import dev.pacesetter.metrics.column.RowOrder;
import java.util.Arrays;

/**
 * Puts the rows of a bucket, which arrive in the order they were given, in the order of a table.
 * All it reads and writes fits a processor's cache. One for each worker; reused from bucket to
 * bucket.
 */
final class BucketOrder implements RowOrder {
  private final RowColumns columns;
  private final int[] numbers; // of the subjects of all rows, less the first of the row's bucket
  private final int[]
      heads; // by number: the place of its next row, counted from the bucket's start

  // by place in the bucket
  private int[] source = {};
  private int[] scratch = {};
  private long[] times = {};
  private long[] sequences = {};

  BucketOrder(RowColumns columns, int[] numbers, int width) {
    this.columns = columns;
    this.numbers = numbers;
    heads = new int[width + 1];
  }

  /** Orders the rows from {@code from} below {@code to} and returns how many subjects they have. */
  int order(int from, int to) {
    if (!isOrdered(from, to)) {
      makeRoom(to - from);
      groupBySubject(from, to);
      orderRuns(from, to);
      move(from, to);
    }
    int subjects = 0;
    for (int row = from; row < to; row++) {
      subjects += row == from || numbers[row] != numbers[row - 1] ? 1 : 0;
    }
    return subjects;
  }

  private boolean isOrdered(int from, int to) {
    long[] time = columns.times;
    for (int row = from + 1; row < to; row++) {
      if (numbers[row] < numbers[row - 1]
          || (numbers[row] == numbers[row - 1]
              && (time[row] < time[row - 1]
                  || (time[row] == time[row - 1]
                      && columns.sequences != null
                      && columns.sequences[row] < columns.sequences[row - 1])))) {
        return false;
      }
    }
    return true;
  }

  private void groupBySubject(int from, int to) {
    Arrays.fill(heads, 0);
    for (int row = from; row < to; row++) {
      heads[numbers[row] + 1]++;
    }
    for (int number = 1; number < heads.length; number++) {
      heads[number] += heads[number - 1];
    }
    for (int row = from; row < to; row++) {
      source[heads[numbers[row]]++] = row - from;
    }
    // a head now stands at the start of the next number
    int place = from;
    for (int number = 0; place < to; number++) {
      int end = from + heads[number];
      while (place < end) {
        numbers[place++] = number;
      }
    }
  }

  private void orderRuns(int from, int to) {
    int rows = to - from;
    System.arraycopy(columns.times, from, times, 0, rows);
    if (columns.sequences != null) {
      System.arraycopy(columns.sequences, from, sequences, 0, rows);
    }
    int start = 0;
    for (int number = 0; start < rows; number++) {
      int end = heads[number];
      if (!isRunOrdered(start, end)) {
        sort(source, start, end, scratch);
      }
      start = end;
    }
  }

  private boolean isRunOrdered(int start, int end) {
    for (int place = start + 1; place < end; place++) {
      if (compare(source[place - 1], source[place]) > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compare(int a, int b) {
    int c = Long.compare(times[a], times[b]);
    return c != 0 || columns.sequences == null ? c : Long.compare(sequences[a], sequences[b]);
  }

  private void move(int from, int to) {
    gather(times, columns.times, from, to);
    if (columns.sequences != null) {
      gather(sequences, columns.sequences, from, to);
    }
    if (columns.values != null) {
      System.arraycopy(columns.values, from, times, 0, to - from);
      gather(times, columns.values, from, to);
    }
    columns.events.reorder(from, to, source, scratch);
    for (CodeColumn dimension : columns.dimensions) {
      dimension.reorder(from, to, source, scratch);
    }
  }

  private void gather(long[] column, long[] target, int from, int to) {
    for (int row = from; row < to; row++) {
      target[row] = column[source[row - from]];
    }
  }

  private void makeRoom(int rows) {
    if (source.length < rows) {
      source = new int[rows];
      scratch = new int[rows];
      times = new long[rows];
      sequences = columns.sequences == null ? sequences : new long[rows];
    }
  }
}
