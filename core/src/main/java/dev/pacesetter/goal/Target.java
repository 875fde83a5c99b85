package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The number a goal asks for, kept exactly, in whole steps of its unit: a minor unit of money, one
 * thing counted, a hundredth of a percent, a hundredth of a day or of a point.
 *
 * @param bound whether the metric must reach the amount, stay below it, or end between two
 * @param unit what the number counts
 * @param amount steps of the unit; greater than 0, for a score any number
 * @param upTo the upper end, in steps of the unit; only and always for {@link Bound#BETWEEN}
 * @param currencyCode the currency of money, null for everything else
 */
public record Target(
    Bound bound, Unit unit, long amount, @Nullable Long upTo, @Nullable String currencyCode) {

  /** On which side of the amount the metric must end. */
  public enum Bound {
    /** Reach the amount or more. */
    AT_LEAST,
    /** Stay at the amount or less. */
    AT_MOST,
    /** Reach the amount, and stay at the upper end or less. */
    BETWEEN
  }

  /**
   * Checks that unit, amounts and currency go together.
   *
   * @throws IllegalArgumentException if the amount is not greater than 0 and no score, an upper end
   *     is missing, not wanted or not above the amount, or a currency is missing for money or given
   *     for something else
   */
  public Target {
    checkArgument(
        amount > 0 || unit == Unit.SCORE, "a target is %s; it must be greater than 0", amount);
    checkArgument(
        (unit == Unit.MONEY) == (currencyCode != null),
        "a target in %s has the currency %s; money needs one, nothing else has one",
        unit,
        currencyCode);
    checkArgument(
        (bound == Bound.BETWEEN) == (upTo != null),
        "a target %s has the upper end %s; one between two numbers needs it, no other has one",
        bound,
        upTo);
    checkArgument(
        upTo == null || amount < upTo,
        "a target is between %s and %s; the first must be less than the second",
        amount,
        upTo);
  }

  /**
   * Returns the target to reach an amount of money or more.
   *
   * @param money the amount, greater than 0
   * @return the target
   */
  public static Target atLeast(Money money) {
    return of(Bound.AT_LEAST, money);
  }

  /**
   * Returns the target to reach a number of things or more.
   *
   * @param count the number, greater than 0
   * @return the target
   */
  public static Target atLeast(long count) {
    return new Target(Bound.AT_LEAST, Unit.COUNT, count, null, null);
  }

  /**
   * Returns the target to reach a share, a time or a score or more.
   *
   * @param value the number in {@code unit}: 0.35 is 35 %
   * @param unit anything but money
   * @return the target
   * @throws IllegalArgumentException if the unit is money, or the number is finer than its steps
   */
  public static Target atLeast(double value, Unit unit) {
    return new Target(Bound.AT_LEAST, unit, steps(value, unit), null, null);
  }

  /**
   * Returns the target to stay at an amount of money or below.
   *
   * @param money the amount, greater than 0
   * @return the target
   */
  public static Target atMost(Money money) {
    return of(Bound.AT_MOST, money);
  }

  /**
   * Returns the target to stay at a number of things or below.
   *
   * @param count the number, greater than 0
   * @return the target
   */
  public static Target atMost(long count) {
    return new Target(Bound.AT_MOST, Unit.COUNT, count, null, null);
  }

  /**
   * Returns the target to stay at a share, a time or a score or below.
   *
   * @param value the number in {@code unit}: 0.35 is 35 %
   * @param unit anything but money
   * @return the target
   * @throws IllegalArgumentException if the unit is money, or the number is finer than its steps
   */
  public static Target atMost(double value, Unit unit) {
    return new Target(Bound.AT_MOST, unit, steps(value, unit), null, null);
  }

  /**
   * Returns the target to end between two amounts of money, both included.
   *
   * @param lowest the lower end, greater than 0
   * @param highest the upper end, in the same currency
   * @return the target
   * @throws IllegalArgumentException if the currencies differ, or the first is not the lower one
   */
  public static Target between(Money lowest, Money highest) {
    checkArgument(
        lowest.isSameCurrency(highest),
        "a target is between %s and %s; both must be in one currency",
        lowest,
        highest);
    return new Target(
        Bound.BETWEEN,
        Unit.MONEY,
        lowest.getAmountMinorLong(),
        highest.getAmountMinorLong(),
        lowest.getCurrencyUnit().getCode());
  }

  /**
   * Returns the target to end between two numbers of things, both included.
   *
   * @param lowest the lower end, greater than 0
   * @param highest the upper end
   * @return the target
   * @throws IllegalArgumentException if the first is not the lower one
   */
  public static Target between(long lowest, long highest) {
    return new Target(Bound.BETWEEN, Unit.COUNT, lowest, highest, null);
  }

  /**
   * Returns the target to end between two shares, times or scores, both included.
   *
   * @param lowest the lower end in {@code unit}: 0.35 is 35 %
   * @param highest the upper end
   * @param unit anything but money
   * @return the target
   * @throws IllegalArgumentException if the unit is money, a number is finer than its steps, or the
   *     first is not the lower one
   */
  public static Target between(double lowest, double highest, Unit unit) {
    return new Target(Bound.BETWEEN, unit, steps(lowest, unit), steps(highest, unit), null);
  }

  private static Target of(Bound bound, Money money) {
    return new Target(
        bound, Unit.MONEY, money.getAmountMinorLong(), null, money.getCurrencyUnit().getCode());
  }

  /**
   * Returns how many decimals a unit's numbers have.
   *
   * @param unit the unit
   * @return 4 for a ratio, 2 for days and scores, 0 for counts and minor units of money
   */
  public static int decimals(Unit unit) {
    return switch (unit) {
      case MONEY, COUNT -> 0;
      case RATIO -> 4;
      case DAYS, SCORE -> 2;
    };
  }

  private static long steps(double value, Unit unit) {
    checkArgument(unit != Unit.MONEY, "a target of money needs a currency; give it as Money");
    checkArgument(Double.isFinite(value), "a target is %s; it must be a number", value);
    try {
      return BigDecimal.valueOf(value).movePointRight(decimals(unit)).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a target is %s in %s; at most %s decimals are allowed, and 18 digits"
              .formatted(value, unit.name().toLowerCase(Locale.ROOT), decimals(unit)),
          e);
    }
  }

  /**
   * Returns this target with another amount.
   *
   * @param amount steps of the unit
   * @return the target; the distance to an upper end stays
   */
  public Target withAmount(long amount) {
    Long end = upTo == null ? null : Long.valueOf(Math.addExact(amount, upTo - this.amount));
    return new Target(bound, unit, amount, end, currencyCode);
  }

  /**
   * Returns the amount as a measure has it.
   *
   * @return minor units for money, things for a count, 0.35 for 35 %, days, or points
   */
  public double value() {
    return value(amount);
  }

  /**
   * Returns the upper end as a measure has it.
   *
   * @return the upper end of {@link Bound#BETWEEN}, empty for every other target
   */
  public OptionalDouble highest() {
    return upTo == null ? OptionalDouble.empty() : OptionalDouble.of(value(upTo));
  }

  /** Some steps as a measure has them. */
  double value(long steps) {
    return BigDecimal.valueOf(steps, decimals(unit)).doubleValue();
  }

  /**
   * Returns whether a measured value is what is asked for.
   *
   * @param value the value in the target's unit
   * @return whether it lies on the right side of the amount, or between the two
   */
  public boolean isMetBy(double value) {
    return switch (bound) {
      case AT_LEAST -> value >= value();
      case AT_MOST -> value <= value();
      case BETWEEN -> value >= value() && value <= highest().orElseThrow();
    };
  }

  /**
   * Returns the currency.
   *
   * @return the currency of money, empty for everything else
   */
  public Optional<CurrencyUnit> currency() {
    return Optional.ofNullable(currencyCode).map(CurrencyUnit::of);
  }
}
