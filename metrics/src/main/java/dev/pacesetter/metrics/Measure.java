package dev.pacesetter.metrics;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number with what it takes to trust it: unit, number of observations and, where one can be
 * given, a confidence interval; or "no data" with the reason.
 *
 * <p>Money is in minor units and exact up to 2<sup>53</sup> of them. Values are finite and negative
 * zero is normalised, so equal measures are {@code equals}.
 */
public final class Measure {
  private final Unit unit;
  private final long n;
  private final double value;
  private final @Nullable Interval interval;
  private final @Nullable NoData reason;

  private Measure(
      Unit unit, long n, double value, @Nullable Interval interval, @Nullable NoData reason) {
    this.unit = unit;
    this.n = n;
    this.value = value;
    this.interval = interval;
    this.reason = reason;
  }

  /**
   * Returns a measured value.
   *
   * @param value the value, finite, in {@code unit}
   * @param unit what the value counts
   * @param n the number of observations behind it, at least 0
   * @return the measure, without an interval
   * @throws IllegalArgumentException if the value is not finite or {@code n} is negative
   */
  public static Measure of(double value, Unit unit, long n) {
    checkArgument(Double.isFinite(value), "Measure value is %s; it must be finite", value);
    checkArgument(n >= 0, "Measure n is %s; it must be at least 0", n);
    return new Measure(Objects.requireNonNull(unit), n, value + 0.0, null, null);
  }

  /**
   * Returns the answer that there is no number.
   *
   * @param unit what the value would have counted
   * @param n the number of observations there are, at least 0
   * @param reason why they do not make a number
   * @return the measure
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static Measure noData(Unit unit, long n, NoData reason) {
    checkArgument(n >= 0, "Measure n is %s; it must be at least 0", n);
    return new Measure(Objects.requireNonNull(unit), n, 0, null, Objects.requireNonNull(reason));
  }

  /**
   * Returns this measure with a confidence interval.
   *
   * @param interval the interval; need not contain the value (a shrunken estimate may lie outside)
   * @return the measure with the interval
   * @throws IllegalStateException if there is no value
   */
  public Measure withInterval(Interval interval) {
    if (reason != null) {
      throw new IllegalStateException("no interval for a measure without data: " + reason);
    }
    return new Measure(unit, n, value, Objects.requireNonNull(interval), null);
  }

  /**
   * Returns what the value counts.
   *
   * @return the unit
   */
  public Unit unit() {
    return unit;
  }

  /**
   * Returns the number of observations behind the value.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n;
  }

  /**
   * Returns whether there is a value.
   *
   * @return false for "no data"
   */
  public boolean isPresent() {
    return reason == null;
  }

  /**
   * Returns the value.
   *
   * @return a finite number in {@link #unit()}
   * @throws NoSuchElementException if there is no data; the message names the reason
   */
  public double value() {
    if (reason != null) {
      throw new NoSuchElementException("no data: " + reason);
    }
    return value;
  }

  /**
   * Returns the confidence interval, where one can be given.
   *
   * @return the interval
   */
  public Optional<Interval> interval() {
    return Optional.ofNullable(interval);
  }

  /**
   * Returns why there is no value.
   *
   * @return the reason, empty when there is a value
   */
  public Optional<NoData> reason() {
    return Optional.ofNullable(reason);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Measure that
        && unit == that.unit
        && n == that.n
        && Double.compare(value, that.value) == 0
        && Objects.equals(interval, that.interval)
        && reason == that.reason;
  }

  @Override
  public int hashCode() {
    return Objects.hash(unit, n, value, interval, reason);
  }

  /** Reads like {@code 0.41 RATIO [0.37, 0.45], n = 512} or {@code no data (TOO_FEW), n = 3}. */
  @Override
  public String toString() {
    if (reason != null) {
      return "no data (" + reason + "), n = " + n;
    }
    String bounds = interval == null ? "" : " [" + interval.lower() + ", " + interval.upper() + "]";
    return value + " " + unit + bounds + ", n = " + n;
  }
}
