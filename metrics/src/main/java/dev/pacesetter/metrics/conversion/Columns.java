package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

/** What a {@link LifeTable} asks of the columns it is made from. */
final class Columns {
  private Columns() {}

  static long[] sortableBits(double[] days) {
    long[] bits = new long[days.length];
    for (int i = 0; i < bits.length; i++) {
      if (!(days[i] >= 0 && days[i] < Double.POSITIVE_INFINITY)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            "LifeTable time " + i + " is " + days[i] + " days; it must be finite and at least 0");
      }
      bits[i] = Double.doubleToRawLongBits(days[i] + 0.0); // -0.0 becomes 0.0
    }
    return bits;
  }

  static void checkTicks(long ticksPerDay) {
    checkArgument(
        ticksPerDay >= 1, "LifeTable has %s ticks a day; it must be at least 1", ticksPerDay);
  }

  static void checkSize(int n, int length, String what) {
    checkArgument(
        n >= 0 && n <= length,
        "LifeTable of %s observations has %s %s; there must be one for each",
        n,
        length,
        what);
  }

  static void checkLength(int expected, int length, String what) {
    checkArgument(
        length == expected,
        "LifeTable of %s observations has %s %s; there must be as many",
        expected,
        length,
        what);
  }

  static IllegalArgumentException badEntry(int i, Object entry, Object end) {
    return new IllegalArgumentException(
        "LifeTable entry "
            + i
            + " is "
            + entry
            + " and its end "
            + end
            + "; an entry must be at least 0 and below its end");
  }
}
