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
}
