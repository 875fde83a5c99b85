package dev.pacesetter.metrics.effect;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated effect with its t test against no effect.
 *
 * <p>Where there is too little to judge the uncertainty, or nothing varies, there is an estimate
 * without interval, standard error, t and p-value.
 */
public final class Effect {
  /** Standard errors this small relative to the figures are rounding. */
  private static final double ROUNDING = 1e-13;

  private final Measure estimate;
  private final double standardError; // 0 where there is none
  private final double degreesOfFreedom;

  private Effect(Measure estimate, double standardError, double degreesOfFreedom) {
    this.estimate = estimate;
    this.standardError = standardError;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  static Effect noData(Unit unit, long n) {
    return new Effect(
        Measure.noData(unit, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW), 0, 0);
  }

  static Effect uncertain(double value, Unit unit, long n) {
    return new Effect(Measure.of(value, unit, n), 0, 0);
  }

  /** The scale is that of the figures the effect was computed from. */
  static Effect of(
      double value, Unit unit, long n, double error, double df, double scale, double confidence) {
    Effect plain = uncertain(value, unit, n);
    if (!(error > ROUNDING * scale) || !(df > 0)) {
      return plain;
    }
    double half = Confidence.student(confidence, df) * error;
    if (!Double.isFinite(value / error) || !Double.isFinite(Math.abs(value) + half)) {
      return plain;
    }
    Interval interval = new Interval(value - half, value + half, confidence);
    return new Effect(plain.estimate.withInterval(interval), error, df);
  }

  /**
   * Returns the effect with its interval, counted in people.
   *
   * @return the estimate in the unit of the outcome, positive when it rose
   */
  public Measure estimate() {
    return estimate;
  }

  /**
   * Returns the standard error.
   *
   * @return the error, above 0; empty where it cannot be judged
   */
  public OptionalDouble standardError() {
    return optional(standardError);
  }

  /**
   * Returns the degrees of freedom of the t test.
   *
   * @return the degrees, above 0 and not always whole; empty where there is no standard error
   */
  public OptionalDouble degreesOfFreedom() {
    return optional(degreesOfFreedom);
  }

  /**
   * Returns the estimate in standard errors.
   *
   * @return the statistic; empty where there is no standard error
   */
  public OptionalDouble t() {
    return optional(estimate.isPresent() ? estimate.value() / standardError : 0);
  }

  /**
   * Returns the two-sided p-value against no effect.
   *
   * @return the p-value, from 0 to 1; empty where there is no standard error
   */
  public OptionalDouble pValue() {
    return standardError == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            2
                * TDistribution.of(degreesOfFreedom)
                    .survivalProbability(Math.abs(estimate.value() / standardError)));
  }

  private OptionalDouble optional(double value) {
    return standardError == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Reads like the estimate. */
  @Override
  public String toString() {
    return estimate.toString();
  }
}
