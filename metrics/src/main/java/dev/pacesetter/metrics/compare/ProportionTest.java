package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The exact test of a rate, such as somebody's win rate, against an expected one. */
public final class ProportionTest {
  private static final long MOST_TRIALS = 1_000_000_000;

  /** Probabilities this close are the same number but for rounding; as in R's binom.test. */
  private static final double SLACK = 1 + 1e-7;

  private ProportionTest() {}

  /**
   * Returns the two-sided p-value of the exact binomial test.
   *
   * <p>The probability, if the expected one holds, of all outcomes that are not more probable than
   * the observed one; outcomes of equal probability count. Without trials there is one possible
   * outcome and the p-value is 1.
   *
   * <p>When the trials have different probabilities of which {@code expectedProbability} is the
   * mean, as after {@link IndirectStandardisation}, the number of successes spreads less than the
   * binomial assumes, so that far outcomes are rarer than the p-value says (Hoeffding 1956).
   *
   * @param successes what was counted, from 0 to {@code trials}
   * @param trials out of how many, from 0 to 10<sup>9</sup>
   * @param expectedProbability what is expected of each trial, from 0 to 1
   * @return the p-value, from 0 to 1; of what is rarer than 1e-300, no more than that
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
   * @see <a href="https://doi.org/10.1214/aoms/1177728178">Hoeffding (1956)</a>
   */
  public static double twoSided(long successes, long trials, double expectedProbability) {
    checkArgument(
        trials >= 0 && trials <= MOST_TRIALS,
        "ProportionTest has %s trials; there must be from 0 to 1000000000",
        trials);
    checkArgument(
        successes >= 0 && successes <= trials,
        "ProportionTest has %s successes in %s trials; there must be from 0 to the trials",
        successes,
        trials);
    checkArgument(
        expectedProbability >= 0 && expectedProbability <= 1,
        "ProportionTest expects probability %s; it must be from 0 to 1",
        expectedProbability);
    int x = (int) successes;
    int n = (int) trials;
    double mean = n * expectedProbability;
    if (x == mean) {
      return 1;
    }
    BinomialDistribution binomial = BinomialDistribution.of(n, expectedProbability);
    double limit = binomial.probability(x) * SLACK;
    double p;
    if (x < mean) {
      int low = (int) Math.ceil(mean);
      int high = n + 1; // smallest count above the mean that is not more probable than x
      while (low < high) {
        int middle = low + (high - low) / 2;
        if (binomial.probability(middle) <= limit) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      p = binomial.cumulativeProbability(x) + binomial.survivalProbability(low - 1);
    } else {
      int low = -1; // largest count below the mean that is not more probable than x
      int high = (int) Math.floor(mean);
      while (low < high) {
        int middle = high - (high - low) / 2;
        if (binomial.probability(middle) <= limit) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      p = binomial.cumulativeProbability(low) + binomial.survivalProbability(x - 1);
    }
    return Math.min(1, p);
  }
}
