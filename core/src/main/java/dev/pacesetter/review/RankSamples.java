package dev.pacesetter.review;

import dev.pacesetter.metrics.compare.RankTest;
import dev.pacesetter.metrics.compare.SampleSize;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Amounts or durations, one a deal.
 *
 * <p>Before ranks are compared, every value becomes its place among all values of the same product,
 * from 0 to 1: whoever sells a product of large, widely spread amounts gains and loses nothing by
 * it.
 */
final class RankSamples extends PeerSamples {

  /** What a number for a group is made of: means, medians or quotients of sums. */
  interface Centre {
    /**
     * Returns the value that deals have together.
     *
     * @param weight per stratum, how much each of its deals counts; at least 0
     */
    OptionalDouble of(double[] weight);
  }

  private final int[] person;
  private final int[] stratum;
  private final int strata;
  private final double[] value;
  private final double[] place;
  private final Centre centre;

  RankSamples(
      PeerMetric metric, int strata, int[] person, int[] stratum, double[] value, Centre centre) {
    super(metric);
    this.strata = strata;
    this.person = person;
    this.stratum = stratum;
    this.value = value;
    this.centre = centre;
    this.place = places(strata, stratum, value);
  }

  /** The place of each value among those of its stratum; equal values share the middle place. */
  private static double[] places(int strata, int[] stratum, double[] value) {
    int[] size = sizes(strata, stratum);
    double[][] sorted = new double[strata][];
    for (int s = 0; s < strata; s++) {
      sorted[s] = new double[size[s]];
    }
    int[] filled = new int[strata];
    for (int row = 0; row < value.length; row++) {
      sorted[stratum[row]][filled[stratum[row]]++] = value[row];
    }
    for (double[] values : sorted) {
      Arrays.sort(values);
    }
    double[] place = new double[value.length];
    for (int row = 0; row < value.length; row++) {
      double[] values = sorted[stratum[row]];
      int below = countBelow(values, value[row]);
      int upTo = countBelow(values, Math.nextUp(value[row]));
      place[row] = (below + upTo) / 2.0 / values.length;
    }
    return place;
  }

  private static int countBelow(double[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] sizes(int strata, int[] stratum) {
    int[] size = new int[strata];
    for (int s : stratum) {
      size[s]++;
    }
    return size;
  }

  @Override
  String test() {
    return "rank test within product";
  }

  @Override
  long n() {
    return value.length;
  }

  @Override
  long n(boolean[] group) {
    long n = 0;
    for (int who : person) {
      n += group[who] ? 1 : 0;
    }
    return n;
  }

  @Override
  OptionalDouble company() {
    double[] even = new double[strata];
    Arrays.fill(even, 1);
    return centre.of(even);
  }

  @Override
  OptionalDouble expected(boolean[] group) {
    int[] size = sizes(strata, stratum);
    double[] weight = new double[strata];
    for (int row = 0; row < value.length; row++) {
      if (group[person[row]]) {
        weight[stratum[row]]++;
      }
    }
    for (int s = 0; s < strata; s++) {
      weight[s] = size[s] == 0 ? 0 : weight[s] / size[s];
    }
    return centre.of(weight);
  }

  @Override
  Difference againstMix(boolean[] group) {
    return compare(place, group, complement(group));
  }

  @Override
  Difference againstCompany(boolean[] group) {
    return compare(value, group, complement(group));
  }

  @Override
  Difference against(boolean[] group, boolean[] others) {
    return compare(place, group, others);
  }

  private Difference compare(double[] of, boolean[] group, boolean[] others) {
    RankTest test = RankTest.of(pick(of, group), pick(of, others));
    return new Difference(test.pValue(), (int) Math.signum(test.superiority() - 0.5));
  }

  private double[] pick(double[] of, boolean[] group) {
    double[] picked = new double[of.length];
    int found = 0;
    for (int row = 0; row < of.length; row++) {
      if (group[person[row]]) {
        picked[found++] = of[row];
      }
    }
    return Arrays.copyOf(picked, found);
  }

  private static boolean[] complement(boolean[] group) {
    boolean[] others = new boolean[group.length];
    for (int who = 0; who < group.length; who++) {
      others[who] = !group[who];
    }
    return others;
  }

  @Override
  OptionalLong needed(boolean[] group, ReviewSettings settings) {
    long peers = n() - n(group);
    // Two normal distributions d standard deviations apart: P(X > Y) is that of d/√2.
    double superiority =
        NormalDistribution.of(0, 1).cumulativeProbability(settings.smallestEffect() / Math.sqrt(2));
    return peers == 0
        ? OptionalLong.empty()
        : SampleSize.forRanks(superiority, peers, settings.alpha(), settings.power());
  }
}
