package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The chart of a rate whose points differ in size: the win rate of each week (a p chart) or the
 * visits per day of each week (a u chart).
 *
 * <p>The centre is the ratio of sums, {@code Σcount / Σsize}. A point of size {@code m} has {@code
 * sigma = √(c(1-c)/m)} for a proportion and {@code √(c/m)} for a rate, so few deals give wide
 * limits and many narrow ones. A point of size 0 has no rate and no limits: it is neither outside
 * nor part of a pattern.
 *
 * <p>These limits know no variation but that of counting. Where thousands of trials make them
 * narrower than any real week, {@link #laney} adds the variation between the points.
 *
 * @see "Montgomery (2012), Introduction to Statistical Quality Control, 7.2 and 7.3"
 */
public final class RateChart {
  private static final double D2 = 2 / Math.sqrt(Math.PI);

  /** Differences this small relative to the centre are rounding. */
  private static final double ROUNDING = 1e-12;

  private final boolean isProportion;
  private final long[] counts;
  private final double[] sizes;
  private final long n;
  private final double center; // meaningless where no point has a size
  private final boolean hasCenter;
  private final double widening;

  private RateChart(boolean isProportion, long[] counts, double[] sizes, double widening) {
    this.isProportion = isProportion;
    this.counts = counts;
    this.sizes = sizes;
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    double size = Sample.of(Unit.COUNT, sizes).sum();
    this.n = isProportion ? (long) size : sum;
    this.hasCenter = size > 0;
    this.center = hasCenter ? sum / size : 0;
    this.widening = widening;
  }

  /**
   * Returns the chart of a proportion, a p chart.
   *
   * @param successes what was counted at each point in order of time, from 0 to the trials; copied
   * @param trials out of how many at each point, from 0 to 10<sup>12</sup>; copied
   * @return the chart
   * @throws IllegalArgumentException if a count is out of range or the lengths differ
   */
  public static RateChart ofProportion(long[] successes, long[] trials) {
    checkLengths(successes.length, trials.length);
    double[] sizes = new double[trials.length];
    for (int i = 0; i < sizes.length; i++) {
      if (trials[i] < 0 || trials[i] > 1_000_000_000_000L) {
        throw new IllegalArgumentException(
            "RateChart has " + trials[i] + " trials at point " + i + "; allowed are 0 to 1e12");
      }
      if (successes[i] < 0 || successes[i] > trials[i]) {
        throw new IllegalArgumentException(
            "RateChart has "
                + successes[i]
                + " successes at point "
                + i
                + "; there must be from 0 to the trials, "
                + trials[i]);
      }
      sizes[i] = trials[i];
    }
    return new RateChart(true, successes.clone(), sizes, 1);
  }

  /**
   * Returns the chart of a rate, a u chart.
   *
   * @param events what was counted at each point in order of time, at least 0; copied
   * @param exposures over how much at each point, such as working days, 0 or from 1e-12 to 1e12,
   *     not 0 where something was counted; copied
   * @return the chart
   * @throws IllegalArgumentException if a number is out of range or the lengths differ
   * @throws ArithmeticException if the sum of the events does not fit a {@code long}
   */
  public static RateChart ofRate(long[] events, double[] exposures) {
    checkLengths(events.length, exposures.length);
    for (int i = 0; i < events.length; i++) {
      if (!(exposures[i] == 0
          || (exposures[i] >= 1e-12 && exposures[i] <= 1e12))) { // so that NaN is refused too
        throw new IllegalArgumentException(
            "RateChart has exposure "
                + exposures[i]
                + " at point "
                + i
                + "; allowed are 0 and 1e-12 to 1e12");
      }
      if (events[i] < 0 || (events[i] > 0 && exposures[i] == 0)) {
        throw new IllegalArgumentException(
            "RateChart has "
                + events[i]
                + " events at point "
                + i
                + "; there must be 0 or more, and none where the exposure is 0");
      }
    }
    return new RateChart(false, events.clone(), exposures.clone(), 1);
  }

  private static void checkLengths(int counts, int sizes) {
    checkArgument(
        counts == sizes, "RateChart has %s counts and %s sizes; they must match", counts, sizes);
  }

  /**
   * Returns the number of points, those of size 0 included.
   *
   * @return the count, at least 0
   */
  public int points() {
    return counts.length;
  }

  /**
   * Returns the centre line.
   *
   * @return the ratio of sums, with the trials of a proportion or the events of a rate as {@code
   *     n}; no data when every size is 0
   */
  public Measure center() {
    Unit unit = isProportion ? Unit.RATIO : Unit.COUNT;
    return hasCenter
        ? Measure.of(center, unit, n)
        : Measure.noData(unit, 0, NoData.NOTHING_OBSERVED);
  }

  /**
   * Returns the rate at a point.
   *
   * @param point the index of the point
   * @return count by size; empty where the size is 0
   * @throws IndexOutOfBoundsException if there is no such point
   */
  public OptionalDouble value(int point) {
    return sizes[point] > 0
        ? OptionalDouble.of(counts[point] / sizes[point])
        : OptionalDouble.empty();
  }

  /**
   * Returns the limits at a point, those of a proportion within [0, 1] and those of a rate not
   * below 0.
   *
   * @param point the index of the point
   * @return the limits; empty where the size is 0
   * @throws IndexOutOfBoundsException if there is no such point
   */
  public Optional<ControlLimits> limits(int point) {
    return limitsFor(sizes[point]);
  }

  /**
   * Returns the limits that this chart gives a new point.
   *
   * @param size trials of a proportion or exposure of a rate, finite and at least 0
   * @return the limits; empty where the size is 0 or the chart has no centre
   * @throws IllegalArgumentException if the size is out of range
   */
  public Optional<ControlLimits> limitsFor(double size) {
    checkArgument(
        size >= 0 && Double.isFinite(size),
        "RateChart point has size %s; it must be finite and at least 0",
        size);
    if (size == 0 || !hasCenter) {
      return Optional.empty();
    }
    double most = isProportion ? 1 : Double.MAX_VALUE;
    return Optional.of(ControlLimits.within(center, sigma(size) * widening, 0, most));
  }

  /**
   * Returns which points are outside their limits.
   *
   * @return the indexes in ascending order
   */
  public int[] outside() {
    return Points.where(
        points(), i -> limits(i).map(limits -> !limits.contains(rate(i))).orElse(false));
  }

  /**
   * Returns which points complete a pattern, each measured in its own sigma.
   *
   * @param rule the pattern
   * @return the indexes in ascending order; none where counting knows no variation, at a centre of
   *     0 or 1
   */
  public int[] hits(RunRule rule) {
    int[] sized = sized();
    if (sized.length == 0 || sigma(sizes[sized[0]]) == 0) {
      return new int[0];
    }
    double[] z = Arrays.stream(sized).mapToDouble(i -> z(i) / widening).toArray();
    int[] hits = RunRules.hits(rule, 0, 1, z);
    return Arrays.stream(hits).map(hit -> sized[hit]).toArray();
  }

  /**
   * Returns how many times wider than by counting alone the points vary from one to the next,
   * Laney's {@code σz = mean |z(i) - z(i-1)| / d2} with {@code z = (value - centre) / sigma}.
   *
   * @return about 1 when counting explains the variation, more when points differ in truth; no data
   *     for fewer than two points with a size, or a centre of 0 or 1
   */
  public Measure variationBetween() {
    int[] sized = sized();
    if (sized.length == 0) {
      return Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED);
    }
    if (sized.length == 1 || sigma(sizes[sized[0]]) == 0) {
      return Measure.noData(Unit.SCORE, sized.length, NoData.TOO_FEW);
    }
    double[] ranges = new double[sized.length - 1];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = Math.abs(z(sized[i + 1]) - z(sized[i]));
    }
    double mean = Sample.of(Unit.SCORE, ranges).sum() / ranges.length;
    return Measure.of(mean / D2, Unit.SCORE, sized.length);
  }

  /**
   * Returns the chart with the variation between the points in its limits: Laney's p′ or u′ chart,
   * {@code centre ± 3·σz·sigma}.
   *
   * @return the chart; empty where {@link #variationBetween} is no data
   * @see <a href="https://doi.org/10.1081/QEN-120006555">Laney (2002)</a>
   */
  public Optional<RateChart> laney() {
    Measure between = variationBetween();
    return between.isPresent() && between.value() > 0
        ? Optional.of(new RateChart(isProportion, counts, sizes, between.value()))
        : Optional.empty();
  }

  private int[] sized() {
    return Points.where(points(), i -> sizes[i] > 0);
  }

  private double rate(int point) {
    return counts[point] / sizes[point];
  }

  private double sigma(double size) {
    return Math.sqrt(isProportion ? center * (1 - center) / size : center / size);
  }

  private double z(int point) {
    double deviation = rate(point) - center;
    return Math.abs(deviation) <= ROUNDING * center ? 0 : deviation / sigma(sizes[point]);
  }
}
