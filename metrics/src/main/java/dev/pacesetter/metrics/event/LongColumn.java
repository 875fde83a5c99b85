package dev.pacesetter.metrics.event;

import java.util.Arrays;

/**
 * Whole numbers, one a row, on their way into a table: an array of the caller's, or chunks that are
 * added as rows arrive, so that nothing is copied to make room and at most one chunk is not full.
 */
final class LongColumn {
  /** Rows of a chunk; a multiple of {@link Partition#BLOCK}, so that no block lies in two. */
  private static final int CHUNK = 1 << 15;

  private static final int FIRST = 64;

  private final int shift;
  private final int mask;
  private long[][] chunks;

  LongColumn() {
    this(new long[][] {new long[FIRST]}, Integer.numberOfTrailingZeros(CHUNK));
  }

  private LongColumn(long[][] chunks, int shift) {
    this.chunks = chunks;
    this.shift = shift;
    mask = (1 << shift) - 1;
  }

  static LongColumn of(long[] array) {
    return new LongColumn(new long[][] {array}, Integer.SIZE - 1);
  }

  long get(int row) {
    return chunks[row >>> shift][row & mask];
  }

  /** Returns the array that holds a row, and the rows after it of the same block. */
  long[] chunk(int row) {
    return chunks[row >>> shift];
  }

  /** Returns the place of a row in its {@link #chunk}. */
  int offset(int row) {
    return row & mask;
  }

  void set(int row, long value) {
    reach(row);
    chunks[row >>> shift][row & mask] = value;
  }

  /** Makes room up to a row; rows nobody sets are 0. */
  void reach(int row) {
    int last = row >>> shift;
    if (last < chunks.length && (row & mask) < chunks[last].length) {
      return;
    }
    if (last == 0) {
      chunks[0] =
          Arrays.copyOf(chunks[0], Math.min(CHUNK, Math.max(2 * chunks[0].length, row + 1)));
      return;
    }
    int first = chunks.length;
    chunks = Arrays.copyOf(chunks, last + 1);
    if (chunks[0].length < CHUNK) {
      chunks[0] = Arrays.copyOf(chunks[0], CHUNK);
    }
    for (int chunk = first; chunk <= last; chunk++) {
      chunks[chunk] = new long[CHUNK];
    }
  }
}
