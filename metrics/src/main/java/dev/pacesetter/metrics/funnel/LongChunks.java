package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * A list of whole numbers, none negative, in chunks that stay where they are, so that growing
 * copies nothing and lists are joined by sharing their chunks.
 */
final class LongChunks {
  private static final int FIRST = 4;

  private long[][] chunks = new long[FIRST][];
  private int[] lengths = new int[FIRST];
  private int count;

  private void append(long[] chunk, int length) {
    if (count == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    chunks[count] = chunk;
    lengths[count++] = length;
  }

  /** Appends all numbers of another list. */
  void absorb(LongChunks other) {
    for (int i = 0; i < other.count; i++) {
      append(other.chunks[i], other.lengths[i]);
    }
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
   * Fills several lists number by number. There must be room before a number is added, so that
   * adding looks at nothing else.
   */
  static final class Writer {
    private static final int GROWTH = 4;
    private static final int FULL = 1 << 12;

    private final LongChunks[] lists;

    /** By list: the chunk that is being filled. */
    final long[][] chunks;

    /** By list: how many numbers there are in that chunk. */
    final int[] used;

    Writer(LongChunks[] lists) {
      this.lists = lists;
      chunks = new long[lists.length][0];
      used = new int[lists.length];
    }

    /** Makes room for so many more numbers in every list. */
    void reserve(int numbers) {
      for (int list = 0; list < lists.length; list++) {
        int length = chunks[list].length;
        if (length - used[list] < numbers) {
          handOver(list);
          chunks[list] = new long[Math.max(numbers, Math.min(FULL, GROWTH * length))];
        }
      }
    }

    /** Adds a number for which there is room. */
    void add(int list, long number) {
      chunks[list][used[list]++] = number;
    }

    private void handOver(int list) {
      if (used[list] > 0) {
        lists[list].append(chunks[list], used[list]);
        used[list] = 0;
      }
    }

    /** Hands over all that was added; afterwards there is no room. */
    void flush() {
      for (int list = 0; list < lists.length; list++) {
        chunks[list] = Arrays.copyOf(chunks[list], used[list]);
        handOver(list);
        chunks[list] = new long[0];
      }
    }
  }
}
