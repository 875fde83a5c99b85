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
 * <p>Moving scores takes spread away, of those who are alike too, so limits of 95 % are too narrow
 * where nobody really differs from the others. Among 400 simulated people whose true rates spread
 * by 5 points, 26 % lie outside by chance alone; outside the additive limits lie 11 % with a share
 * of 0.1 moved and 5 % with none moved, outside the multiplicative ones 11 % and 6 %; at 10 points
 * it is 12 % and 5 %, and 12 % and 6 %. Whoever wants 5 % of such people outside moves none.
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
   * Returns the spread of rates around that of all units together, {@code θ = Σx/Σn}.
   *
   * @param successes per unit, from 0 to its trials
   * @param trials per unit, at least 0; a unit without trials has no score and does not count
   * @param winsorised the share of the scores at each end that is moved to the quantile there, from
   *     0 below 0.5; 0.1 is usual and makes limits too narrow where nobody is an exception
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
   * Returns the mean square of the winsorised scores: 1 when chance alone is at work, above when
   * there is more, below by chance.
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
   * Returns the variance between units that {@link Model#ADDITIVE} adds: {@code max(0, (Iφ -
   * (I-1))/(Σw - Σw²/Σw))} with {@code w = 1/s²}.
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
