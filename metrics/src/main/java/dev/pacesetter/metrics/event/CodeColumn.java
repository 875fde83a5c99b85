package dev.pacesetter.metrics.event;

import org.jspecify.annotations.Nullable;

/**
 * Codes of a dictionary, one a row, in the narrowest array that holds them; {@link EventTable#NONE}
 * where there is none.
 */
final class CodeColumn {
  private final byte @Nullable [] bytes;
  private final short @Nullable [] shorts;
  private final int @Nullable [] ints;

  private CodeColumn(byte @Nullable [] bytes, short @Nullable [] shorts, int @Nullable [] ints) {
    this.bytes = bytes;
    this.shorts = shorts;
    this.ints = ints;
  }

  /** Returns a column of {@code rows} rows without a code, for a dictionary of a given size. */
  static CodeColumn empty(int rows, int codes) {
    if (codes <= 0xff) {
      return new CodeColumn(new byte[rows], null, null);
    }
    return codes <= 0xffff
        ? new CodeColumn(null, new short[rows], null)
        : new CodeColumn(null, null, new int[rows]);
  }

  // stored one higher, so that an untouched row has no code
  int get(int row) {
    if (bytes != null) {
      return (bytes[row] & 0xff) - 1;
    }
    if (shorts != null) {
      return (shorts[row] & 0xffff) - 1;
    }
    return ints == null ? EventTable.NONE : ints[row] - 1;
  }

  void set(int row, int code) {
    if (bytes != null) {
      bytes[row] = (byte) (code + 1);
    } else if (shorts != null) {
      shorts[row] = (short) (code + 1);
    } else if (ints != null) {
      ints[row] = code + 1;
    }
  }

  /** How many bytes a row takes. */
  int width() {
    if (bytes != null) {
      return Byte.BYTES;
    }
    return shorts != null ? Short.BYTES : Integer.BYTES;
  }

  /**
   * Puts the codes of some rows to their places and returns whether all are codes of the
   * dictionary.
   *
   * @param least the least code allowed
   * @param codes how many codes the dictionary has
   */
  boolean scatter(int[] from, int at, int count, int[] places, int least, int codes) {
    int wrong = 0; // negative once a code was outside
    if (bytes != null) {
      for (int i = 0; i < count; i++) {
        int code = from[at + i];
        wrong |= (code - least) | (codes - 1 - code);
        bytes[places[i]] = (byte) (code + 1);
      }
    } else if (shorts != null) {
      for (int i = 0; i < count; i++) {
        int code = from[at + i];
        wrong |= (code - least) | (codes - 1 - code);
        shorts[places[i]] = (short) (code + 1);
      }
    } else if (ints != null) {
      for (int i = 0; i < count; i++) {
        int code = from[at + i];
        wrong |= (code - least) | (codes - 1 - code);
        ints[places[i]] = code + 1;
      }
    }
    return wrong >= 0;
  }

  /** Puts the rows from {@code start} below {@code end} in the order of {@code source}. */
  void reorder(int start, int end, int[] source, int[] scratch) {
    if (bytes != null) {
      for (int row = start; row < end; row++) {
        scratch[row - start] = bytes[row];
      }
      for (int row = start; row < end; row++) {
        bytes[row] = (byte) scratch[source[row - start]];
      }
    } else if (shorts != null) {
      for (int row = start; row < end; row++) {
        scratch[row - start] = shorts[row];
      }
      for (int row = start; row < end; row++) {
        shorts[row] = (short) scratch[source[row - start]];
      }
    } else if (ints != null) {
      System.arraycopy(ints, start, scratch, 0, end - start);
      for (int row = start; row < end; row++) {
        ints[row] = scratch[source[row - start]];
      }
    }
  }

  /** Writes the rows of another column, from {@code start} below {@code end}, in other codes. */
  void copy(CodeColumn from, int start, int end, int at, int[] codes) {
    for (int row = start; row < end; row++) {
      int code = from.get(row);
      set(at + row - start, code == EventTable.NONE ? EventTable.NONE : codes[code]);
    }
  }
}
