package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * A list of whole numbers, none negative, in chunks that stay where they are once full, so that
 * growing copies little and lists are joined by sharing their chunks.
 */
final class LongChunks {
  private static final int FIRST = 4;
  private static final int SMALL = 32;
  private static final int GROWTH = 4;
  private static final int FULL = 1 << 15;

  private long[][] chunks = new long[FIRST][];
  private int[] lengths = new int[FIRST];
  private int count;
  private boolean isLastShared = true; // so that the first number begins a chunk
  private long least = Long.MAX_VALUE;
  private long most;

  /** Appends copies of numbers. */
  void add(long[] numbers, int from, int to) {
    for (int i = from; i < to; i++) {
      least = Math.min(least, numbers[i]);
      most = Math.max(most, numbers[i]);
    }
    int next = from;
    while (next < to) {
      if (isLastShared || lengths[count - 1] == FULL) {
        append(new long[count == 0 ? SMALL : FULL], 0);
        isLastShared = false;
      }
      int last = count - 1;
      int length = lengths[last];
      if (length == chunks[last].length) {
        chunks[last] = Arrays.copyOf(chunks[last], Math.min(FULL, GROWTH * length));
      }
      int fitting = Math.min(to - next, chunks[last].length - length);
      System.arraycopy(numbers, next, chunks[last], length, fitting);
      lengths[last] += fitting;
      next += fitting;
    }
  }

  private void append(long[] chunk, int length) {
    if (count == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    chunks[count] = chunk;
    lengths[count++] = length;
  }

  /** Appends all numbers of another list, to which none may be added any more. */
  void absorb(LongChunks other) {
    for (int i = 0; i < other.count; i++) {
      append(other.chunks[i], other.lengths[i]);
      isLastShared = true;
    }
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  int chunks() {
    return count;
  }

  /** The numbers of a chunk and perhaps room for more; not to be changed. */
  long[] chunk(int i) {
    return chunks[i];
  }

  /** How many numbers a chunk has. */
  int length(int i) {
    return lengths[i];
  }

  /** The smallest number; of no meaning if there is none. */
  long least() {
    return least;
  }

  /** The greatest number; of no meaning if there is none. */
  long most() {
    return most;
  }

  long size() {
    long size = 0;
    for (int i = 0; i < count; i++) {
      size += lengths[i];
    }
    return size;
  }

  /** Copies all numbers and returns the place after them. */
  int copyTo(long[] target, int at) {
    int to = at;
    for (int i = 0; i < count; i++) {
      System.arraycopy(chunks[i], 0, target, to, lengths[i]);
      to += lengths[i];
    }
    return to;
  }

  /**
   * Fills several lists number by number. What is new lies close together for all lists, so that it
   * stays in the nearest cache until there is enough of it to be handed over.
   */
  static final class Writer {
    private static final int BITS = 7;
    private static final int WAITING = 1 << BITS;

    private final LongChunks[] lists;
    private final long[] waiting;
    private final int[] used;

    Writer(LongChunks[] lists) {
      this.lists = lists;
      waiting = new long[lists.length << BITS];
      used = new int[lists.length];
    }

    /** Adds a number to a list as often as told: once, or not at all. */
    void add(int list, long number, int times) {
      int place = used[list];
      waiting[(list << BITS) + place] = number;
      place += times;
      used[list] = place;
      if (place == WAITING) {
        handOver(list);
      }
    }

    private void handOver(int list) {
      int start = list << BITS;
      lists[list].add(waiting, start, start + used[list]);
      used[list] = 0;
    }

    /** Hands over all that waits. */
    void flush() {
      for (int list = 0; list < lists.length; list++) {
        handOver(list);
      }
    }
  }
}
