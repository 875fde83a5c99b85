package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much more the rates of peers spread than chance alone makes them, and funnel limits that
 * allow for it.
 *
 * <p>Where everybody differs a little, for reasons that no mix explains, limits by chance alone
 * would find half of a large team unusual. With {@code y = x/n} the rate of a unit, {@code θ} the
 * target and {@code s² = θ(1-θ)/n}, the standard scores are {@code z = (y-θ)/s}. Scores beyond the
 * outer quantiles are moved to them, so that the few who really differ do not widen the limits for
 * themselves; {@code φ} is the mean of their squares over the {@code I} units.
 *
 * <p>Moving scores takes spread away, of those who are alike too. {@link #ofRates(long[], long[])}
 * gives it back: squares are divided by what is left of those of normal scores. Of simulated people
 * none of whom is an exception, 4.3 % to 5.0 % of 50 or 400 then lie outside limits of 95 %, 2.9 %
 * to 4.9 % of 10 or 20 and 1.6 % to 4.1 % of 5: the additive limits for true rates that spread, the
 * multiplicative ones for chance that is larger. Where rates spread, 6.8 % of 400 lie outside the
 * multiplicative limits. {@link #ofRates(long[], long[], double)} is the formula of the paper,
 * which does not: with a share of 0.1 moved, 11 % to 12 % of 400 such people lie outside limits of
 * 95 %.
 *
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter (2005), Funnel plots for comparing
 *     institutional performance, Statistics in Medicine 24:1185</a>
 */
public final class Overdispersion {

  /** What the additional spread is taken to be. */
  public enum Model {
    /** There is none: {@code θ ± z·s}. */
    NONE,
    /** Chance is larger by a factor, alike for all: {@code θ ± z·s·√max(1, φ)}. */
    MULTIPLICATIVE,
    /**
     * Everybody has a rate of their own, which no number of trials makes equal: {@code θ ± z·√(s² +
     * τ²)}.
     */
    ADDITIVE
  }

  private static final double MOVED = 0.1;
  private static final int HALVINGS = 60;
  private static final Quantile TYPE_7 = Quantile.withDefaults().with(EstimationMethod.HF7);

  private final double target;
  private final boolean hasTarget;
  private final long[] trials;
  private final double[] z;
  private final double[] winsorised;
  private final double phi;
  private final double tauSquared;

  private Overdispersion(
      double target,
      boolean hasTarget,
      long[] trials,
      double[] z,
      double[] winsorised,
      double phi,
      double tauSquared) {
    this.target = target;
    this.hasTarget = hasTarget;
    this.trials = trials;
    this.z = z;
    this.winsorised = winsorised;
    this.phi = phi;
    this.tauSquared = tauSquared;
  }

  /**
   * Returns the spread of rates around that of all units together, {@code θ = Σx/Σn}; the one to
   * use.
   *
   * <p>A tenth of the scores at each end is moved to the quantile there, and the mean of squares is
   * divided by what it then is for normal scores, {@code k = 1 - 2a + 2aq² - 2q·f(q)} with {@code
   * a} the tenth, {@code q} the normal quantile there and {@code f} the normal density. {@code τ²}
   * is that with which {@code Σ(moved z)² = k·(I-1)} for scores by the whole spread, {@code z =
   * (y-θ)/√(s²+τ²)}, where units of many trials no longer count for more than others; 0 where less
   * than chance is at work.
   *
   * @param successes per unit, from 0 to its trials
   * @param trials per unit, at least 0; a unit without trials has no score and does not count
   * @return the spread
   * @throws IllegalArgumentException if the columns differ in length or a number is out of range
   * @throws ArithmeticException if a sum does not fit a {@code long}
   * @see <a href="https://doi.org/10.6028/jres.087.022">Paule and Mandel (1982), Consensus Values
   *     and Weighting Factors, on the equation for {@code τ²}</a>
   */
  public static Overdispersion ofRates(long[] successes, long[] trials) {
    Overdispersion moved = ofRates(successes, trials, MOVED);
    double kept = kept(MOVED);
    return new Overdispersion(
        moved.target,
        moved.hasTarget,
        moved.trials,
        moved.z,
        moved.winsorised,
        moved.phi / kept,
        moved.tauSquaredKeeping(kept));
  }

  /** What is left of the mean square of normal scores when a share is moved at each end. */
  private static double kept(double share) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double end = normal.inverseSurvivalProbability(share);
    return 1 - 2 * share + 2 * share * end * end - 2 * end * normal.density(end);
  }

  private double tauSquaredKeeping(double kept) {
    int units = 0;
    double widest = 0;
    for (int u = 0; u < trials.length; u++) {
      if (hasScore(u)) {
        units++;
        widest = Math.max(widest, chance(trials[u]) * Math.abs(z[u]));
      }
    }
    double wanted = kept * (units - 1);
    if (units < 2 || movedSquares(0) <= wanted) {
      return 0;
    }
    double low = 0;
    double high =
        widest * widest * units / wanted; // no score is larger than the root of wanted/units
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (movedSquares(middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }

  /**
   * The sum of the squares of scores by chance and a variance between units, the outer ones moved.
   */
  private double movedSquares(double between) {
    double[] scores = new double[trials.length];
    double[] known = new double[trials.length];
    int units = 0;
    for (int u = 0; u < scores.length; u++) {
      if (hasScore(u)) {
        double chance = chance(trials[u]);
        scores[u] = z[u] * chance / Math.sqrt(chance * chance + between);
        known[units++] = scores[u];
      }
    }
    return sumOfSquares(winsorise(scores, Arrays.copyOf(known, units), trials, MOVED));
  }

  /**
   * Returns the spread of rates around that of all units together as the paper computes it, for
   * comparison with other software.
   *
   * @param successes per unit, from 0 to its trials
   * @param trials per unit, at least 0; a unit without trials has no score and does not count
   * @param winsorised the share of the scores at each end that is moved to the quantile there, from
   *     0 below 0.5; 0.1 is usual and makes limits too narrow where nobody is an exception, as the
   *     squares that are taken away are not given back
   * @return the spread
   * @throws IllegalArgumentException if the columns differ in length or a number is out of range
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public static Overdispersion ofRates(long[] successes, long[] trials, double winsorised) {
    checkArgument(
        successes.length == trials.length,
        "Overdispersion has %s successes and %s trials; the columns must be of one length",
        successes.length,
        trials.length);
    checkArgument(
        winsorised >= 0 && winsorised < 0.5,
        "Overdispersion winsorises a share of %s; it must be from 0 below 0.5, such as 0.1",
        winsorised);
    long allSuccesses = 0;
    long allTrials = 0;
    for (int u = 0; u < trials.length; u++) {
      checkArgument(
          successes[u] >= 0 && successes[u] <= trials[u],
          "Overdispersion unit %s has %s successes in %s trials; there must be from 0 to the trials",
          u,
          successes[u],
          trials[u]);
      allSuccesses = Math.addExact(allSuccesses, successes[u]);
      allTrials = Math.addExact(allTrials, trials[u]);
    }
    double target = allTrials == 0 ? 0 : (double) allSuccesses / allTrials;
    boolean varies = target > 0 && target < 1;
    double[] z = new double[trials.length];
    double[] scores = new double[trials.length];
    double[] weights = new double[trials.length];
    int units = 0;
    for (int u = 0; u < z.length && varies; u++) {
      if (trials[u] > 0) {
        double variance = target * (1 - target) / trials[u];
        z[u] = ((double) successes[u] / trials[u] - target) / Math.sqrt(variance);
        scores[units] = z[u];
        weights[units++] = 1 / variance;
      }
    }
    double[] moved = winsorise(z, Arrays.copyOf(scores, units), trials, winsorised);
    double phi = units == 0 ? 0 : sumOfSquares(moved) / units;
    return new Overdispersion(
        target,
        allTrials > 0,
        trials.clone(),
        z,
        moved,
        phi,
        tauSquared(phi, Arrays.copyOf(weights, units)));
  }

  /** Units without trials stay at 0, where they add nothing. */
  private static double[] winsorise(double[] z, double[] scores, long[] trials, double share) {
    double[] moved = z.clone();
    if (scores.length == 0) {
      return moved;
    }
    double[] ends = TYPE_7.evaluate(scores, share, 1 - share);
    for (int u = 0; u < moved.length; u++) {
      moved[u] = trials[u] == 0 ? 0 : Math.min(ends[1], Math.max(ends[0], moved[u]));
    }
    return moved;
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static double tauSquared(double phi, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double others = weights.length < 2 ? 0 : sum - sumOfSquares(weights) / sum;
    double excess = weights.length * phi - (weights.length - 1);
    return others > 0 ? Math.max(0, excess / others) : 0;
  }

  /**
   * Returns the number of units, those without trials included.
   *
   * @return the count
   */
  public int units() {
    return trials.length;
  }

  /**
   * Returns the rate of all units together.
   *
   * @return {@code θ}, from 0 to 1; empty without trials
   */
  public OptionalDouble target() {
    return hasTarget ? OptionalDouble.of(target) : OptionalDouble.empty();
  }

  /**
   * Returns the mean square of the winsorised scores, with {@link #ofRates(long[], long[])} over
   * that of normal ones: 1 when chance alone is at work, above when there is more, below by chance.
   *
   * @return {@code φ}, at least 0; 0 when there are no scores
   */
  public double phi() {
    return phi;
  }

  /**
   * Returns the factor by which {@link Model#MULTIPLICATIVE} enlarges the variance.
   *
   * @return {@code max(1, φ)}
   */
  public double inflation() {
    return Math.max(1, phi);
  }

  /**
   * Returns the variance between units that {@link Model#ADDITIVE} adds; as the paper computes it
   * {@code max(0, (Iφ - (I-1))/(Σw - Σw²/Σw))} with {@code w = 1/s²}.
   *
   * @return {@code τ²}, at least 0; 0 with fewer than two units
   */
  public double tauSquared() {
    return tauSquared;
  }

  /**
   * Returns the standard score of a unit.
   *
   * @param u the unit, from 0
   * @param model what the additional spread is taken to be
   * @return the score, positive above the target; empty for a unit without trials, and for all when
   *     nobody or everybody succeeded
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public OptionalDouble z(int u, Model model) {
    checkElementIndex(u, units(), "unit");
    return hasScore(u)
        ? OptionalDouble.of(z[u] * chance(trials[u]) / deviation(trials[u], model))
        : OptionalDouble.empty();
  }

  /**
   * Returns the score of a unit by chance alone, moved to the outer quantiles where it lies beyond:
   * what {@link #phi} is computed from.
   *
   * @param u the unit, from 0
   * @return the score; empty where there is none
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public OptionalDouble winsorisedZ(int u) {
    checkElementIndex(u, units(), "unit");
    return hasScore(u) ? OptionalDouble.of(winsorised[u]) : OptionalDouble.empty();
  }

  private boolean hasScore(int u) {
    return trials[u] > 0 && target > 0 && target < 1;
  }

  /**
   * Returns the funnel limits for a number of trials; with {@link Model#NONE} the normal
   * approximation of {@link FunnelLimits#exactBinomial}. With a target of 0 or 1 nothing varies and
   * both limits are the target.
   *
   * @param atTrials the number of trials, from 1 to 10<sup>9</sup>
   * @param tail the probability beyond each limit, above 0 and below 0.5; 0.025 and 0.001 are usual
   * @param model what the additional spread is taken to be
   * @return the limits, not clipped to [0, 1]
   * @throws IllegalArgumentException if an argument is out of range
   * @throws IllegalStateException if there is no target, for want of trials
   */
  public FunnelLimits limits(long atTrials, double tail, Model model) {
    if (!hasTarget) {
      throw new IllegalStateException("no funnel limits: there are no trials, and so no target");
    }
    FunnelLimits point = new FunnelLimits(target, atTrials, tail, target, target);
    double half =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(tail) * deviation(atTrials, model);
    return target == 0 || target == 1
        ? point
        : new FunnelLimits(target, atTrials, tail, target - half, target + half);
  }

  private double chance(long n) {
    return Math.sqrt(target * (1 - target) / n);
  }

  private double deviation(long n, Model model) {
    double chance = chance(n);
    return switch (model) {
      case NONE -> chance;
      case MULTIPLICATIVE -> chance * Math.sqrt(inflation());
      case ADDITIVE -> Math.sqrt(chance * chance + tauSquared);
    };
  }
}
