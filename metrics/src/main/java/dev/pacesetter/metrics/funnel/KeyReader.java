package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** The values of a row in some dimensions as one number, and back. */
final class KeyReader {
  /** The key of a row that lacks a value where all are needed. */
  static final long INCOMPLETE = -1;

  /** Gives the code of a row in a dimension, or {@link EventTable#NONE}. */
  @FunctionalInterface
  interface Codes {
    int code(int dimension, int row);
  }

  /** Gives the value of a code in a dimension. */
  @FunctionalInterface
  interface Names {
    String name(int dimension, int code);
  }

  private final Codes codes;
  private final Names names;
  private final int[] dimensions;
  private final long[] sizes; // one more than values, for none
  private final long possible;

  private KeyReader(Codes codes, Names names, int[] dimensions, long[] sizes) {
    this.codes = codes;
    this.names = names;
    this.dimensions = dimensions;
    this.sizes = sizes;
    long product = 1;
    for (long size : sizes) {
      product = Math.multiplyExact(product, size);
    }
    possible = product;
  }

  static KeyReader of(EventTable table, ImmutableList<String> dimensions) {
    int[] numbers = dimensions.stream().mapToInt(table::dimension).toArray();
    long[] sizes = new long[numbers.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = table.dimensionValues(numbers[i]).size() + 1L;
    }
    ImmutableList<ImmutableList<String>> names =
        IntStream.range(0, table.dimensions().size())
            .mapToObj(table::dimensionValues)
            .collect(ImmutableList.toImmutableList());
    return new KeyReader(
        table::code, (dimension, code) -> names.get(dimension).get(code), numbers, sizes);
  }

  /** A reader for dictionaries that may grow. */
  static KeyReader growing(Codes codes, Names names, int[] dimensions) {
    long[] sizes = new long[dimensions.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 1L << Math.min(31, 62 / sizes.length);
    }
    return new KeyReader(codes, names, dimensions, sizes);
  }

  int[] dimensions() {
    return dimensions;
  }

  /** Per dimension by what the key before is multiplied. */
  long[] sizes() {
    return sizes;
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
      key = key * sizes[i] + codes.code(dimensions[i], row) + 1;
    }
    return key;
  }

  /** The key of a row, {@link #INCOMPLETE} if it lacks a value. */
  long completeKey(int row) {
    long key = 0;
    for (int i = 0; i < dimensions.length; i++) {
      int code = codes.code(dimensions[i], row);
      if (code == EventTable.NONE) {
        return INCOMPLETE;
      }
      key = key * sizes[i] + code + 1;
    }
    return key;
  }

  /** Gives the values of a key in the order of the dimensions; holds on to no rows. */
  LongFunction<ImmutableList<Optional<String>>> values() {
    int[] numbers = dimensions;
    long[] radices = sizes;
    Names values = names;
    return key -> values(key, numbers, radices, values);
  }

  private static ImmutableList<Optional<String>> values(
      long key, int[] dimensions, long[] sizes, Names names) {
    ImmutableList.Builder<Optional<String>> values = ImmutableList.builder();
    long rest = key;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      int code = (int) (rest % sizes[i]) - 1;
      values.add(
          code == EventTable.NONE
              ? Optional.empty()
              : Optional.of(names.name(dimensions[i], code)));
      rest /= sizes[i];
    }
    return values.build().reverse();
  }
}
