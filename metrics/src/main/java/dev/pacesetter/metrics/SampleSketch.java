package dev.pacesetter.metrics;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What remains of a stream of observations that are too many to keep: count, extremes, mean and
 * spread as they are, quantiles up to a stated relative error.
 *
 * <p>Observations are taken one at a time and counted in buckets, {@code 2^k} of equal width in
 * each power of two: the memory depends on how many powers of two the magnitudes span, not on how
 * many observations there are. At an error of 1 % amounts from a cent to a million take some 15 kB,
 * and no stream takes more than 700 kB. With {@code x} the observation a quantile is, the answer
 * lies within {@code x ± error·|x|}.
 *
 * <p>The order of arrival changes no bit of counts, extremes and quantiles, nor does it whether a
 * stream is taken as a whole or in parts that {@link #plus} adds up; it changes mean and spread by
 * no more than rounding. {@link Sample} keeps all observations and is exact. Not for use by several
 * threads at once.
 *
 * @see <a href="https://doi.org/10.14778/3352063.3352135">Masson, Rim and Lee (2019), DDSketch,
 *     Proceedings of the VLDB Endowment 12:2195</a>, whose guarantee this is
 */
public final class SampleSketch {
  private static final double LARGEST = 1e100;

  /** So that no quotient or product of bucket ends vanishes. */
  private static final double SMALLEST = 1e-100;

  private final Unit unit;
  private final int bits;
  private final LogBuckets below;
  private final LogBuckets above;

  private long n;
  private long zeros;
  private double sum;
  private double lost; // what rounding took from the sum
  private double mean;
  private double squares; // of deviations from the mean
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;

  private SampleSketch(Unit unit, int bits) {
    this.unit = Objects.requireNonNull(unit);
    this.bits = bits;
    this.below = new LogBuckets(bits);
    this.above = new LogBuckets(bits);
  }

  /**
   * Returns a sketch that has seen nothing yet.
   *
   * @param unit what an observation counts
   * @param relativeError how far off a quantile may be relative to itself, from 0.0001 to 0.25; the
   *     memory is in inverse proportion to it
   * @return the sketch, whose {@link #relativeError} is at most that asked for
   * @throws IllegalArgumentException if the error is out of range
   */
  public static SampleSketch of(Unit unit, double relativeError) {
    checkArgument(
        relativeError >= 1e-4 && relativeError <= 0.25,
        "SampleSketch relative error is %s; it must be from 0.0001 to 0.25",
        relativeError);
    int bits = 0;
    while (LogBuckets.relativeError(bits) > relativeError) {
      bits++;
    }
    return new SampleSketch(unit, bits);
  }

  /**
   * Takes the next observation.
   *
   * @param observation the observation; for quantiles a magnitude below 1e-100 counts as 0
   * @throws IllegalArgumentException if the observation is not finite or its magnitude is above
   *     1e100
   */
  public void add(double observation) {
    double magnitude = Math.abs(observation);
    if (!(magnitude <= LARGEST)) { // so that NaN is refused too
      throw new IllegalArgumentException(
          "SampleSketch observation "
              + n
              + " is "
              + observation
              + "; it must be from -1e100 to 1e100");
    }
    double x = observation + 0.0; // -0.0 becomes 0.0
    n++;
    double next = sum + x;
    lost += Math.abs(sum) >= magnitude ? (sum - next) + x : (x - next) + sum;
    sum = next;
    double deviation = x - mean;
    mean = (sum + lost) / n;
    squares += deviation * (x - mean);
    minimum = Math.min(minimum, x);
    maximum = Math.max(maximum, x);
    if (magnitude < SMALLEST) {
      zeros++;
    } else {
      (x > 0 ? above : below).add(magnitude);
    }
  }

  /**
   * Returns a sketch of all observations of two.
   *
   * @param other another sketch of the same unit and error
   * @return a new sketch; neither of the two changes
   * @throws IllegalArgumentException if unit or error differ
   * @throws ArithmeticException if the number of observations does not fit a {@code long}
   */
  public SampleSketch plus(SampleSketch other) {
    checkArgument(
        unit == other.unit && bits == other.bits,
        "SampleSketch of %s within %s is added to one of %s within %s; both must be the same",
        other.unit,
        other.relativeError(),
        unit,
        relativeError());
    SampleSketch whole = new SampleSketch(unit, bits);
    whole.n = Math.addExact(n, other.n);
    whole.zeros = zeros + other.zeros;
    whole.below.addAll(below);
    whole.below.addAll(other.below);
    whole.above.addAll(above);
    whole.above.addAll(other.above);
    whole.minimum = Math.min(minimum, other.minimum);
    whole.maximum = Math.max(maximum, other.maximum);
    if (whole.n > 0) {
      whole.sum = sum + other.sum;
      whole.lost =
          lost
              + other.lost
              + (Math.abs(sum) >= Math.abs(other.sum)
                  ? (sum - whole.sum) + other.sum
                  : (other.sum - whole.sum) + sum);
      whole.mean = whole.sum() / whole.n;
      double apart = other.mean - mean;
      whole.squares =
          squares + other.squares + apart * apart * ((double) n / whole.n) * (double) other.n;
    }
    return whole;
  }

  /**
   * Returns what an observation counts.
   *
   * @return the unit
   */
  public Unit unit() {
    return unit;
  }

  /**
   * Returns the number of observations.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n;
  }

  /**
   * Returns how far off a quantile can be.
   *
   * @return {@code 1/(2^(k+1) + 1)}, as a share of the observation that the quantile is
   */
  public double relativeError() {
    return LogBuckets.relativeError(bits);
  }

  /**
   * Returns the sum of the observations by compensated summation, 0 when there are none.
   *
   * @return the sum, in {@link #unit()}
   * @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier (1974)</a>
   */
  public double sum() {
    return sum + lost;
  }

  /**
   * Returns the smallest observation.
   *
   * @return the minimum, exact; empty when nothing was observed
   */
  public OptionalDouble minimum() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(minimum);
  }

  /**
   * Returns the largest observation.
   *
   * @return the maximum, exact; empty when nothing was observed
   */
  public OptionalDouble maximum() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(maximum);
  }

  /**
   * Returns the arithmetic mean with its Student-t interval, as {@link Sample#mean} does.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the mean; no data when nothing was observed, no interval for a single observation
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure mean(double confidence) {
    Confidence.check("SampleSketch confidence", confidence);
    if (n == 0) {
      return Measure.noData(unit, 0, NoData.NOTHING_OBSERVED);
    }
    double value = Math.min(Math.max(mean, minimum), maximum);
    Measure measure = Measure.of(value, unit, n);
    if (n == 1) {
      return measure;
    }
    double half = Confidence.student(confidence, n - 1.0) * deviation() / Math.sqrt((double) n);
    return measure.withInterval(new Interval(value - half, value + half, confidence));
  }

  /**
   * Returns the standard deviation, with divisor {@code n - 1}, by Welford's recurrence.
   *
   * @return the deviation in {@link #unit()}; no data for fewer than two observations, since one
   *     says nothing about spread
   * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford (1962), Technometrics
   *     4:419</a>
   * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and LeVeque (1983) on
   *     the deviation of parts together, The American Statistician 37:242</a>
   */
  public Measure standardDeviation() {
    return n < 2
        ? Measure.noData(unit, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW)
        : Measure.of(deviation(), unit, n);
  }

  private double deviation() {
    return minimum == maximum ? 0 : Math.sqrt(Math.max(0, squares) / (n - 1));
  }

  /**
   * Returns a quantile with a distribution-free interval.
   *
   * <p>It is the smallest observation with at least a share {@code p} at or below it, {@link
   * QuantileType#OBSERVED}, within the {@linkplain #relativeError error}. The interval is that of
   * {@link Sample#quantile(double)} with each end moved outwards to the end of its bucket, so it
   * too covers with at least the stated confidence.
   *
   * @param p the probability, from 0 (smallest) to 1 (largest), both exact
   * @param confidence the level, strictly between 0 and 1
   * @return the quantile; no data when nothing was observed; without interval where there is none
   *     of so few, and beyond 2<sup>31</sup> - 1 observations
   * @throws IllegalArgumentException if {@code p} or the level is out of range
   */
  public Measure quantile(double p, double confidence) {
    checkArgument(p >= 0 && p <= 1, "SampleSketch quantile is %s; it must be from 0 to 1", p);
    Confidence.check("SampleSketch confidence", confidence);
    if (n == 0) {
      return Measure.noData(unit, 0, NoData.NOTHING_OBSERVED);
    }
    if (n > Integer.MAX_VALUE) {
      long rank = (long) Math.ceil(p * n) - 1;
      return Measure.of(value(Math.max(0, Math.min(n - 1, rank)), End.MIDDLE), unit, n);
    }
    int size = (int) n;
    double value =
        QuantileType.OBSERVED.quantile().evaluate(size, rank -> value(rank, End.MIDDLE), p);
    Measure measure = Measure.of(value, unit, n);
    double tail = (1 - confidence) / 2;
    BinomialDistribution binomial = BinomialDistribution.of(size, p);
    int lower = Sample.lowerRank(binomial, tail);
    int upper = Sample.upperRank(binomial, tail);
    return lower < 1 || upper > size
        ? measure
        : measure.withInterval(
            new Interval(value(lower - 1, End.LOWER), value(upper - 1, End.UPPER), confidence));
  }

  private enum End {
    LOWER,
    MIDDLE,
    UPPER
  }

  /** Returns what is known of the observation with so many smaller ones. */
  private double value(long rank, End end) {
    long negative = n - zeros - above.total();
    double value;
    if (rank < negative) {
      int bucket = below.bucketOf(negative - 1 - rank);
      value =
          -switch (end) {
            case LOWER -> below.upper(bucket);
            case MIDDLE -> below.middle(bucket);
            case UPPER -> below.lower(bucket);
          };
    } else if (rank < negative + zeros) {
      value =
          switch (end) {
            case LOWER -> -SMALLEST;
            case MIDDLE -> 0;
            case UPPER -> SMALLEST;
          };
    } else {
      int bucket = above.bucketOf(rank - negative - zeros);
      value =
          switch (end) {
            case LOWER -> above.lower(bucket);
            case MIDDLE -> above.middle(bucket);
            case UPPER -> above.upper(bucket);
          };
    }
    if (rank == 0) {
      return minimum;
    }
    return rank == n - 1 ? maximum : Math.min(Math.max(value, minimum), maximum);
  }

  /** Reads like {@code SampleSketch of 12 MONEY within 0.0078}. */
  @Override
  public String toString() {
    return "SampleSketch of " + n + " " + unit + " within " + (float) relativeError();
  }
}
