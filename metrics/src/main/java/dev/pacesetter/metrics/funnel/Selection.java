package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Finds numbers by their rank without sorting all: counts into buckets by the leading bits, looks
 * on only in the buckets that hold a wanted rank, and sorts what has become short.
 */
final class Selection {
  private static final int SHORT = 2048;
  private static final int BUCKET_BITS = 11;

  private Selection() {}

  /**
   * Returns the numbers of some ranks.
   *
   * @param lists the numbers, none negative
   * @param ranks from 0 for the smallest, ascending, each below the number of numbers
   */
  static long[] of(ImmutableList<LongChunks> lists, int[] ranks) {
    int chunks = lists.stream().mapToInt(LongChunks::chunks).sum();
    long[][] data = new long[chunks][];
    int[] lengths = new int[chunks];
    int next = 0;
    for (LongChunks list : lists) {
      for (int chunk = 0; chunk < list.chunks(); chunk++) {
        data[next] = list.chunk(chunk);
        lengths[next++] = list.length(chunk);
      }
    }
    long[] found = new long[ranks.length];
    select(data, lengths, ranks, 0, ranks.length, 0, found);
    return found;
  }

  /** Finds the ranks from {@code from} below {@code to}, {@code below} more than in this data. */
  private static void select(
      long[][] data, int[] lengths, int[] ranks, int from, int to, int below, long[] found) {
    if (from == to) {
      return;
    }
    int n = Arrays.stream(lengths).sum();
    if (n <= SHORT) {
      long[] sorted = join(data, lengths, n);
      Arrays.sort(sorted);
      for (int i = from; i < to; i++) {
        found[i] = sorted[ranks[i] - below];
      }
      return;
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int chunk = 0; chunk < data.length; chunk++) {
      long[] numbers = data[chunk];
      for (int i = 0; i < lengths[chunk]; i++) {
        least = Math.min(least, numbers[i]);
        most = Math.max(most, numbers[i]);
      }
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    int shift = Math.max(0, bits - BUCKET_BITS);
    int[] counts = count(data, lengths, least, shift);
    int[] starts = new int[counts.length]; // the number of smaller numbers, in this data
    for (int bucket = 1; bucket < counts.length; bucket++) {
      starts[bucket] = starts[bucket - 1] + counts[bucket - 1];
    }
    long[][] wanted = new long[counts.length][];
    for (int i = from, bucket = 0; i < to; i++) {
      while (ranks[i] - below >= starts[bucket] + counts[bucket]) {
        bucket++;
      }
      if (shift == 0) {
        found[i] = least + bucket;
      } else if (wanted[bucket] == null) {
        wanted[bucket] = new long[counts[bucket]];
      }
    }
    if (shift > 0) {
      gather(data, lengths, least, shift, wanted);
      descend(wanted, starts, ranks, from, to, below, found);
    }
  }

  private static long[] join(long[][] data, int[] lengths, int n) {
    long[] joined = new long[n];
    int at = 0;
    for (int chunk = 0; chunk < data.length; chunk++) {
      System.arraycopy(data[chunk], 0, joined, at, lengths[chunk]);
      at += lengths[chunk];
    }
    return joined;
  }

  private static int[] count(long[][] data, int[] lengths, long least, int shift) {
    int[] counts = new int[1 << BUCKET_BITS];
    for (int chunk = 0; chunk < data.length; chunk++) {
      long[] numbers = data[chunk];
      for (int i = 0; i < lengths[chunk]; i++) {
        counts[(int) ((numbers[i] - least) >>> shift)]++;
      }
    }
    return counts;
  }

  /** Fills the buckets that are there. */
  private static void gather(long[][] data, int[] lengths, long least, int shift, long[][] wanted) {
    int[] filled = new int[wanted.length];
    for (int chunk = 0; chunk < data.length; chunk++) {
      long[] numbers = data[chunk];
      for (int i = 0; i < lengths[chunk]; i++) {
        int bucket = (int) ((numbers[i] - least) >>> shift);
        long[] target = wanted[bucket];
        if (target != null) {
          target[filled[bucket]++] = numbers[i];
        }
      }
    }
  }

  private static void descend(
      long[][] wanted, int[] starts, int[] ranks, int from, int to, int below, long[] found) {
    int next = from;
    for (int bucket = 0; bucket < wanted.length; bucket++) {
      long[] numbers = wanted[bucket];
      if (numbers != null) {
        int start = below + starts[bucket];
        int end = next;
        while (end < to && ranks[end] < start + numbers.length) {
          end++;
        }
        int[] length = {numbers.length};
        select(new long[][] {numbers}, length, ranks, next, end, start, found);
        next = end;
      }
    }
  }
}
