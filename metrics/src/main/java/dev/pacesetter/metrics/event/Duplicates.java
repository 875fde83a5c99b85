package dev.pacesetter.metrics.event;

import dev.pacesetter.metrics.column.Parts;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds the rows that tell an event again: an earlier row has the same identity. */
final class Duplicates {
  private Duplicates() {}

  /**
   * Returns the rows to leave out, null where there is none.
   *
   * @throws IllegalArgumentException if two rows with one identity differ
   */
  static @Nullable BitSet of(EventColumns columns, LongColumn ids, Parts parts) {
    if (columns.unidentified == null && ascend(ids, columns.rows)) {
      return null;
    }
    BitSet found = new BitSet();
    EqualRows.visit(
        ids,
        columns.rows,
        columns.unidentified,
        parts,
        (row, first) -> {
          if (row != first) {
            checkSame(columns, ids, first, row);
            synchronized (found) {
              found.set(row);
            }
          }
        });
    return found.isEmpty() ? null : found;
  }

  /** Whether every identity is higher than the one before, as numbers given one by one are. */
  private static boolean ascend(LongColumn ids, int rows) {
    for (int row = 1; row < rows; row++) {
      if (ids.get(row - 1) >= ids.get(row)) {
        return false;
      }
    }
    return true;
  }

  private static void checkSame(EventColumns columns, LongColumn ids, int first, int row) {
    if (!columns.isSame(first, row)) {
      throw new IllegalArgumentException(
          "rows %d and %d have the id %d but differ: %s; %s. Rows with one id must be the same"
              .formatted(first, row, ids.get(row), columns.describe(first), columns.describe(row)));
    }
  }
}
