package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Finds numbers by their rank without sorting all: counts into buckets of one width, looks on only
 * in the buckets that hold a wanted rank, and sorts what has become short. Some numbers tell before
 * how wide buckets should be; what is greater than expected is in the last one.
 */
final class Selection {
  private static final int SHORT = 2048;
  private static final int BUCKET_BITS = 11;
  private static final int LAST = (1 << BUCKET_BITS) - 1;
  private static final int SAMPLE = 512;
  private static final int MARGIN = SAMPLE / 16;

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
      selection.select(Part.of(lists), 0, 0, ranks.length, 0);
    }
    return selection.found;
  }

  /**
   * Finds the ranks from one place to before another.
   *
   * @param part the numbers, none below {@code least}
   * @param below how many numbers rank before those of the part
   */
  private void select(Part part, long least, int from, int to, int below) {
    int n = part.size();
    if (n <= SHORT) {
      long[] sorted = part.sorted(n);
      for (int i = from; i < to; i++) {
        found[i] = sorted[ranks[i] - below];
      }
      return;
    }
    int shift = shift(part.sample(n), least, (double) (ranks[to - 1] - below) / n);
    int[] counts = part.count(least, shift);
    int[] starts = new int[counts.length]; // the ranks at which buckets begin
    long[][] buckets = new long[counts.length][];
    int start = below;
    int next = from;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      starts[bucket] = start;
      start += counts[bucket];
      boolean isWanted = next < to && ranks[next] < start;
      boolean isOneNumber = shift == 0 && bucket < LAST;
      if (isWanted && !isOneNumber) {
        buckets[bucket] = new long[counts[bucket]];
      }
      for (; next < to && ranks[next] < start; next++) {
        found[next] = least + bucket; // all there is to know where a bucket is one number
      }
    }
    part.gather(least, shift, buckets);
    descend(buckets, starts, least, shift, from, to);
  }

  /**
   * Returns the bits by which to shift, so that what is below a share of the numbers hardly gets
   * into the last bucket, and some number surely does not.
   */
  private static int shift(long[] sample, long least, double share) {
    Arrays.sort(sample);
    int place = (int) (share * sample.length) + MARGIN;
    long reach = sample[Math.min(place, sample.length - 1)] - least;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(reach);
    int shift = Math.max(0, bits - BUCKET_BITS);
    return reach >>> shift < LAST ? shift : shift + 1;
  }

  private void descend(long[][] buckets, int[] starts, long least, int shift, int from, int to) {
    int next = from;
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      long[] numbers = buckets[bucket];
      if (numbers != null) {
        while (ranks[next] < starts[bucket]) {
          next++; // those of buckets that are one number
        }
        int end = next;
        while (end < to && ranks[end] < starts[bucket] + numbers.length) {
          end++;
        }
        long leastHere = least + ((long) bucket << shift);
        select(Part.of(numbers), leastHere, next, end, starts[bucket]);
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

    /** Some numbers at even steps. */
    long[] sample(long n) {
      long[] sample = new long[SAMPLE];
      int taken = 0;
      long below = 0;
      for (int chunk = 0; chunk < chunks.length; chunk++) {
        long end = below + lengths[chunk];
        for (; taken < SAMPLE && n * taken / SAMPLE < end; taken++) {
          sample[taken] = chunks[chunk][(int) (n * taken / SAMPLE - below)];
        }
        below = end;
      }
      return sample;
    }

    int[] count(long least, int shift) {
      int[] counts = new int[1 << BUCKET_BITS];
      for (int chunk = 0; chunk < chunks.length; chunk++) {
        long[] numbers = chunks[chunk];
        for (int i = 0; i < lengths[chunk]; i++) {
          counts[bucket(numbers[i] - least, shift)]++;
        }
      }
      return counts;
    }

    private static int bucket(long above, int shift) {
      return (int) Math.min(above >>> shift, LAST);
    }

    /** Fills the buckets that are there. */
    void gather(long least, int shift, long[][] buckets) {
      int[] filled = new int[buckets.length];
      for (int chunk = 0; chunk < chunks.length; chunk++) {
        long[] numbers = chunks[chunk];
        for (int i = 0; i < lengths[chunk]; i++) {
          int bucket = bucket(numbers[i] - least, shift);
          long[] target = buckets[bucket];
          if (target != null) {
            target[filled[bucket]++] = numbers[i];
          }
        }
      }
    }
  }
}
