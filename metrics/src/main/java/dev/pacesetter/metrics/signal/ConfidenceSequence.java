package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Intervals that hold at every look: with the stated confidence, not one of all the intervals of a
 * growing series misses the truth.
 *
 * <p>An ordinary 95 % interval is right 95 % of the time at one look planned beforehand; looked at
 * every day and believed on the first day that it excludes the plan, it is wrong far more often.
 * These may be looked at after each observation, and the looking stopped on whatever grounds. The
 * price is width: about one and a half to two times an ordinary interval.
 *
 * <p>What the series so far amounts to is a count and a sum, in whatever order it came. The parts
 * of one series, such as those of several machines, are therefore added up; that is the state, and
 * {@link Ratio#plus} merges it. {@link MeanSequence} needs no known spread but cannot be merged.
 *
 * <p>All assume that the truth does not move: each observation, given those before it, has the same
 * mean.
 *
 * @see <a href="https://doi.org/10.1214/20-AOS1991">Howard, Ramdas, McAuliffe and Sekhon (2021)</a>
 */
public final class ConfidenceSequence {
  private static final long MOST_TRIALS = 1_000_000_000;

  private ConfidenceSequence() {}

  /**
   * Returns a proportion with its interval that holds at every look.
   *
   * <p>All {@code p} with {@code (n+1)·C(n,x)·p^x·(1-p)^(n-x) > α}: those against which a bet that
   * mixes all proportions evenly has not won {@code 1/α} times its stake.
   *
   * @param successes the successes {@code x} of {@code n} trials so far; {@code n} from 0 to
   *     10<sup>9</sup>
   * @param confidence the level {@code 1 - α}, strictly between 0 and 1
   * @return the share; no data when there are no trials
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1214/aoms/1177696786">Robbins (1970)</a>
   */
  public static Measure proportion(Ratio successes, double confidence) {
    check(successes);
    Confidence.check("ConfidenceSequence confidence", confidence);
    int n = (int) successes.denominator();
    int x = (int) successes.numerator();
    if (n == 0) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
    }
    double share = (double) x / n;
    double lower = x == 0 ? 0 : x == n ? whenAll(n, confidence) : limit(x, n, 0, confidence);
    double upper = x == n ? 1 : x == 0 ? 1 - whenAll(n, confidence) : limit(x, n, 1, confidence);
    return Measure.of(share, Unit.RATIO, n)
        .withInterval(new Interval(Math.min(lower, share), Math.max(upper, share), confidence));
  }

  /**
   * Returns the p-value against an expected proportion that may be looked at after every trial.
   *
   * <p>{@code min(1, (n+1)·C(n,x)·p^x·(1-p)^(n-x))}; if {@code p} is true, the probability that it
   * ever falls to {@code a} is at most {@code a}. It is at most {@code 1 - confidence} exactly when
   * {@link #proportion} excludes {@code p}.
   *
   * @param successes the successes {@code x} of {@code n} trials so far; {@code n} from 0 to
   *     10<sup>9</sup>
   * @param expected the expected proportion {@code p}, from 0 to 1
   * @return the p-value, from 0 to 1; 1 when there are no trials
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double pValue(Ratio successes, double expected) {
    check(successes);
    checkArgument(
        expected >= 0 && expected <= 1,
        "ConfidenceSequence expects proportion %s; it must be from 0 to 1",
        expected);
    int n = (int) successes.denominator();
    int x = (int) successes.numerator();
    return Math.min(1, (n + 1.0) * BinomialDistribution.of(n, expected).probability(x));
  }

  /**
   * Returns a mean with its interval that holds at every look, for observations of known spread.
   *
   * <p>{@code m ± √((v+ρ)·ln((v+ρ)/(ρα²))) / n} with {@code v = n·s²}, the normal mixture; {@code
   * ρ} is chosen such that the interval is about the narrowest possible at {@code tunedFor}
   * observations. It assumes that deviations from the mean are sub-Gaussian with scale {@code s}:
   * true of normal ones with that standard deviation, and of any between {@code a} and {@code b}
   * for {@code s = (b-a)/2}.
   *
   * @param unit what an observation counts
   * @param n the number of observations so far, at least 0
   * @param sum their sum, finite
   * @param spread the scale {@code s}, finite and above 0
   * @param tunedFor the number of observations at which precision matters most, at least 1; chosen
   *     before looking
   * @param confidence the level {@code 1 - α}, strictly between 0 and 1
   * @return the mean; no data when there are no observations
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1214/20-AOS1991">Howard et al. (2021), 3.2 and 3.5</a>
   */
  public static Measure mean(
      Unit unit, long n, double sum, double spread, long tunedFor, double confidence) {
    checkArgument(n >= 0, "ConfidenceSequence has %s observations; there must be 0 or more", n);
    checkArgument(Double.isFinite(sum), "ConfidenceSequence sum is %s; it must be finite", sum);
    checkArgument(
        spread > 0 && spread <= 1e150,
        "ConfidenceSequence spread is %s; it must be above 0 and at most 1e150",
        spread);
    checkArgument(
        tunedFor >= 1,
        "ConfidenceSequence is tuned for %s observations; it must be at least 1",
        tunedFor);
    Confidence.check("ConfidenceSequence confidence", confidence);
    if (n == 0) {
      return Measure.noData(unit, 0, NoData.NOTHING_OBSERVED);
    }
    double logged = -2 * Math.log1p(-confidence);
    // any positive number will do; a finite one is needed at the lowest of levels
    double rho = Math.min(1e300, tunedFor / (logged + Math.log1p(logged)));
    double total = n + rho; // in units of the squared spread
    double half = spread * Math.sqrt(total * (Math.log1p(n / rho) + logged)) / n;
    double mean = sum / n;
    return Measure.of(mean, unit, n)
        .withInterval(new Interval(mean - half, mean + half, confidence));
  }

  private static void check(Ratio successes) {
    long n = successes.denominator();
    checkArgument(
        n >= 0 && n <= MOST_TRIALS && successes.numerator() >= 0 && successes.numerator() <= n,
        "ConfidenceSequence has successes %s; there must be from 0 to 1000000000 trials and not"
            + " more successes than trials",
        successes);
  }

  /** The lower limit when all trials succeeded: {@code (n+1)·p^n = α}. */
  private static double whenAll(int n, double confidence) {
    return Math.exp(Math.log((1 - confidence) / (n + 1.0)) / n);
  }

  /** The limit between the share and an end, 0 or 1, by bisection to the last bit. */
  private static double limit(int x, int n, double end, double confidence) {
    double share = (double) x / n;
    double atShare =
        Math.log((n + 1.0) / (1 - confidence))
            + BinomialDistribution.of(n, share).logProbability(x);
    double in = share;
    double out = end;
    while (true) {
      double p = in + (out - in) / 2;
      if (p == in || p == out) {
        return out; // the outer of two neighbours
      }
      double change = x * Math.log(p / share) + (n - x) * Math.log1p((share - p) / (1 - share));
      if (atShare + change > 0) {
        in = p;
      } else {
        out = p;
      }
    }
  }
}
