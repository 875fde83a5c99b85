package dev.pacesetter.metrics.event;

import dev.pacesetter.metrics.column.Parts;
import java.util.Arrays;

/** Subjects that are numbers of the caller's. */
final class KeyNumbers {
  /** Up to this many numbers a row in their range, every number has a place, be it there or not. */
  private static final long SPREAD = 4;

  private KeyNumbers() {}

  static SubjectNumbers of(LongColumn keys, int rows, Parts parts) {
    if (rows == 0) {
      return new Dense(keys, 0, 1);
    }
    int blocks = (rows - 1) / Partition.BLOCK + 1;
    long[] least = new long[blocks];
    long[] most = new long[blocks];
    parts.run(
        blocks,
        (worker, block) -> {
          int from = block * Partition.BLOCK;
          int count = Math.min(Partition.BLOCK, rows - from);
          long[] chunk = keys.chunk(from);
          int at = keys.offset(from);
          long min = chunk[at];
          long max = min;
          for (int i = at + 1; i < at + count; i++) {
            min = Math.min(min, chunk[i]);
            max = Math.max(max, chunk[i]);
          }
          least[block] = min;
          most[block] = max;
        });
    long min = Arrays.stream(least).min().orElseThrow();
    long max = Arrays.stream(most).max().orElseThrow();
    long spread = max - min; // negative where it exceeds a long
    return spread >= 0 && spread < Math.min(SPREAD * rows, Integer.MAX_VALUE)
        ? new Dense(keys, min, (int) spread + 1)
        : new Sparse(keys, rows, parts);
  }

  /** A number's distance from the least. */
  private record Dense(LongColumn keys, long least, int range) implements SubjectNumbers {
    @Override
    public void read(int from, int count, int[] to) {
      long[] chunk = keys.chunk(from);
      int at = keys.offset(from);
      for (int i = 0; i < count; i++) {
        to[i] = (int) (chunk[at + i] - least);
      }
    }

    @Override
    public long key(int number) {
      return least + number;
    }

    @Override
    public String name(int number) {
      return Long.toString(key(number));
    }
  }

  /** A number's rank among those that are there. */
  private static final class Sparse implements SubjectNumbers {
    private final int[] ranks; // by row
    private final long[] sorted; // by rank

    Sparse(LongColumn keys, int rows, Parts parts) {
      int[] firsts = new int[rows];
      EqualRows.visit(keys, rows, null, parts, (row, first) -> firsts[row] = first);
      RadixSort distinct = distinct(keys, firsts);
      sorted = distinct.numbers();
      int[] holders = distinct.companions();
      for (int rank = 0; rank < holders.length; rank++) {
        firsts[holders[rank]] = ~rank; // negative: told apart from rows that still name their first
      }
      int blocks = (rows - 1) / Partition.BLOCK + 1;
      parts.run(
          blocks,
          (worker, block) -> {
            int from = block * Partition.BLOCK;
            int end = from + Math.min(Partition.BLOCK, rows - from);
            for (int row = from; row < end; row++) {
              if (firsts[row] >= 0) {
                firsts[row] = firsts[firsts[row]];
              }
            }
          });
      ranks = firsts;
    }

    private static RadixSort distinct(LongColumn keys, int[] firsts) {
      int count = 0;
      for (int row = 0; row < firsts.length; row++) {
        count += firsts[row] == row ? 1 : 0;
      }
      long[] numbers = new long[count];
      int[] rows = new int[count];
      int to = 0;
      for (int row = 0; row < firsts.length; row++) {
        if (firsts[row] == row) {
          numbers[to] = keys.get(row);
          rows[to++] = row;
        }
      }
      return new RadixSort(numbers, rows);
    }

    @Override
    public int range() {
      return sorted.length;
    }

    @Override
    public void read(int from, int count, int[] to) {
      for (int i = 0; i < count; i++) {
        to[i] = ~ranks[from + i];
      }
    }

    @Override
    public long key(int number) {
      return sorted[number];
    }

    @Override
    public String name(int number) {
      return Long.toString(key(number));
    }
  }
}
