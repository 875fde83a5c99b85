package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;

/**
 * By how much, or how many times, the values of one group are larger than those of another: the
 * estimate of Hodges and Lehmann, with the interval that belongs to {@link RankTest}.
 *
 * <p>The estimate is the median of the differences of all {@code m·n} pairs. The interval runs from
 * the {@code k}-th smallest to the {@code k}-th largest difference, with {@code k - 1} the largest
 * {@code U} for which {@code P(U ≤ k-1)} is at most half of what the confidence leaves, among all
 * assignments of {@code m+n} ranks to groups of {@code m} and {@code n}. So it holds whatever the
 * distribution of the values, as long as both groups have the same but for a shift, and never holds
 * less than it promises.
 *
 * <p>Amounts are rather a number of times larger than by a number, and spread more where they are
 * larger: {@link #factor} compares their logarithms. For skewed amounts of few this is what holds,
 * where no interval of means can. Simulated log-normal amounts at 95 %: 95.8 % for 5 against 20 of
 * a third of their size, 96.5 % for 5 against 5, 94.8 % to 95.0 % for 20 or more, where {@link
 * MeanTest} holds 82.1 % of the first.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann (1963), Annals of
 *     Mathematical Statistics 34:598</a>
 */
public final class RankShift {
  /** The exact distribution is used up to this many pairs. */
  private static final int MOST_EXACT = 2_500;

  private static final int MOST_PAIRS = 1 << 24;
  private static final double ROUNDING = 1e-9;

  private RankShift() {}

  /**
   * Returns by how much the values of the first group are larger.
   *
   * @param unit what a value counts
   * @param first the values of the first group, in any order; not changed
   * @param second the values of the second group, in any order; not changed
   * @param confidence the level, strictly between 0 and 1, such as 0.95
   * @return the median difference, with {@code n} the values of both groups; without an interval
   *     where there are too few values for the level, such as three and three for 95 %
   * @throws IllegalArgumentException if a group is empty, there are more than 2<sup>24</sup> pairs,
   *     a value is not finite or above 1e100 in magnitude, or the level is out of range
   */
  public static Measure difference(Unit unit, double[] first, double[] second, double confidence) {
    Confidence.check("RankShift confidence", confidence);
    check(first, second, -1e100);
    double[] differences = differences(first, second);
    Measure middle = Measure.of(median(differences), unit, first.length + second.length);
    int outside = outside(first.length, second.length, (1 - confidence) / 2);
    return outside == 0
        ? middle
        : middle.withInterval(
            new Interval(
                differences[outside - 1], differences[differences.length - outside], confidence));
  }

  /**
   * Returns how many times as large the values of the first group are.
   *
   * @param first the values of the first group, above 0, in any order; not changed
   * @param second the values of the second group, above 0, in any order; not changed
   * @param confidence the level, strictly between 0 and 1, such as 0.95
   * @return the median quotient, above 0, with {@code n} the values of both groups; without an
   *     interval where there are too few values for the level
   * @throws IllegalArgumentException if a group is empty, there are more than 2<sup>24</sup> pairs,
   *     a value is not from 1e-100 to 1e100, or the level is out of range
   */
  public static Measure factor(double[] first, double[] second, double confidence) {
    check(first, second, 1e-100);
    Measure logs = difference(Unit.RATIO, logs(first), logs(second), confidence);
    Measure factor = Measure.of(Math.exp(logs.value()), Unit.RATIO, logs.n());
    return logs.interval()
        .map(
            ends ->
                factor.withInterval(
                    new Interval(Math.exp(ends.lower()), Math.exp(ends.upper()), confidence)))
        .orElse(factor);
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static void check(double[] first, double[] second, double least) {
    checkArgument(
        first.length >= 1
            && second.length >= 1
            && (long) first.length * second.length <= MOST_PAIRS,
        "RankShift compares %s with %s values; there must be at least 1 in each group and at most"
            + " 16777216 pairs",
        first.length,
        second.length);
    checkValues("first", first, least);
    checkValues("second", second, least);
  }

  private static void checkValues(String group, double[] values, double least) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= least && values[i] <= 1e100)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            "RankShift value "
                + i
                + " of the "
                + group
                + " group is "
                + values[i]
                + "; it must be from "
                + least
                + " to 1e100");
      }
    }
  }

  private static double[] differences(double[] first, double[] second) {
    double[] differences = new double[first.length * second.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = first[i / second.length] - second[i % second.length] + 0.0;
    }
    Arrays.sort(differences);
    return differences;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  /** How many values of {@code U} from 0 on are together no likelier than the tail. */
  private static int outside(int m, int n, double probability) {
    double tail = probability * (1 + ROUNDING);
    if ((long) m * n > MOST_EXACT) {
      double deviation = Math.sqrt((double) m * n / 12 * (m + n + 1.0));
      double least = (double) m * n / 2 - Confidence.normal(1 - 2 * tail) * deviation;
      return (int) Math.max(0, Math.floor(least - 0.5) + 1);
    }
    double[] chances = chances(m, n);
    double sum = 0;
    int outside = 0;
    while (outside < chances.length && sum + chances[outside] <= tail) {
      sum += chances[outside++];
    }
    return outside;
  }

  /**
   * Of every {@code U}: the largest of all ranks belongs to the first group with probability {@code
   * m/(m+n)}, and then adds {@code n}, or to the second.
   */
  private static double[] chances(int m, int n) {
    double[][] ofFirst = new double[m + 1][m * n + 1];
    for (double[] row : ofFirst) {
      row[0] = 1; // against nobody
    }
    for (int second = 1; second <= n; second++) {
      for (int first = 1; first <= m; first++) {
        double share = (double) first / (first + second);
        double[] here = ofFirst[first];
        double[] fewer = ofFirst[first - 1];
        for (int u = first * second; u >= 0; u--) {
          here[u] = (1 - share) * here[u] + (u >= second ? share * fewer[u - second] : 0);
        }
      }
    }
    return ofFirst[m];
  }
}
