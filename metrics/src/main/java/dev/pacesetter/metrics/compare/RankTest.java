package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Whether one group tends to larger values than another: the rank test of Mann and Whitney.
 *
 * <p>Made for deal amounts and durations, whose few huge values spoil comparisons of means.
 *
 * @param firstN the number of values in the first group, at least 1
 * @param secondN the number of values in the second group, at least 1
 * @param pValue two-sided p-value, from 0 to 1
 * @param superiority the share of pairs in which the value of the first group is the larger one,
 *     equal values counting half; 0.5 when neither tends to be larger, from 0 to 1
 */
public record RankTest(long firstN, long secondN, double pValue, double superiority) {
  /** The exact distribution is used up to this many pairs. */
  private static final long MOST_PAIRS = 2_500;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public RankTest {
    checkArgument(
        firstN >= 1 && secondN >= 1,
        "RankTest compares %s with %s values; there must be at least 1 in each group",
        firstN,
        secondN);
    checkArgument(
        pValue >= 0 && pValue <= 1, "RankTest p-value is %s; it must be from 0 to 1", pValue);
    checkArgument(
        superiority >= 0 && superiority <= 1,
        "RankTest superiority is %s; it must be from 0 to 1",
        superiority);
  }

  /**
   * Returns the comparison of two groups.
   *
   * <p>The p-value is exact for up to 2,500 pairs without ties; otherwise it comes from the normal
   * approximation with tie correction and continuity correction. When all values are equal, every
   * assignment to groups gives the observed ranks and the p-value is 1.
   *
   * @param first the values of the first group, in any order; not changed
   * @param second the values of the second group, in any order; not changed
   * @return p-value and probability of superiority
   * @throws IllegalArgumentException if a group is empty or a value is not finite
   * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney (1947)</a>
   */
  public static RankTest twoSided(double[] first, double[] second) {
    checkArgument(
        first.length >= 1 && second.length >= 1,
        "RankTest compares %s with %s values; there must be at least 1 in each group",
        first.length,
        second.length);
    requireFinite("first", first);
    requireFinite("second", second);
    double pairs = (double) first.length * second.length;
    var approximate =
        MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC).test(first, second);
    double p = approximate.getPValue();
    if (Double.isNaN(p)) {
      p = 1; // no variance: all values are equal
    } else if (!approximate.hasTiedValues() && pairs <= MOST_PAIRS) {
      p = MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT).test(first, second).getPValue();
    }
    return new RankTest(
        first.length, second.length, Math.min(1, p), approximate.getStatistic() / pairs);
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
}
