package dev.pacesetter.division;

import java.util.Arrays;

/** What the sums along some axes must be: between two bounds for each group, which may be equal. */
final class Margin {
  private final int mask;
  private final double[] least;
  private final double[] most;

  Margin(int mask, double[] least, double[] most) {
    this.mask = mask;
    this.least = least;
    this.most = most;
  }

  /** Returns a margin with one exact sum a group. */
  static Margin exactly(int mask, long[] sums) {
    double[] exact = Arrays.stream(sums).mapToDouble(sum -> sum).toArray();
    return new Margin(mask, exact, exact);
  }

  /** Returns a margin with whole bounds; {@link Long#MAX_VALUE} is no bound. */
  static Margin between(int mask, long[] least, long[] most) {
    return new Margin(
        mask,
        Arrays.stream(least).mapToDouble(bound -> bound).toArray(),
        Arrays.stream(most)
            .mapToDouble(bound -> bound == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : bound)
            .toArray());
  }

  int mask() {
    return mask;
  }

  int groups() {
    return least.length;
  }

  double least(int group) {
    return least[group];
  }

  double most(int group) {
    return most[group];
  }

  boolean isExact(int group) {
    return least[group] == most[group];
  }
}
