package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * A list of whole numbers in chunks that stay where they are, so that growing copies nothing and
 * lists are joined by sharing their chunks.
 */
final class LongChunks {
  private static final int FIRST = 4;

  private long[][] chunks = new long[FIRST][];
  private int[] lengths = new int[FIRST];
  private int count;

  /** Appends the first numbers of a chunk that nobody changes any more. */
  void append(long[] chunk, int length) {
    if (length == 0) {
      return;
    }
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

  /** Fills several lists number by number. */
  static final class Writer {
    private static final int SMALL = 16;
    private static final int GROWTH = 4;
    private static final int FULL = 1 << 15;

    private final LongChunks[] lists;
    private final long[][] open;
    private final int[] used;

    Writer(LongChunks[] lists) {
      this.lists = lists;
      open = new long[lists.length][SMALL];
      used = new int[lists.length];
    }

    /** Appends a number to a list as often as told: once, or not at all. */
    void add(int list, long number, int times) {
      long[] chunk = open[list];
      int at = used[list];
      chunk[at] = number;
      used[list] = at + times;
      if (at + 1 == chunk.length) {
        makeRoom(list);
      }
    }

    private void makeRoom(int list) {
      long[] chunk = open[list];
      if (used[list] < chunk.length) {
        return;
      }
      if (chunk.length < FULL) {
        open[list] = Arrays.copyOf(chunk, Math.min(FULL, GROWTH * chunk.length));
      } else {
        lists[list].append(chunk, chunk.length);
        open[list] = new long[FULL];
        used[list] = 0;
      }
    }

    /** Hands over what is left; nothing may be added after that. */
    void close() {
      for (int list = 0; list < lists.length; list++) {
        lists[list].append(open[list], used[list]);
      }
    }
  }
}
