package dev.pacesetter.metrics.event;

import dev.pacesetter.metrics.column.LongDictionary;
import dev.pacesetter.metrics.column.Parts;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds the rows that tell an event again: an earlier row has the same identity. */
final class Duplicates {
  private final EventColumns columns;
  private final LongColumn ids;
  private final BitSet found = new BitSet();

  private Duplicates(EventColumns columns, LongColumn ids) {
    this.columns = columns;
    this.ids = ids;
  }

  /**
   * Returns the rows to leave out, null where there is none.
   *
   * @throws IllegalArgumentException if two rows with one identity differ
   */
  static @Nullable BitSet of(EventColumns columns, LongColumn ids, Parts parts) {
    Duplicates duplicates = new Duplicates(columns, ids);
    if (columns.unidentified != null || !duplicates.ascend()) {
      duplicates.find(parts);
    }
    return duplicates.found.isEmpty() ? null : duplicates.found;
  }

  /** Whether every identity is higher than the one before, as numbers given one by one are. */
  private boolean ascend() {
    for (int row = 1; row < columns.rows; row++) {
      if (ids.get(row - 1) >= ids.get(row)) {
        return false;
      }
    }
    return true;
  }

  private void find(Parts parts) {
    Numbers highBits =
        (from, count, to) -> {
          for (int i = 0; i < count; i++) {
            to[i] = (int) (LongDictionary.spread(ids.get(from + i)) >>> 34);
          }
        };
    Partition partition =
        new Partition(columns.rows, columns.unidentified, highBits, 1 << 30, parts);
    int[] rows = new int[partition.rows()];
    partition.scatter(
        (row, count, numbers, places) -> {
          for (int i = 0; i < count; i++) {
            rows[places[i]] = row + i;
          }
        },
        parts);
    Seen[] workers = new Seen[parts.workers()];
    parts.run(
        partition.buckets(),
        (worker, bucket) -> {
          if (workers[worker] == null) {
            workers[worker] = new Seen();
          }
          workers[worker].look(rows, partition.start(bucket), partition.end(bucket));
        });
  }

  private void compare(int first, int row) {
    if (!columns.isSame(first, row)) {
      throw new IllegalArgumentException(
          "rows %d and %d have the id %d but differ: %s; %s. Rows with one id must be the same"
              .formatted(first, row, ids.get(row), columns.describe(first), columns.describe(row)));
    }
    synchronized (found) {
      found.set(row);
    }
  }

  /** The identities of a bucket; reused from bucket to bucket. */
  private final class Seen {
    private int[] slots = {}; // place in the bucket + 1, 0 where free
    private long[] seen = {}; // by place in the bucket

    void look(int[] rows, int from, int to) {
      if (seen.length < to - from) {
        seen = new long[to - from];
        slots = new int[4 * Integer.highestOneBit(to - from)];
      }
      Arrays.fill(slots, 0);
      int mask = slots.length - 1;
      for (int place = 0; place < to - from; place++) {
        long id = ids.get(rows[from + place]);
        seen[place] = id;
        int slot = (int) LongDictionary.spread(id) & mask;
        while (slots[slot] != 0 && seen[slots[slot] - 1] != id) {
          slot = (slot + 1) & mask;
        }
        if (slots[slot] == 0) {
          slots[slot] = place + 1;
        } else {
          compare(rows[from + slots[slot] - 1], rows[from + place]);
        }
      }
    }
  }
}
