package dev.pacesetter.metrics.event;

import dev.pacesetter.metrics.column.Parts;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that have the same number in a column, by a hash table for each of many buckets of
 * rows, small enough to fit a processor's cache.
 */
final class EqualRows {
  private static final int HASH_BITS = 30;

  private final int[] rows; // those of a bucket together
  private final long[] numbers; // of these rows
  private final Visitor visitor;
  private int[] slots = {}; // place in the bucket + 1, 0 where free

  /** Takes rows in no stated order, from several threads. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a row and the first row that has its number; the row itself where it is the first. */
    void visit(int row, int first);
  }

  private EqualRows(int[] rows, long[] numbers, Visitor visitor) {
    this.rows = rows;
    this.numbers = numbers;
    this.visitor = visitor;
  }

  /**
   * Visits every row.
   *
   * @param leftOut rows not to visit
   */
  static void visit(
      LongColumn column, int rows, @Nullable BitSet leftOut, Parts parts, Visitor visitor) {
    Numbers hashes =
        (from, count, to) -> {
          for (int i = 0; i < count; i++) {
            to[i] = (int) (hash(column.get(from + i)) >>> (Long.SIZE - HASH_BITS));
          }
        };
    Partition partition = new Partition(rows, leftOut, hashes, 1 << HASH_BITS, parts);
    int[] byBucket = new int[partition.rows()];
    long[] numbers = new long[partition.rows()];
    partition.scatter(
        (row, count, hash, places) -> {
          long[] chunk = column.chunk(row);
          int at = column.offset(row);
          for (int i = 0; i < count; i++) {
            byBucket[places[i]] = row + i;
            numbers[places[i]] = chunk[at + i];
          }
        },
        parts);
    EqualRows[] workers = new EqualRows[parts.workers()];
    parts.run(
        partition.buckets(),
        (worker, bucket) -> {
          if (workers[worker] == null) {
            workers[worker] = new EqualRows(byBucket, numbers, visitor);
          }
          workers[worker].visit(partition.start(bucket), partition.end(bucket));
        });
  }

  private void visit(int from, int to) {
    if (slots.length < slotsFor(to - from)) {
      slots = new int[slotsFor(to - from)];
    }
    Arrays.fill(slots, 0);
    int mask = slots.length - 1;
    for (int place = from; place < to; place++) {
      long number = numbers[place];
      int slot = (int) hash(number) & mask;
      while (slots[slot] != 0 && numbers[from + slots[slot] - 1] != number) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = place - from + 1;
      }
      visitor.visit(rows[place], rows[from + slots[slot] - 1]);
    }
  }

  /** A power of two, twice to four times the rows; of so many that it cannot be, at least more. */
  private static int slotsFor(int rows) {
    return (int) Math.min(1 << 30, 4L * Integer.highestOneBit(rows));
  }

  /** Mixes the bits of a number so that each depends on all. */
  private static long hash(long number) {
    long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
