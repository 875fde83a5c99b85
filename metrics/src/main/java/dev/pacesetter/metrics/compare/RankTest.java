package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.jspecify.annotations.Nullable;

/**
 * Whether one group tends to larger values than another: the rank test of Mann and Whitney.
 *
 * <p>Made for deal amounts and durations, whose few huge values spoil comparisons of means. Below,
 * {@code m} and {@code n} are the numbers of values in the groups and {@code N = m+n}.
 *
 * <p>{@link RankShift} says by how much.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney (1947), Annals of
 *     Mathematical Statistics 18:50</a>
 */
public final class RankTest {
  /** The exact distribution is used up to this many pairs. */
  private static final long MOST_PAIRS = 2_500;

  private final long firstN;
  private final long secondN;
  private final double u;
  private final double variance;
  private final @Nullable PValues exact;

  private RankTest(long firstN, long secondN, double u, double variance, @Nullable PValues exact) {
    this.firstN = firstN;
    this.secondN = secondN;
    this.u = u;
    this.variance = variance;
    this.exact = exact;
  }

  /**
   * Returns the comparison of two groups.
   *
   * @param first the values of the first group, in any order; not changed
   * @param second the values of the second group, in any order; not changed
   * @return the comparison
   * @throws IllegalArgumentException if a group is empty or a value is not finite
   */
  public static RankTest of(double[] first, double[] second) {
    checkArgument(
        first.length >= 1 && second.length >= 1,
        "RankTest compares %s with %s values; there must be at least 1 in each group",
        first.length,
        second.length);
    requireFinite("first", first);
    requireFinite("second", second);
    double[] all = Doubles.concat(first, second);
    Arrays.setAll(all, i -> all[i] + 0.0); // -0.0 becomes 0.0, so that both are a tie
    Arrays.sort(all);
    double n = all.length;
    double pairs = (double) first.length * second.length;
    double ties = sumOfTies(all);
    double variance = ties == n * n * n - n ? 0 : pairs / 12 * (n + 1 - ties / (n * (n - 1)));
    return new RankTest(
        first.length,
        second.length,
        MannWhitneyUTest.withDefaults().statistic(first, second),
        variance,
        ties == 0 && pairs <= MOST_PAIRS ? exact(first, second) : null);
  }

  private static void requireFinite(String group, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "RankTest value "
                + i
                + " of the "
                + group
                + " group is "
                + values[i]
                + "; it must be finite");
      }
    }
  }

  /** Sums {@code t³ - t} over all groups of {@code t} equal values. */
  private static double sumOfTies(double[] sorted) {
    double sum = 0;
    for (int i = 0; i < sorted.length; ) {
      int next = i + 1;
      while (next < sorted.length && sorted[next] == sorted[i]) {
        next++;
      }
      double t = next - i;
      sum += t * t * t - t;
      i = next;
    }
    return sum;
  }

  private static PValues exact(double[] first, double[] second) {
    MannWhitneyUTest test = MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT);
    return PValues.ofTails(
        test.with(AlternativeHypothesis.LESS_THAN).test(first, second).getPValue(),
        test.with(AlternativeHypothesis.GREATER_THAN).test(first, second).getPValue());
  }

  /**
   * Returns the number of values in the first group.
   *
   * @return the count, at least 1
   */
  public long firstN() {
    return firstN;
  }

  /**
   * Returns the number of values in the second group.
   *
   * @return the count, at least 1
   */
  public long secondN() {
    return secondN;
  }

  /**
   * Returns Mann and Whitney's statistic: the number of pairs in which the value of the first group
   * is the larger one, equal values counting half.
   *
   * @return {@code U}, from 0 to {@code m·n}
   */
  public double u() {
    return u;
  }

  /**
   * Returns the share of such pairs, which is also the area under the ROC curve.
   *
   * @return {@code U/(mn)}, from 0 to 1; 0.5 when neither group tends to be larger
   */
  public double superiority() {
    return u / ((double) firstN * secondN);
  }

  /**
   * Returns Cliff's delta: the share of pairs in which the first value is larger less that in which
   * it is smaller.
   *
   * @return {@code 2U/(mn) - 1}, from -1 to 1; 0 when neither group tends to be larger
   * @see <a href="https://doi.org/10.1037/0033-2909.114.3.494">Cliff (1993), Psychological Bulletin
   *     114:494</a>
   */
  public double delta() {
    return 2 * superiority() - 1;
  }

  /**
   * Returns the standard score {@code (U - mn/2)/s} with {@code s² = mn/12·(N+1 -
   * Σ(t³-t)/(N(N-1)))} over the groups of {@code t} equal values.
   *
   * @return the score, positive when the first group tends to be larger; empty when all values are
   *     equal
   */
  public OptionalDouble z() {
    return score(u - (double) firstN * secondN / 2);
  }

  /**
   * Returns the standard score with continuity correction: {@code U} moved by ½ towards {@code
   * mn/2}.
   *
   * @return the score, nearer to 0 than {@link #z}; empty when all values are equal
   */
  public OptionalDouble zCorrected() {
    double distance = u - (double) firstN * secondN / 2;
    return score(Math.signum(distance) * Math.max(0, Math.abs(distance) - 0.5));
  }

  private OptionalDouble score(double distance) {
    return variance == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(distance / Math.sqrt(variance) + 0.0); // -0.0 becomes 0.0
  }

  /**
   * Returns the p-values that count all assignments of the ranks to the groups.
   *
   * @return the p-values; empty with ties or beyond 2,500 pairs
   */
  public Optional<PValues> exact() {
    return Optional.ofNullable(exact);
  }

  /**
   * Returns the two-sided p-value: exact for up to 2,500 pairs without ties, otherwise that of
   * {@link #zCorrected}. When all values are equal, every assignment to groups gives the observed
   * ranks and it is 1.
   *
   * @return the p-value, from 0 to 1
   */
  public double pValue() {
    if (exact != null) {
      return exact.twoSided();
    }
    return PValues.ofNormal(zCorrected().orElse(0)).twoSided();
  }
}
