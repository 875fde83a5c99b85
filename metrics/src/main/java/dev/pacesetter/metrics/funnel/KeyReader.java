package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Optional;

/** The values of a row in some dimensions as one number, and back. */
final class KeyReader {
  /** The key of a row that lacks a value where all are needed. */
  static final long INCOMPLETE = -1;

  private final EventTable table;
  private final int[] dimensions;
  private final long[] sizes; // one more than values, for none
  private final long possible;

  KeyReader(EventTable table, ImmutableList<String> names) {
    this.table = table;
    dimensions = names.stream().mapToInt(table::dimension).toArray();
    sizes = new long[dimensions.length];
    long product = 1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = table.dimensionValues(dimensions[i]).size() + 1L;
      product = Math.multiplyExact(product, sizes[i]);
    }
    possible = product;
  }

  boolean isEmpty() {
    return dimensions.length == 0;
  }

  /** How many keys there can be. */
  long possible() {
    return possible;
  }

  /** The key of a row, where a missing value is a value too. */
  long key(int row) {
    long key = 0;
    for (int i = 0; i < dimensions.length; i++) {
      key = key * sizes[i] + table.code(dimensions[i], row) + 1;
    }
    return key;
  }

  /** The key of a row, {@link #INCOMPLETE} if it lacks a value. */
  long completeKey(int row) {
    long key = 0;
    for (int i = 0; i < dimensions.length; i++) {
      int code = table.code(dimensions[i], row);
      if (code == EventTable.NONE) {
        return INCOMPLETE;
      }
      key = key * sizes[i] + code + 1;
    }
    return key;
  }

  /** The values of a key in the order of the dimensions. */
  ImmutableList<Optional<String>> values(long key) {
    ImmutableList.Builder<Optional<String>> values = ImmutableList.builder();
    long rest = key;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      int code = (int) (rest % sizes[i]) - 1;
      values.add(
          code == EventTable.NONE
              ? Optional.empty()
              : Optional.of(table.dimensionValues(dimensions[i]).get(code)));
      rest /= sizes[i];
    }
    return values.build().reverse();
  }
}
