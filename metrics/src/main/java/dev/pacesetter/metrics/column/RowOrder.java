package dev.pacesetter.metrics.column;

/** Compares two rows of a table of columns, given by their numbers. */
@FunctionalInterface
public interface RowOrder {
  /** At most this many rows are sorted by insertion. */
  int SHORT = 12;

  /**
   * Compares two rows.
   *
   * @param a a row
   * @param b another row
   * @return negative, 0 or positive as {@code a} comes before, with or after {@code b}
   */
  int compare(int a, int b);

  /**
   * Returns the numbers of the rows in this order; equal rows keep theirs. No boxing.
   *
   * @param rows how many rows there are
   * @return a permutation of the numbers from 0 below {@code rows}
   */
  default int[] sorted(int rows) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    sort(order, 0, rows, new int[rows]);
    return order;
  }

  /**
   * Puts a part of an array of rows in this order; equal rows keep theirs.
   *
   * @param order the rows
   * @param from the first place of the part
   * @param to the place after its last
   * @param buffer scratch, at least half as long as the part and one longer
   */
  default void sort(int[] order, int from, int to, int[] buffer) {
    if (to - from <= SHORT) {
      for (int i = from + 1; i < to; i++) {
        int row = order[i];
        int j = i;
        for (; j > from && compare(order[j - 1], row) > 0; j--) {
          order[j] = order[j - 1];
        }
        order[j] = row;
      }
      return;
    }
    int middle = (from + to) >>> 1;
    sort(order, from, middle, buffer);
    sort(order, middle, to, buffer);
    if (compare(order[middle - 1], order[middle]) <= 0) {
      return; // already in order, as most exports are
    }
    System.arraycopy(order, from, buffer, 0, middle - from);
    int left = 0;
    int right = middle;
    for (int next = from; left < middle - from; next++) {
      boolean takeRight = right < to && compare(buffer[left], order[right]) > 0;
      order[next] = takeRight ? order[right++] : buffer[left++];
    }
  }
}
