package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.NoData;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How many times one thing is as large as another: a number from 0 upwards with limits, of which
 * the upper one may not exist.
 *
 * <p>Where the other thing is 0 there is no number of times, and yet something may be known: seven
 * wins of ten against none of ten are at least so many times as much. Nothing is ever infinite
 * here: an end without bound is absent.
 */
public final class Multiple {
  private final long n;
  private final double confidence;
  private final OptionalDouble value;
  private final OptionalDouble lower;
  private final OptionalDouble upper;
  private final OptionalDouble logStandardError;
  private final @Nullable NoData reason;

  private Multiple(
      long n,
      double confidence,
      OptionalDouble value,
      OptionalDouble lower,
      OptionalDouble upper,
      OptionalDouble logStandardError,
      @Nullable NoData reason) {
    this.n = n;
    this.confidence = confidence;
    this.value = value;
    this.lower = lower;
    this.upper = upper;
    this.logStandardError = logStandardError;
    this.reason = reason;
  }

  /** A numerator over a denominator, without limits; no value over 0. */
  static Multiple of(double numerator, double denominator, long n, double confidence) {
    boolean isDefined = denominator > 0;
    return new Multiple(
        n,
        confidence,
        isDefined ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        isDefined ? null : NoData.NOTHING_OBSERVED);
  }

  static Multiple noData(long n, double confidence, NoData reason) {
    OptionalDouble none = OptionalDouble.empty();
    return new Multiple(n, confidence, none, none, none, none, reason);
  }

  Multiple withLimits(double from, OptionalDouble to) {
    return new Multiple(
        n, confidence, value, OptionalDouble.of(from), to, logStandardError, reason);
  }

  /** The normal limits of the logarithm; for a value above 0. */
  Multiple withLogNormalLimits(double standardError, double z) {
    double center = value.orElseThrow();
    return new Multiple(
        n,
        confidence,
        value,
        OptionalDouble.of(center * Math.exp(-z * standardError)),
        OptionalDouble.of(center * Math.exp(z * standardError)),
        OptionalDouble.of(standardError),
        reason);
  }

  /**
   * Returns the number of observations behind it.
   *
   * @return those of both groups, at least 0
   */
  public long n() {
    return n;
  }

  /**
   * Returns the number of times.
   *
   * @return a finite number, at least 0; empty when the other thing is 0
   */
  public OptionalDouble value() {
    return value;
  }

  /**
   * Returns the lower limit.
   *
   * @return a finite number, at least 0; empty when the method gives no limits here
   */
  public OptionalDouble lower() {
    return lower;
  }

  /**
   * Returns the upper limit.
   *
   * @return a finite number, at least {@link #lower()}; empty when there is no bound or the method
   *     gives no limits, which {@link #lower()} tells apart
   */
  public OptionalDouble upper() {
    return upper;
  }

  /**
   * Returns the confidence level of the limits.
   *
   * @return the level, strictly between 0 and 1
   */
  public double confidence() {
    return confidence;
  }

  /**
   * Returns both limits, where both exist.
   *
   * @return the interval
   */
  public Optional<Interval> interval() {
    return lower.isPresent() && upper.isPresent()
        ? Optional.of(new Interval(lower.getAsDouble(), upper.getAsDouble(), confidence))
        : Optional.empty();
  }

  /**
   * Returns the standard error of the natural logarithm of the value, by which several such numbers
   * can be pooled.
   *
   * @return the standard error, at least 0; empty where the limits do not come from one
   */
  public OptionalDouble logStandardError() {
    return logStandardError;
  }

  /**
   * Returns why there is no value.
   *
   * @return the reason, empty when there is a value
   */
  public Optional<NoData> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Returns whether a number of times lies within the limits, ends included.
   *
   * @param times the number, such as 1 for "as large"
   * @return whether it is not excluded; true where there are no limits
   */
  public boolean contains(double times) {
    return lower.orElse(0) <= times && times <= upper.orElse(Double.POSITIVE_INFINITY);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Multiple that
        && n == that.n
        && confidence == that.confidence
        && value.equals(that.value)
        && lower.equals(that.lower)
        && upper.equals(that.upper)
        && logStandardError.equals(that.logStandardError)
        && reason == that.reason;
  }

  @Override
  public int hashCode() {
    return Objects.hash(n, confidence, value, lower, upper, logStandardError, reason);
  }

  /** Reads like {@code 1.33 [0.9, 2.1], n = 150} or {@code no data (TOO_FEW), n = 3}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (reason != null) {
      text.append("no data (").append(reason).append(')');
    }
    value.ifPresent(text::append);
    if (lower.isPresent()) {
      text.append(" [").append(lower.getAsDouble()).append(", ");
      upper.ifPresentOrElse(end -> text.append(end).append(']'), () -> text.append("unbounded)"));
    }
    return text.append(", n = ").append(n).toString();
  }
}
