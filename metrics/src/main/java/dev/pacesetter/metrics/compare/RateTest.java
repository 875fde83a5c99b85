package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Whether the rates of two independent groups differ, such as the win rates of two teams.
 *
 * <p>{@link ProportionTest} tests a rate against a number that is known; here both rates are
 * uncertain. By how much they differ is said by {@link
 * dev.pacesetter.metrics.conversion.RateDifference}.
 */
public final class RateTest {
  private static final long MOST_TRIALS = 1_000_000_000;

  /** Fisher's test sums over tables; beyond this many trials both tests agree to three digits. */
  private static final long MOST_EXACT = 100_000;

  /** Probabilities this close are the same number but for rounding; as in R's fisher.test. */
  private static final double SLACK = 1 + 1e-7;

  private final int x1;
  private final int n1;
  private final int x2;
  private final int n2;

  private RateTest(int x1, int n1, int x2, int n2) {
    this.x1 = x1;
    this.n1 = n1;
    this.x2 = x2;
    this.n2 = n2;
  }

  /**
   * Returns the comparison of two rates of counts.
   *
   * @param first successes over trials of one group, at most 10<sup>9</sup> trials
   * @param second those of the other group
   * @return the comparison
   * @throws IllegalArgumentException if a ratio is not one of counts
   */
  public static RateTest of(Ratio first, Ratio second) {
    check("first", first);
    check("second", second);
    return new RateTest(
        (int) first.numerator(),
        (int) first.denominator(),
        (int) second.numerator(),
        (int) second.denominator());
  }

  private static void check(String which, Ratio counts) {
    checkArgument(
        counts.denominator() >= 0
            && counts.denominator() <= MOST_TRIALS
            && counts.numerator() >= 0
            && counts.numerator() <= counts.denominator(),
        "RateTest has %s as the %s group; successes must be from 0 to the trials, of which there may"
            + " be from 0 to 1000000000",
        counts,
        which);
  }

  /**
   * Returns the number of trials of both groups.
   *
   * @return the count, at least 0
   */
  public long n() {
    return (long) n1 + n2;
  }

  /**
   * Returns the standard score {@code (p₁-p₂)/√(p(1-p)(1/n₁+1/n₂))}, {@code p} being the rate of
   * both groups together.
   *
   * @return the score, positive when the first rate is higher; empty where there is no score
   * @see "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd
   *     edition, chapter 3"
   */
  public OptionalDouble z() {
    if (reason().isPresent()) {
      return OptionalDouble.empty();
    }
    double n = n();
    double successes = (double) x1 + x2;
    // the counts are whole, so that rates that nearly agree do not cancel
    double cross = (double) ((long) x1 * n2 - (long) x2 * n1);
    double spread = successes / n * ((n - successes) / n) * ((double) n1 * n2 * n);
    return OptionalDouble.of(cross / Math.sqrt(spread));
  }

  /**
   * Returns why there is no {@link #z standard score}.
   *
   * @return nothing observed when a group has no trials, too few when nobody or everybody
   *     succeeded; empty when there is a score
   */
  public Optional<NoData> reason() {
    if (n1 == 0 || n2 == 0) {
      return Optional.of(NoData.NOTHING_OBSERVED);
    }
    long successes = (long) x1 + x2;
    return successes == 0 || successes == n() ? Optional.of(NoData.TOO_FEW) : Optional.empty();
  }

  /**
   * Returns the p-values of Fisher's exact test: all successes being given, how probable a split
   * between the groups as uneven as this is. Two-sided: the probability of all splits that are not
   * more probable than the observed one. Never too small, often far too large for small counts.
   *
   * @return the p-values, all 1 when only one split is possible; empty beyond 100,000 trials
   * @see <a href="https://doi.org/10.1111/j.2397-2335.1935.tb04208.x">Fisher (1935), The logic of
   *     inductive inference, Journal of the Royal Statistical Society 98:39</a>
   */
  public Optional<PValues> exact() {
    return n() > MOST_EXACT ? Optional.empty() : Optional.of(fisher());
  }

  private PValues fisher() {
    if (n() == 0) {
      return new PValues(1, 1, 1);
    }
    HypergeometricDistribution splits = HypergeometricDistribution.of(n1 + n2, x1 + x2, n1);
    double less = Math.min(1, splits.cumulativeProbability(x1));
    double greater = Math.min(1, splits.survivalProbability(x1 - 1));
    double limit = splits.probability(x1) * SLACK;
    int mode = (int) ((x1 + x2 + 1L) * (n1 + 1L) / (n() + 2));
    double other; // the tail on the other side of the mode
    if (splits.probability(mode) <= limit) {
      return new PValues(less, greater, 1);
    } else if (x1 < mode) {
      int low = mode;
      int high = splits.getSupportUpperBound() + 1; // not more probable than the observed split
      while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (splits.probability(middle) <= limit) {
          high = middle;
        } else {
          low = middle;
        }
      }
      other = splits.survivalProbability(high - 1);
    } else {
      int high = mode;
      int low = splits.getSupportLowerBound() - 1; // not more probable than the observed split
      while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (splits.probability(middle) <= limit) {
          low = middle;
        } else {
          high = middle;
        }
      }
      other = splits.cumulativeProbability(low);
    }
    return new PValues(less, greater, Math.min(1, (x1 < mode ? less : greater) + other));
  }

  /**
   * Returns the p-values of the {@link #z standard score}, which need some five expected successes
   * and failures in each group to be trusted.
   *
   * @return the p-values; empty where there is no score
   */
  public Optional<PValues> approximate() {
    OptionalDouble z = z();
    return z.isPresent() ? Optional.of(PValues.ofNormal(z.getAsDouble())) : Optional.empty();
  }

  /**
   * Returns the two-sided p-value: exact up to 100,000 trials, approximate beyond. When only one
   * split between the groups is possible nothing speaks against chance and it is 1.
   *
   * @return the p-value, from 0 to 1
   */
  public double pValue() {
    return exact().or(this::approximate).map(PValues::twoSided).orElse(1.0);
  }
}
