package dev.pacesetter.metrics.signal;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The chart of single values with their moving ranges: one number a week, such as revenue or the
 * length of the cycle, and between which limits it moves by chance alone.
 *
 * <p>Sigma comes from the mean difference of neighbours, {@code mean |x(i) - x(i-1)| / d2} with
 * {@code d2 = 2/√π}, so that a change of level within the series widens the limits little. It
 * assumes independent, roughly normal values: a series that carries over from week to week is given
 * limits that are too narrow.
 *
 * <p>A chart of past values also serves for new ones: {@link #limits} and {@link #watch}.
 *
 * @see "Montgomery (2012), Introduction to Statistical Quality Control, 6.4"
 */
public final class IndividualsChart {
  private static final double D2 = 2 / Math.sqrt(Math.PI);
  private static final double D3 = Math.sqrt(2 - 4 / Math.PI);

  private final double[] observations;
  private final Measure center;
  private final Sample ranges;

  private IndividualsChart(Unit unit, double[] observations) {
    this.observations = observations;
    this.center = Sample.of(unit, observations).mean();
    double[] differences = new double[Math.max(0, observations.length - 1)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = Math.abs(observations[i + 1] - observations[i]);
    }
    this.ranges = Sample.of(unit, differences);
  }

  /**
   * Returns the chart of a series.
   *
   * @param unit what an observation counts
   * @param observations the observations in order of time; copied
   * @return the chart
   * @throws IllegalArgumentException if an observation is not finite or above 1e250 in magnitude
   */
  public static IndividualsChart of(Unit unit, double... observations) {
    return new IndividualsChart(unit, observations.clone());
  }

  /**
   * Returns the number of observations.
   *
   * @return the count, at least 0
   */
  public int n() {
    return observations.length;
  }

  /**
   * Returns the centre line, the mean of the observations.
   *
   * @return the mean; no data when nothing was observed
   */
  public Measure center() {
    return center;
  }

  /**
   * Returns the mean moving range, the mean of {@code |x(i) - x(i-1)|}.
   *
   * @return the mean over {@code n - 1} ranges; no data for fewer than two observations
   */
  public Measure meanMovingRange() {
    return ranges.mean();
  }

  /**
   * Returns the median moving range, which a few large jumps do not move.
   *
   * @return the median over {@code n - 1} ranges; no data for fewer than two observations
   */
  public Measure medianMovingRange() {
    return ranges.median();
  }

  /**
   * Returns the limits of a single value: {@code mean ± 3·sigma}.
   *
   * @return the limits; empty for fewer than two observations. When all observations are equal both
   *     limits are that value
   */
  public Optional<ControlLimits> limits() {
    Measure mean = ranges.mean();
    return mean.isPresent()
        ? Optional.of(ControlLimits.threeSigma(center.value(), mean.value() / D2))
        : Optional.empty();
  }

  /**
   * Returns the upper limit of a moving range: {@code mean·(1 + 3·d3/d2)} with {@code d3 =
   * √(2-4/π)}, about 3.267 times the mean.
   *
   * @return the limit; empty for fewer than two observations
   */
  public OptionalDouble movingRangeLimit() {
    Measure mean = ranges.mean();
    return mean.isPresent()
        ? OptionalDouble.of(mean.value() * (1 + 3 * D3 / D2))
        : OptionalDouble.empty();
  }

  /**
   * Returns which observations are outside the limits.
   *
   * @return the indexes in ascending order; none for fewer than two observations
   */
  public int[] outside() {
    return limits()
        .map(limits -> Points.where(n(), i -> !limits.contains(observations[i])))
        .orElseGet(() -> new int[0]);
  }

  /**
   * Returns which observations complete a pattern.
   *
   * @param rule the pattern
   * @return the indexes in ascending order; none for fewer than two observations
   */
  public int[] hits(RunRule rule) {
    return limits()
        .map(limits -> RunRules.hits(rule, limits.center(), limits.sigma(), observations))
        .orElseGet(() -> new int[0]);
  }

  /**
   * Returns rules that watch new observations against this chart; they have seen nothing yet.
   *
   * @return the rules; empty for fewer than two observations
   */
  public Optional<RunRules> watch() {
    return limits().map(limits -> RunRules.around(limits.center(), limits.sigma()));
  }
}
