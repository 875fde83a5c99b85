package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * The share still open by age: the estimator of Kaplan and Meier, with those last seen open as
 * censored.
 *
 * <p>Winning and losing both end a deal here. {@code S(t) = Π (1 - d/n)} over the ages up to {@code
 * t}, {@code d} ended of {@code n} at risk; a step function that drops at the age itself. How many
 * win and how many lose is the question of {@link CumulativeIncidence}: one minus the curve of
 * wins, with losses as censored, overstates winning.
 *
 * <p>With observations that began late, few may be at risk at low ages; when all of those few end,
 * the curve is 0 from there on, as its formula says, and {@link LifeTable#openAt} a higher age
 * answers more.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
 */
public final class SurvivalCurve {
  /** A step this close to the level of a quantile is at the level; as in R's quantile.survfit. */
  private static final double SLACK = 1.5e-8;

  private final LifeTable table;
  private final double confidence;
  private final SurvivalInterval method;
  private final double[] survival;
  private final double[] logVariance; // Σ d/(n(n-d)), without the end at which nobody is left
  private final double[] hazard;
  private final double[] hazardVariance;

  private SurvivalCurve(SurvivalCurve from, double confidence, SurvivalInterval method) {
    Confidence.check("SurvivalCurve confidence", confidence);
    this.table = from.table;
    this.confidence = confidence;
    this.method = Objects.requireNonNull(method);
    survival = from.survival;
    logVariance = from.logVariance;
    hazard = from.hazard;
    hazardVariance = from.hazardVariance;
  }

  private SurvivalCurve(LifeTable table) {
    this.table = table;
    confidence = 0.95;
    method = SurvivalInterval.LOG_LOG;
    int rows = table.rows();
    survival = new double[rows];
    logVariance = new double[rows];
    hazard = new double[rows];
    hazardVariance = new double[rows];
    double s = 1;
    double greenwood = 0;
    double sum = 0;
    double sumVariance = 0;
    for (int row = 0; row < rows; row++) {
      double n = table.atRisk(row);
      double d = table.ended(row);
      if (d > 0) {
        s *= (n - d) / n;
        greenwood += d < n ? d / n / (n - d) : 0;
        sum += d / n;
        sumVariance += d / n / n;
      }
      survival[row] = s;
      logVariance[row] = greenwood;
      hazard[row] = sum;
      hazardVariance[row] = sumVariance;
    }
  }

  /**
   * Returns the curve of a table, with 95 % intervals by {@link SurvivalInterval#LOG_LOG}.
   *
   * @param table the observations
   * @return the curve
   */
  public static SurvivalCurve of(LifeTable table) {
    return new SurvivalCurve(table);
  }

  /**
   * Returns this curve with another confidence level for its intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the curve
   * @throws IllegalArgumentException if the level is out of range
   */
  public SurvivalCurve withConfidence(double confidence) {
    return new SurvivalCurve(this, confidence, method);
  }

  /**
   * Returns this curve with intervals of another kind.
   *
   * @param method how the intervals are computed
   * @return the curve
   */
  public SurvivalCurve with(SurvivalInterval method) {
    return new SurvivalCurve(this, confidence, method);
  }

  /**
   * Returns the observations, whose rows are the rows of this curve.
   *
   * @return the table
   */
  public LifeTable table() {
    return table;
  }

  /**
   * Returns the share still open at an age.
   *
   * <p>1 before the first age of the table. {@linkplain LifeTable#isBeyondFollowUp Beyond
   * follow-up} the last value, which nobody was observed to confirm.
   *
   * @param days the age, at least 0; infinity asks for the last value
   * @return the share, in [0, 1], with {@code n} the number of observations; no data when there are
   *     none
   * @throws IllegalArgumentException if the age is negative or not a number
   */
  public Measure at(double days) {
    int row = table.rowAt(days);
    if (table.n() == 0) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
    }
    Measure share = Measure.of(row < 0 ? 1 : survival[row], Unit.RATIO, table.n());
    return row < 0 ? share : interval(row).map(share::withInterval).orElse(share);
  }

  /**
   * Returns the share still open at the age of a row.
   *
   * @param row the row of the table
   * @return the share, in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double survival(int row) {
    return survival[row];
  }

  /**
   * Returns Greenwood's variance of the share still open, {@code S²·Σ d/(n(n-d))}.
   *
   * @param row the row of the table
   * @return the variance, at least 0; empty once nobody is open
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalDouble variance(int row) {
    double s = survival[row];
    return s == 0 ? OptionalDouble.empty() : OptionalDouble.of(s * s * logVariance[row]);
  }

  /**
   * Returns the confidence interval of the share still open.
   *
   * @param row the row of the table
   * @return the interval, within [0, 1]; empty where {@link SurvivalInterval} says that there is
   *     none
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Optional<Interval> interval(int row) {
    double s = survival[row];
    if (!method.exists(s)) {
      return Optional.empty();
    }
    double se = Math.sqrt(logVariance[row]);
    double z = Confidence.normal(confidence);
    return Optional.of(new Interval(method.lower(s, se, z), method.upper(s, se, z), confidence));
  }

  /**
   * Returns the cumulative hazard of ending, {@code Σ d/n}: how often a deal would have ended by
   * this age if it were opened again each time.
   *
   * @param row the row of the table
   * @return the hazard, at least 0
   * @throws IndexOutOfBoundsException if there is no such row
   * @see <a href="https://doi.org/10.1080/00401706.1972.10488991">Nelson (1972)</a>
   * @see <a href="https://doi.org/10.1214/aos/1176344247">Aalen (1978)</a>
   */
  public double cumulativeHazard(int row) {
    return hazard[row];
  }

  /**
   * Returns the variance of the cumulative hazard, {@code Σ d/n²}.
   *
   * @param row the row of the table
   * @return the variance, at least 0
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double cumulativeHazardVariance(int row) {
    return hazardVariance[row];
  }

  /**
   * Returns the age by which a share of the deals has ended, with the limits of Brookmeyer and
   * Crowley.
   *
   * <p>The smallest age with {@code S < 1 - p}; where the curve stays at {@code 1 - p} for a whole
   * step, the middle of that step, which ends with the last age of the table if the curve drops no
   * more. The limits are the same ages of the lower and the upper limit of {@code S}.
   *
   * @param p the share, strictly between 0 and 1; 0.5 asks for the median
   * @return the age in days, with an interval where both limits are reached; no data when nothing
   *     was observed, or too few of the deals have ended for the curve to come that far
   * @throws IllegalArgumentException if the share is out of range
   * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer and Crowley (1982)</a>
   */
  public Measure quantile(double p) {
    checkShare(p);
    if (table.n() == 0) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    OptionalDouble age = ageBelow(1 - p, row -> survival[row]);
    if (age.isEmpty()) {
      return Measure.noData(Unit.DAYS, table.n(), NoData.TOO_FEW);
    }
    Measure quantile = Measure.of(age.getAsDouble(), Unit.DAYS, table.n());
    OptionalDouble lower = quantileLower(p);
    OptionalDouble upper = quantileUpper(p);
    return lower.isPresent() && upper.isPresent()
        ? quantile.withInterval(new Interval(lower.getAsDouble(), upper.getAsDouble(), confidence))
        : quantile;
  }

  /**
   * Returns the lower limit of a quantile, which is often there when the upper one is not.
   *
   * @param p the share, strictly between 0 and 1
   * @return the age in days; empty when the lower limit of the curve does not come that far
   * @throws IllegalArgumentException if the share is out of range
   */
  public OptionalDouble quantileLower(double p) {
    checkShare(p);
    return limitBelow(1 - p, false);
  }

  /**
   * Returns the upper limit of a quantile.
   *
   * @param p the share, strictly between 0 and 1
   * @return the age in days; empty when the upper limit of the curve does not come that far
   * @throws IllegalArgumentException if the share is out of range
   */
  public OptionalDouble quantileUpper(double p) {
    checkShare(p);
    return limitBelow(1 - p, true);
  }

  /**
   * Returns the mean time open up to an age: the area under the curve, with the interval {@code
   * area ± t·se·√(m/(m-1))} clipped to [0, {@code days}], {@code m} the number of ends by then and
   * {@code t} Student's with {@code m - 1} degrees of freedom. With nobody open beyond, it is that
   * of the mean of a sample. Simulated, it holds the mean in 95.1 % to 95.6 % of 20 to 200 deals.
   *
   * @param days the age up to which time counts, finite and above 0
   * @return the mean in days, without interval where nothing varies or fewer than two ended; no
   *     data when nothing was observed, or somebody is still open and the age is beyond follow-up
   * @throws IllegalArgumentException if the age is out of range
   * @see <a href="https://doi.org/10.1186/1471-2288-13-152">Royston and Parmar (2013)</a>
   */
  public Measure restrictedMean(double days) {
    int last = rowUpTo(days);
    if (table.n() == 0) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    if (table.isBeyondFollowUp(days) && survival[last] > 0) {
      return Measure.noData(Unit.DAYS, table.n(), NoData.TOO_FEW);
    }
    double area = 0;
    double to = days;
    for (int row = last; row >= 0; row--) {
      area += survival[row] * (to - table.days(row));
      to = table.days(row);
    }
    area = Math.min(area + to, days);
    Measure mean = Measure.of(area, Unit.DAYS, table.n());
    double ends = 0;
    for (int row = 0; row <= last; row++) {
      ends += table.ended(row);
    }
    double error = standardError(days, last);
    if (error == 0 || ends < 2) {
      return mean;
    }
    double half = Confidence.student(confidence, ends - 1) * error * Math.sqrt(ends / (ends - 1));
    return mean.withInterval(
        new Interval(Math.max(0, area - half), Math.min(days, area + half), confidence));
  }

  /**
   * Returns the standard error of the {@linkplain #restrictedMean restricted mean}: the root of
   * {@code Σ A²·d/(n(n-d))}, {@code A} the area under the curve from the age of the row on; an age
   * at which all that are left end adds nothing.
   *
   * @param days the age up to which time counts, finite and above 0
   * @return the error in days, at least 0; empty where there is no mean
   * @throws IllegalArgumentException if the age is out of range
   */
  public OptionalDouble restrictedMeanError(double days) {
    int last = rowUpTo(days);
    return restrictedMean(days).isPresent()
        ? OptionalDouble.of(standardError(days, last))
        : OptionalDouble.empty();
  }

  private double standardError(double days, int last) {
    double variance = 0;
    double area = 0;
    double to = days;
    for (int row = last; row >= 0; row--) {
      double n = table.atRisk(row);
      double d = table.ended(row);
      area += survival[row] * (to - table.days(row));
      variance += d < n ? area * area * (d / n / (n - d)) : 0;
      to = table.days(row);
    }
    return Math.sqrt(variance);
  }

  private int rowUpTo(double days) {
    checkArgument(
        days > 0 && days < Double.POSITIVE_INFINITY,
        "SurvivalCurve mean is restricted to %s days; it must be finite and above 0",
        days);
    return table.rowAt(days);
  }

  private OptionalDouble limitBelow(double level, boolean upper) {
    double z = Confidence.normal(confidence);
    return ageBelow(
        level,
        row -> {
          double s = survival[row];
          double se = Math.sqrt(logVariance[row]);
          if (!method.exists(s)) {
            return Double.POSITIVE_INFINITY; // no limit here, so it is not below the level
          }
          return upper ? method.upper(s, se, z) : method.lower(s, se, z);
        });
  }

  private OptionalDouble ageBelow(double level, IntToDoubleFunction curve) {
    double slack = Math.min(SLACK, Math.min(level, 1 - level) / 2);
    int last = table.rows() - 1;
    int row = 0;
    while (row <= last && curve.applyAsDouble(row) > level + slack) {
      row++;
    }
    if (row > last) {
      return OptionalDouble.empty();
    }
    int below = row;
    while (below < last && curve.applyAsDouble(below) >= level - slack) {
      below++;
    }
    double from = table.days(row);
    return OptionalDouble.of(from + (table.days(below) - from) / 2);
  }

  private static void checkShare(double p) {
    checkArgument(
        p > 0 && p < 1,
        "SurvivalCurve quantile is %s; it must be between 0 and 1, both excluded",
        p);
  }

  /** Reads like {@code SurvivalCurve over LifeTable of 38: 12 won, 5 lost, 21 open}. */
  @Override
  public String toString() {
    return "SurvivalCurve over " + table;
  }
}
