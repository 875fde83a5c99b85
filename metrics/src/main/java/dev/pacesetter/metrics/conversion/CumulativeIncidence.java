package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The shares won, lost and still open by age: the estimator of Aalen and Johansen, with winning and
 * losing as competing ends and those last seen open as censored.
 *
 * <p>With {@code n} at risk, {@code w} won, {@code l} lost at an age and {@code S} the share still
 * open just before it: won grows by {@code S·w/n}, lost by {@code S·l/n}, and {@code S} becomes
 * {@code S·(n-w-l)/n}. The three add up to 1 at every age.
 *
 * <p>The variance is that of Greenwood's type, {@code Cov ← (I+dA)ᵀ·Cov·(I+dA) + S²·C} with {@code
 * C} the multinomial covariance of the increments {@code w/n} and {@code l/n}; unless observation
 * began late, the infinitesimal jackknife gives the same. The interval of a share won or lost,
 * {@code F}, is {@code 1 - (1-F)^exp(±z·se/((1-F)·|ln(1-F)|))}, within [0, 1]; that of the share
 * still open is {@link SurvivalInterval#LOG_LOG}, so that both agree when nothing is lost. A share
 * of 0 or 1 has no interval.
 *
 * @see <a href="https://www.jstor.org/stable/4615704">Aalen and Johansen (1978)</a>
 * @see <a href="https://doi.org/10.1007/978-1-4612-4348-9">Andersen, Borgan, Gill and Keiding
 *     (1993), IV.4.1</a>
 */
public final class CumulativeIncidence {
  /** By this much of itself may a share fall short by rounding. */
  private static final double SLACK = 1e-12;

  private static final int OPEN = End.OPEN.code();
  private static final int WON = End.WON.code();
  private static final int LOST = End.LOST.code();

  private final LifeTable table;
  private final double confidence;
  private final double[][] share; // by end, then by row
  private final double[][] variance;

  private CumulativeIncidence(
      LifeTable table, double confidence, double[][] share, double[][] variance) {
    Confidence.check("CumulativeIncidence confidence", confidence);
    this.table = table;
    this.confidence = confidence;
    this.share = share;
    this.variance = variance;
  }

  /**
   * Returns the curves of a table, with 95 % intervals.
   *
   * @param table the observations
   * @return the curves
   */
  public static CumulativeIncidence of(LifeTable table) {
    double[][] share = new double[End.KINDS][table.rows()];
    double[][] variance = new double[End.KINDS][table.rows()];
    Incidence now = new Incidence();
    for (int row = 0; row < table.rows(); row++) {
      now.step(table.atRisk(row), table.count(End.WON, row), table.count(End.LOST, row));
      share[OPEN][row] = now.open();
      share[WON][row] = now.won();
      share[LOST][row] = now.lost();
      variance[OPEN][row] = now.openVariance();
      variance[WON][row] = now.wonVariance();
      variance[LOST][row] = now.lostVariance();
    }
    return new CumulativeIncidence(table, 0.95, share, variance);
  }

  /**
   * Returns these curves with another confidence level for their intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the curves
   * @throws IllegalArgumentException if the level is out of range
   */
  public CumulativeIncidence withConfidence(double confidence) {
    return new CumulativeIncidence(table, confidence, share, variance);
  }

  /**
   * Returns the curves of those still open at an age: how likely they will be won or lost by a
   * higher age, given that they came so far.
   *
   * <p>Their table is {@link LifeTable#openAt}; {@code n} is the number of observations beyond the
   * age, and with nobody observed beyond it there is no data. The probability to be won by {@code
   * t}, given that the deal is open at {@code a}, is {@code (F(t) - F(a)) / S(a)}.
   *
   * @param days the age that is reached, at least 0
   * @return the curves, with the same confidence
   * @throws IllegalArgumentException if the age is negative or not a number
   */
  public CumulativeIncidence givenOpenAt(double days) {
    return of(table.openAt(days)).withConfidence(confidence);
  }

  /**
   * Returns the observations, whose rows are the rows of these curves.
   *
   * @return the table
   */
  public LifeTable table() {
    return table;
  }

  /**
   * Returns the share won, lost or still open by an age.
   *
   * <p>Before the first age of the table nothing is won or lost. {@linkplain
   * LifeTable#isBeyondFollowUp Beyond follow-up} the last values, which nobody was observed to
   * confirm.
   *
   * @param end which share
   * @param days the age, at least 0; infinity asks for the last value
   * @return the share, in [0, 1], with {@code n} the number of observations; no data when there are
   *     none
   * @throws IllegalArgumentException if the age is negative or not a number
   */
  public Measure at(End end, double days) {
    int row = table.rowAt(days);
    if (table.n() == 0) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
    }
    if (row < 0) {
      return Measure.of(end == End.OPEN ? 1 : 0, Unit.RATIO, table.n());
    }
    Measure measure = Measure.of(share(end, row), Unit.RATIO, table.n());
    return interval(end, row).map(measure::withInterval).orElse(measure);
  }

  /**
   * Returns the share won, lost or still open at the age of a row.
   *
   * @param end which share
   * @param row the row of the table
   * @return the share, in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double share(End end, int row) {
    return share[end.code()][row];
  }

  /**
   * Returns the variance of a share.
   *
   * @param end which share
   * @param row the row of the table
   * @return the variance, at least 0
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double variance(End end, int row) {
    return variance[end.code()][row];
  }

  /**
   * Returns the confidence interval of a share.
   *
   * @param end which share
   * @param row the row of the table
   * @return the interval, within [0, 1]; empty where the share is 0 or 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Optional<Interval> interval(End end, int row) {
    double p = share(end, row);
    if (p <= 0 || p >= 1) {
      return Optional.empty();
    }
    double z = Confidence.normal(confidence);
    double se = Math.sqrt(variance(end, row));
    return Optional.of(
        end == End.OPEN
            ? new Interval(
                SurvivalInterval.LOG_LOG.lower(p, se / p, z),
                SurvivalInterval.LOG_LOG.upper(p, se / p, z),
                confidence)
            : new Interval(limit(p, se, -z), limit(p, se, z), confidence));
  }

  /**
   * Returns the age by which a share of all deals is won, or lost: the smallest age with a share of
   * at least {@code p}.
   *
   * <p>The limits are the same ages of the upper and the lower limit of the share.
   *
   * @param end {@link End#WON} or {@link End#LOST}; how long deals stay open is the question of
   *     {@link SurvivalCurve#quantile}
   * @param p the share, strictly between 0 and 1
   * @return the age in days, with an interval where both limits are reached; no data when nothing
   *     was observed, or too few ended so for the curve to come that far
   * @throws IllegalArgumentException if the end is open or the share is out of range
   */
  public Measure quantile(End end, double p) {
    checkQuantile(end, p);
    if (table.n() == 0) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    int row = 0;
    while (row < table.rows() && !reaches(share(end, row), p)) {
      row++;
    }
    if (row == table.rows()) {
      return Measure.noData(Unit.DAYS, table.n(), NoData.TOO_FEW);
    }
    Measure quantile = Measure.of(table.days(row), Unit.DAYS, table.n());
    OptionalDouble lower = quantileLower(end, p);
    OptionalDouble upper = quantileUpper(end, p);
    return lower.isPresent() && upper.isPresent()
        ? quantile.withInterval(new Interval(lower.getAsDouble(), upper.getAsDouble(), confidence))
        : quantile;
  }

  /**
   * Returns the lower limit of a quantile, which is often there when the upper one is not.
   *
   * @param end {@link End#WON} or {@link End#LOST}
   * @param p the share, strictly between 0 and 1
   * @return the age in days at which the upper limit of the share reaches {@code p}; empty when it
   *     does not
   * @throws IllegalArgumentException if the end is open or the share is out of range
   */
  public OptionalDouble quantileLower(End end, double p) {
    return limitReaches(end, p, 1);
  }

  /**
   * Returns the upper limit of a quantile.
   *
   * @param end {@link End#WON} or {@link End#LOST}
   * @param p the share, strictly between 0 and 1
   * @return the age in days at which the lower limit of the share reaches {@code p}; empty when it
   *     does not
   * @throws IllegalArgumentException if the end is open or the share is out of range
   */
  public OptionalDouble quantileUpper(End end, double p) {
    return limitReaches(end, p, -1);
  }

  private OptionalDouble limitReaches(End end, double p, int sign) {
    checkQuantile(end, p);
    double z = sign * Confidence.normal(confidence);
    for (int row = 0; row < table.rows(); row++) {
      double at = share(end, row);
      if (at > 0 && at < 1 && reaches(limit(at, Math.sqrt(variance(end, row)), z), p)) {
        return OptionalDouble.of(table.days(row));
      }
    }
    return OptionalDouble.empty();
  }

  private static boolean reaches(double share, double p) {
    return share >= p * (1 - SLACK);
  }

  /** Returns the upper limit for positive {@code z}, else the lower one. */
  private static double limit(double share, double se, double z) {
    double log = Math.log1p(-share);
    double limit = -Math.expm1(log * Math.exp(z * se / ((1 - share) * -log)));
    return z > 0 ? Math.max(share, limit) : Math.min(share, limit) + 0.0;
  }

  private static void checkQuantile(End end, double p) {
    checkArgument(
        end != End.OPEN, "CumulativeIncidence quantile is of OPEN; it must be of WON or LOST");
    checkArgument(
        p > 0 && p < 1,
        "CumulativeIncidence quantile is %s; it must be between 0 and 1, both excluded",
        p);
  }

  /** Reads like {@code CumulativeIncidence over LifeTable of 38: 12 won, 5 lost, 21 open}. */
  @Override
  public String toString() {
    return "CumulativeIncidence over " + table;
  }
}
