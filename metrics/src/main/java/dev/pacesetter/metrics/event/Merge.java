package dev.pacesetter.metrics.event;

/**
 * Merges sequences that are in order, by stretches: whatever one has before the next element of any
 * other is taken at once, so that sequences which hardly overlap are hardly compared.
 */
final class Merge {
  private final Order order;
  private final int[] next; // by sequence: its next element
  private final int[] end; // by sequence: the element after its last
  private final int[] heap; // the sequence whose next element comes first on top
  private int size;

  /** Compares elements of two sequences. */
  @FunctionalInterface
  interface Order {
    /** Negative, 0 or positive as element {@code i} of {@code a} comes before {@code j} of b. */
    int compare(int a, int i, int b, int j);
  }

  Merge(int sequences, Order order) {
    this.order = order;
    next = new int[sequences];
    end = new int[sequences];
    heap = new int[sequences];
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds what is left of a sequence; does nothing where nothing is. */
  void add(int sequence, int from, int to) {
    if (from == to) {
      return;
    }
    next[sequence] = from;
    end[sequence] = to;
    int place = size++;
    while (place > 0 && isBefore(sequence, heap[(place - 1) / 2])) {
      heap[place] = heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    heap[place] = sequence;
  }

  /** Removes the sequence whose next element comes first; of several the one with least number. */
  int take() {
    int taken = heap[0];
    int moved = heap[--size];
    int place = 0;
    for (int child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (isBefore(moved, heap[child])) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = moved;
    return taken;
  }

  int next(int sequence) {
    return next[sequence];
  }

  int end(int sequence) {
    return end[sequence];
  }

  /** Whether some sequence's next element is equal to that of one taken. */
  boolean hasEqual(int taken) {
    return size > 0 && order.compare(taken, next[taken], heap[0], next[heap[0]]) == 0;
  }

  /** The first element of a sequence taken that does not come before those of all others. */
  int stretch(int taken) {
    if (size == 0) {
      return end[taken];
    }
    int low = next[taken];
    int high = low;
    for (int step = 1; high < end[taken] && isBeforeOthers(taken, high); step *= 2) {
      low = high + 1;
      high += Math.min(step, end[taken] - high);
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBeforeOthers(taken, middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isBeforeOthers(int taken, int element) {
    return order.compare(taken, element, heap[0], next[heap[0]]) < 0;
  }

  private boolean isBefore(int a, int b) {
    int c = order.compare(a, next[a], b, next[b]);
    return c < 0 || (c == 0 && a < b);
  }
}
