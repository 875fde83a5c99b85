package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Between which limits a rate falls by chance alone, given how many trials are behind it.
 *
 * <p>Drawn over the number of trials the limits form a funnel: far apart for few deals, close for
 * many. Whoever lies inside is not shown to differ from the target. (The word has nothing to do
 * with the sales funnel.)
 *
 * @param target the rate all are expected to have, from 0 to 1
 * @param trials the number of trials, at least 1
 * @param tail the probability beyond each limit, above 0 and below 0.5
 * @param lower the lower limit; may be below 0 where even 0 is no alarm
 * @param upper the upper limit, at least {@code lower}
 */
public record FunnelLimits(double target, long trials, double tail, double lower, double upper) {
  private static final long MOST_TRIALS = 1_000_000_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public FunnelLimits {
    checkArgument(
        target >= 0 && target <= 1, "FunnelLimits target is %s; it must be from 0 to 1", target);
    checkArgument(
        trials >= 1 && trials <= MOST_TRIALS,
        "FunnelLimits has %s trials; there must be from 1 to 1000000000",
        trials);
    checkArgument(
        tail > 0 && tail < 0.5,
        "FunnelLimits tail is %s; it must be above 0 and below 0.5, such as 0.025",
        tail);
    checkArgument(
        Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
        "FunnelLimits are %s and %s; they must be finite and in order",
        lower,
        upper);
  }

  /**
   * Returns the exact binomial limits.
   *
   * <p>For the probability {@code p} of each limit ({@code tail} and {@code 1 - tail}) and the
   * smallest {@code r} with {@code F(r) ≥ p}: {@code (r - (F(r)-p)/f(r)) / n}, where {@code f} and
   * {@code F} are those of the binomial distribution with {@code n} trials; the interpolation
   * smooths the steps of the distribution. With a target of 0 or 1 nothing varies and both limits
   * are the target.
   *
   * @param target the rate all are expected to have, from 0 to 1
   * @param trials the number of trials, from 1 to 10<sup>9</sup>
   * @param tail the probability beyond each limit, above 0 and below 0.5; 0.025 and 0.001 are usual
   * @return the limits, the lower one not clipped at 0
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter (2005), A.1.1</a>
   */
  public static FunnelLimits exactBinomial(double target, long trials, double tail) {
    FunnelLimits limits = new FunnelLimits(target, trials, tail, target, target);
    if (target == 0 || target == 1) {
      return limits;
    }
    BinomialDistribution binomial = BinomialDistribution.of((int) trials, target);
    int low = binomial.inverseCumulativeProbability(tail);
    double beyondLow = binomial.cumulativeProbability(low) - tail;
    int high = binomial.inverseSurvivalProbability(tail);
    double beyondHigh = tail - binomial.survivalProbability(high);
    return new FunnelLimits(
        target,
        trials,
        tail,
        (low - beyondLow / binomial.probability(low)) / trials,
        (high - beyondHigh / binomial.probability(high)) / trials);
  }

  /**
   * Returns the limits clipped to [0, 1], for drawing.
   *
   * @return the limits; a clipped lower limit of 0 excludes nothing, not even a rate of 0
   */
  public FunnelLimits clipped() {
    return new FunnelLimits(
        target, trials, tail, Math.min(1, Math.max(0, lower)), Math.min(1, Math.max(0, upper)));
  }

  /**
   * Returns whether a rate lies within the limits, ends included.
   *
   * @param rate the observed rate
   * @return whether chance alone explains it at this tail probability
   */
  public boolean contains(double rate) {
    return lower <= rate && rate <= upper;
  }
}
