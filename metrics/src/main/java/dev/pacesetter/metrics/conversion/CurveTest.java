package dev.pacesetter.metrics.conversion;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups, such as segments or sellers, share one curve.
 *
 * <p>{@link #logRank} and {@link #petoPeto} compare how fast deals end at all, {@link #gray} how
 * many end in one way as time goes by. The statistic is {@code Uᵀ·V⁻·U} with {@code U} the observed
 * less the expected numbers, weighted by age as the test says, and {@code V} their covariance when
 * there is no difference; about chi-squared distributed with as many degrees of freedom as {@code
 * V} has rank, one less than there are groups of whom anything is expected. A comparison wants some
 * five expected in each group.
 */
public final class CurveTest {
  private final long[] observed;
  private final double[] expected;
  private final double chiSquare;
  private final int degreesOfFreedom;

  CurveTest(long[] observed, double[] expected, double[] u, double[][] v) {
    this.observed = observed;
    this.expected = expected;
    QuadraticForm form = QuadraticForm.of(u, v);
    chiSquare = form.value();
    degreesOfFreedom = form.rank();
  }

  /**
   * Compares the time to any end by the log-rank test, best at finding hazards in a constant ratio.
   *
   * <p>At each age {@code d} of {@code N} at risk end, {@code d·n/N} of them expected in a group
   * with {@code n} at risk; the covariance is hypergeometric, {@code d·(N-d)/(N-1)·n/N·(δ - n'/N)}.
   *
   * @param groups the observations of each group, at least two groups of ages in the same ticks
   * @return the comparison
   * @throws IllegalArgumentException if there are fewer groups or other ticks
   * @see <a href="https://doi.org/10.2307/2344317">Peto and Peto (1972)</a>
   */
  public static CurveTest logRank(LifeTable... groups) {
    return LogRank.of(false, groups);
  }

  /**
   * Compares the time to any end by the test of Peto and Peto, best at finding differences among
   * young deals: each age has the weight {@code S}, the share of all still open just before it.
   *
   * @param groups the observations of each group, at least two groups of ages in the same ticks
   * @return the comparison; the expected numbers are those of {@link #logRank}
   * @throws IllegalArgumentException if there are fewer groups or other ticks
   * @see <a href="https://doi.org/10.1093/biomet/69.3.553">Harrington and Fleming (1982), ρ = 1</a>
   */
  public static CurveTest petoPeto(LifeTable... groups) {
    return LogRank.of(true, groups);
  }

  /**
   * Compares the share won, or lost, by age, {@link CumulativeIncidence}, by the test of Gray.
   *
   * <p>A log-rank test in which {@code n·(1-F)/S} take the place of those at risk, {@code F} the
   * share that had this end and {@code S} the share still open just before the age, in the group:
   * who had the other end counts as still waiting. The covariance is Gray's, as in the package
   * cmprsk of R with {@code rho = 0}.
   *
   * @param end {@link End#WON} or {@link End#LOST}
   * @param groups the observations of each group, at least two groups of ages in the same ticks
   * @return the comparison
   * @throws IllegalArgumentException if the end is open, there are fewer groups or other ticks, or
   *     an observation began late
   * @see <a href="https://doi.org/10.1214/aos/1176350951">Gray (1988)</a>
   */
  public static CurveTest gray(End end, LifeTable... groups) {
    return Gray.of(end, groups);
  }

  /**
   * Returns how many had the end that is compared.
   *
   * @param group the group, in the order given
   * @return the count, at least 0
   * @throws IndexOutOfBoundsException if there is no such group
   */
  public long observed(int group) {
    return observed[group];
  }

  /**
   * Returns how many would have had the end that is compared, if all groups shared one curve.
   *
   * @param group the group, in the order given
   * @return the expected number, at least 0; over all groups they add up to the observed ones
   * @throws IndexOutOfBoundsException if there is no such group
   */
  public double expected(int group) {
    return expected[group];
  }

  /**
   * Returns the statistic.
   *
   * @return the statistic, at least 0; empty without degrees of freedom
   */
  public OptionalDouble chiSquare() {
    return degreesOfFreedom == 0 ? OptionalDouble.empty() : OptionalDouble.of(chiSquare);
  }

  /**
   * Returns the degrees of freedom.
   *
   * @return the number, below the number of groups; 0 when nothing can be compared, since nothing
   *     ended or only one group was at risk when it did
   */
  public int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /**
   * Returns the p-value: how probable a statistic at least as large is, if all groups share one
   * curve.
   *
   * @return the p-value, from 0 to 1; empty without degrees of freedom
   */
  public OptionalDouble pValue() {
    return degreesOfFreedom == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare));
  }

  /** Reads like {@code chi-squared 4.2 on 1 degrees of freedom}. */
  @Override
  public String toString() {
    return degreesOfFreedom == 0
        ? "nothing to compare"
        : "chi-squared " + chiSquare + " on " + degreesOfFreedom + " degrees of freedom";
  }
}
