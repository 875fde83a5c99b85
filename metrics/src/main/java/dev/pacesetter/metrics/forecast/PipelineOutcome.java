package dev.pacesetter.metrics.forecast;

import java.util.Objects;

/**
 * The distribution of what a pipeline brings by the end of the period.
 *
 * <p>Every answer is a bracket. Where the distribution {@linkplain #isExact is exact}, both ends
 * are equal but for a probability of at most {@link #leftOut}; where amounts were rounded to a
 * lattice, the bracket holds the answer for the unrounded amounts.
 */
public final class PipelineOutcome {
  /**
   * A probability this close to a level counts as reaching it, so that rounding decides nothing.
   */
  private static final double ROUNDING = 1e-12;

  private final Totals totals;
  private final long width;
  private final double below;
  private final double above;
  private final double leftOut;

  PipelineOutcome(Totals totals, long width, double below, double above, double leftOut) {
    this.totals = totals;
    this.width = width;
    this.below = below;
    this.above = above;
    this.leftOut = leftOut;
  }

  /**
   * Returns whether the amounts were taken as they are, to the minor unit.
   *
   * @return false where they were rounded to a lattice
   */
  public boolean isExact() {
    return below == 0 && above == 0;
  }

  /**
   * Returns the width of the lattice.
   *
   * @return the width in minor units, at least 1
   */
  public long latticeWidth() {
    return width;
  }

  /**
   * Returns the probability by which the ends of a bracket are moved apart for what cannot be
   * bounded otherwise: more new wins than any lattice holds, and the rarest sums of rounding
   * errors.
   *
   * @return the probability, at most 3·10<sup>-12</sup>; 0 for an exact distribution without new
   *     wins
   */
  public double leftOut() {
    return leftOut;
  }

  /**
   * Returns the number of totals with a probability above 0. Probabilities below 10<sup>-300</sup>
   * may be lost.
   *
   * @return the count, at least 1
   */
  public int totals() {
    return totals.size();
  }

  /**
   * Returns a total.
   *
   * @param i which one, from 0, ascending
   * @return the total in minor units; a rounded one where the distribution is not exact
   * @throws IndexOutOfBoundsException if there is no such total
   */
  public long total(int i) {
    return totals.total(Objects.checkIndex(i, totals.size()));
  }

  /**
   * Returns the probability of a total.
   *
   * @param i which one, from 0, ascending
   * @return the probability, above 0 and at most 1
   * @throws IndexOutOfBoundsException if there is no such total
   */
  public double probability(int i) {
    return totals.probability(Objects.checkIndex(i, totals.size()));
  }

  /**
   * Returns the probability of reaching a target: {@code P(T >= target)}.
   *
   * @param target what to reach, in minor units
   * @return the probability, within 0 and 1; 1 for a target of 0 or less
   */
  public Bounds probabilityOfAtLeast(long target) {
    if (target <= 0) {
      return new Bounds(1, 1);
    }
    double lower = Math.max(0, totals.tail(target + below) - leftOut);
    double upper = Math.min(1, totals.tail(target - above) + leftOut);
    return new Bounds(Math.min(lower, upper), upper);
  }

  /**
   * Returns a quantile: the smallest total {@code v} with {@code P(T <= v) >= p}, where a
   * probability that comes within 10<sup>-12</sup> of {@code p} counts as reaching it.
   *
   * @param p the probability, from 0 to 0.999999999
   * @return the quantile in minor units
   * @throws IllegalArgumentException if {@code p} is out of range
   */
  public Bounds quantile(double p) {
    Columns.checkRange("PipelineOutcome quantile", p, 0, 0.999999999);
    double lower = totals.exceededBy(1 - p + ROUNDING + leftOut) - below;
    double upper = totals.exceededBy(1 - p + ROUNDING - leftOut) + above;
    return new Bounds(Math.max(0, lower), upper);
  }

  /**
   * Returns the expected shortfall of a target: {@code E[max(0, target - T)]}.
   *
   * @param target what to reach, in minor units
   * @return the mean of what will be missing, 0 when nothing can be; in minor units
   */
  public Bounds expectedShortfall(long target) {
    if (target <= 0) {
      return new Bounds(0, 0);
    }
    double lower = Math.max(0, totals.shortfall(target - above) - leftOut * target);
    double upper = Math.min((double) target, totals.shortfall(target + below) + leftOut * target);
    return new Bounds(Math.min(lower, upper), upper);
  }

  /** Reads like {@code PipelineOutcome of 4627 totals on a lattice of 500, exact}. */
  @Override
  public String toString() {
    return "PipelineOutcome of "
        + totals.size()
        + " totals on a lattice of "
        + width
        + (isExact() ? ", exact" : ", rounded");
  }
}
