package dev.pacesetter.metrics;

import java.util.Arrays;

/**
 * Counts of positive numbers in buckets that grow with what they hold: each power of two is divided
 * into {@code 2^bits} buckets of equal width. The number of a bucket is what the leading bits of a
 * double say, so it takes no logarithm and is the same on every machine.
 */
final class LogBuckets {
  private static final int MANTISSA_BITS = 52;

  private final int bits;
  private int first; // number of the bucket at index 0
  private long[] counts = {};

  LogBuckets(int bits) {
    this.bits = bits;
  }

  /** How far off {@link #middle} can be, relative to any number in the bucket. */
  static double relativeError(int bits) {
    return 1 / (Math.scalb(1.0, bits + 1) + 1);
  }

  void add(double positive) {
    int bucket = (int) (Double.doubleToRawLongBits(positive) >>> (MANTISSA_BITS - bits));
    int index = bucket - first;
    if (index < 0 || index >= counts.length) {
      makeRoomFor(bucket, bucket);
      index = bucket - first;
    }
    counts[index]++;
  }

  void addAll(LogBuckets other) {
    if (other.counts.length == 0) {
      return;
    }
    makeRoomFor(other.first, other.first + other.counts.length - 1);
    for (int i = 0; i < other.counts.length; i++) {
      counts[other.first + i - first] += other.counts[i];
    }
  }

  /** Whole powers of two, so that room is made as seldom as numbers come of another magnitude. */
  private void makeRoomFor(int lowest, int highest) {
    int from = (lowest >> bits) << bits;
    int to = ((highest >> bits) + 1) << bits;
    if (counts.length > 0) {
      from = Math.min(from, first);
      to = Math.max(to, first + counts.length);
    }
    if (to - from == counts.length) {
      return;
    }
    long[] wider = new long[to - from];
    System.arraycopy(counts, 0, wider, first - (counts.length == 0 ? first : from), counts.length);
    first = from;
    counts = wider;
  }

  long total() {
    return Arrays.stream(counts).sum();
  }

  /** Returns the bucket of the number with so many smaller ones, below {@link #total}. */
  int bucketOf(long rank) {
    long upTo = 0;
    int index = -1;
    do {
      upTo += counts[++index];
    } while (upTo <= rank);
    return first + index;
  }

  /** The least number of a bucket. */
  double lower(int bucket) {
    return Double.longBitsToDouble((long) bucket << (MANTISSA_BITS - bits));
  }

  /** The least number that is above those of a bucket. */
  double upper(int bucket) {
    return lower(bucket + 1);
  }

  /** The number that is off by the same share from both ends: their harmonic mean. */
  double middle(int bucket) {
    double lower = lower(bucket);
    double upper = upper(bucket);
    return 2 * lower / (lower + upper) * upper;
  }
}
