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

  private final int[] ranks;
  private final long[] found;

  private Selection(int[] ranks) {
    this.ranks = ranks;
    found = new long[ranks.length];
  }

  /**
   * Returns the numbers of some ranks.
   *
   * @param lists the numbers, none negative
   * @param ranks from 0 for the smallest, ascending, each below the number of numbers
   */
  static long[] of(ImmutableList<LongChunks> lists, int[] ranks) {
    Selection selection = new Selection(ranks);
    if (ranks.length > 0) {
      long least = lists.stream().mapToLong(LongChunks::least).min().orElseThrow();
      long most = lists.stream().mapToLong(LongChunks::most).max().orElseThrow();
      int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
      selection.select(Part.of(lists), least, bits, 0, ranks.length, 0);
    }
    return selection.found;
  }

  /**
   * Finds the ranks from one place to before another.
   *
   * @param part the numbers, each as much above {@code least} as fits {@code bits}
   * @param below how many numbers rank before those of the part
   */
  private void select(Part part, long least, int bits, int from, int to, int below) {
    int n = part.size();
    if (n <= SHORT) {
      long[] sorted = part.sorted(n);
      for (int i = from; i < to; i++) {
        found[i] = sorted[ranks[i] - below];
      }
      return;
    }
    int shift = Math.max(0, bits - BUCKET_BITS);
    int[] counts = part.count(least, shift);
    int[] starts = new int[counts.length]; // the ranks at which buckets begin
    long[][] buckets = new long[counts.length][];
    int start = below;
    int next = from;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      starts[bucket] = start;
      start += counts[bucket];
      boolean isWanted = next < to && ranks[next] < start;
      if (isWanted && shift > 0) {
        buckets[bucket] = new long[counts[bucket]];
      }
      for (; next < to && ranks[next] < start; next++) {
        found[next] = least + bucket; // all there is to know where a bucket is one number
      }
    }
    if (shift > 0) {
      part.gather(least, shift, buckets);
      descend(buckets, starts, least, shift, from, to);
    }
  }

  private void descend(long[][] buckets, int[] starts, long least, int shift, int from, int to) {
    int next = from;
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      long[] numbers = buckets[bucket];
      if (numbers != null) {
        int end = next;
        while (end < to && ranks[end] < starts[bucket] + numbers.length) {
          end++;
        }
        long leastHere = least + ((long) bucket << shift);
        select(Part.of(numbers), leastHere, shift, next, end, starts[bucket]);
        next = end;
      }
    }
  }

  /** Numbers in chunks. */
  private static final class Part {
    private final long[][] chunks;
    private final int[] lengths;

    private Part(long[][] chunks, int[] lengths) {
      this.chunks = chunks;
      this.lengths = lengths;
    }

    static Part of(long[] numbers) {
      return new Part(new long[][] {numbers}, new int[] {numbers.length});
    }

    static Part of(ImmutableList<LongChunks> lists) {
      int count = lists.stream().mapToInt(LongChunks::chunks).sum();
      Part part = new Part(new long[count][], new int[count]);
      int next = 0;
      for (LongChunks list : lists) {
        for (int i = 0; i < list.chunks(); i++) {
          part.chunks[next] = list.chunk(i);
          part.lengths[next++] = list.length(i);
        }
      }
      return part;
    }

    int size() {
      return Arrays.stream(lengths).sum();
    }

    long[] sorted(int n) {
      long[] sorted = new long[n];
      int at = 0;
      for (int chunk = 0; chunk < chunks.length; chunk++) {
        System.arraycopy(chunks[chunk], 0, sorted, at, lengths[chunk]);
        at += lengths[chunk];
      }
      Arrays.sort(sorted);
      return sorted;
    }

    int[] count(long least, int shift) {
      int[] counts = new int[1 << BUCKET_BITS];
      for (int chunk = 0; chunk < chunks.length; chunk++) {
        long[] numbers = chunks[chunk];
        for (int i = 0; i < lengths[chunk]; i++) {
          counts[(int) ((numbers[i] - least) >>> shift)]++;
        }
      }
      return counts;
    }

    /** Fills the buckets that are there. */
    void gather(long least, int shift, long[][] buckets) {
      int[] filled = new int[buckets.length];
      for (int chunk = 0; chunk < chunks.length; chunk++) {
        long[] numbers = chunks[chunk];
        for (int i = 0; i < lengths[chunk]; i++) {
          int bucket = (int) ((numbers[i] - least) >>> shift);
          long[] target = buckets[bucket];
          if (target != null) {
            target[filled[bucket]++] = numbers[i];
          }
        }
      }
    }
  }
}
