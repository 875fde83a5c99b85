package dev.pacesetter.metrics.event;

/**
 * A number for every row, from 0. Read by blocks, so that the loops over rows need not know where
 * the numbers come from.
 */
@FunctionalInterface
interface Numbers {
  /** Writes the numbers of {@code count} rows from row {@code from} on; they lie in one block. */
  void read(int from, int count, int[] to);
}
