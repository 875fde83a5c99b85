package dev.pacesetter.review;

import dev.pacesetter.review.RankSamples.Centre;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/** What amounts, durations and discounts have together, each deal weighted by its product. */
final class Centres {
  private Centres() {}

  /** The weighted mean. */
  static Centre mean(int[] stratum, double[] value) {
    return weight -> {
      double sum = 0;
      double total = 0;
      for (int row = 0; row < value.length; row++) {
        sum += weight[stratum[row]] * value[row];
        total += weight[stratum[row]];
      }
      return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
    };
  }

  /** The weighted median: half of the weight lies on either side. */
  static Centre median(int[] stratum, double[] value) {
    Integer[] order = new Integer[value.length];
    Arrays.setAll(order, row -> row);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(row -> value[row]).thenComparing(row -> stratum[row]));
    return weight -> {
      double total = 0;
      for (int row : order) {
        total += weight[stratum[row]];
      }
      double half = total / 2;
      double slack = total * 1e-12; // sums of equal weights may miss the half by rounding
      double before = 0;
      for (int i = 0; i < order.length; i++) {
        double own = weight[stratum[order[i]]];
        before += own;
        if (own > 0 && before > half - slack) {
          return OptionalDouble.of(
              before > half + slack
                  ? value[order[i]]
                  : (value[order[i]] + nextWeighted(order, i, stratum, value, weight)) / 2);
        }
      }
      return OptionalDouble.empty();
    };
  }

  private static double nextWeighted(
      Integer[] order, int at, int[] stratum, double[] value, double[] weight) {
    for (int i = at + 1; i < order.length; i++) {
      if (weight[stratum[order[i]]] > 0) {
        return value[order[i]];
      }
    }
    return value[order[at]];
  }

  /** The quotient of weighted sums, {@code 1 - net / list}. */
  static Centre discount(int[] stratum, long[] list, long[] net) {
    return weight -> {
      double lists = 0;
      double nets = 0;
      for (int row = 0; row < list.length; row++) {
        lists += weight[stratum[row]] * list[row];
        nets += weight[stratum[row]] * net[row];
      }
      return lists > 0 ? OptionalDouble.of(1 - nets / lists) : OptionalDouble.empty();
    };
  }
}
