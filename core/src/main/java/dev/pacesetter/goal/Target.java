package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The number a goal asks for.
 *
 * @param bound whether the metric must reach the amount or stay below it
 * @param unit money or count
 * @param amount minor units for money, whole things for a count; greater than 0
 * @param currencyCode the currency of money, null for a count
 */
public record Target(Bound bound, Unit unit, long amount, @Nullable String currencyCode) {

  /** On which side of the amount the metric must end. */
  public enum Bound {
    /** Reach the amount or more. */
    AT_LEAST,
    /** Stay at the amount or less. */
    AT_MOST
  }

  /**
   * Checks that unit, amount and currency go together.
   *
   * @throws IllegalArgumentException if the unit is neither money nor count, the amount is not
   *     greater than 0, or a currency is missing for money or given for a count
   */
  public Target {
    checkArgument(
        unit == Unit.MONEY || unit == Unit.COUNT, "a target is in %s; use MONEY or COUNT", unit);
    checkArgument(amount > 0, "a target is %s; it must be greater than 0", amount);
    checkArgument(
        (unit == Unit.MONEY) == (currencyCode != null),
        "a target in %s has the currency %s; money needs one, a count has none",
        unit,
        currencyCode);
  }

  /**
   * Returns the target to reach an amount of money or more.
   *
   * @param money the amount, greater than 0
   * @return the target
   */
  public static Target atLeast(Money money) {
    return new Target(
        Bound.AT_LEAST, Unit.MONEY, money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  /**
   * Returns the target to reach a number of things or more.
   *
   * @param count the number, greater than 0
   * @return the target
   */
  public static Target atLeast(long count) {
    return new Target(Bound.AT_LEAST, Unit.COUNT, count, null);
  }

  /**
   * Returns the target to stay at an amount of money or below.
   *
   * @param money the amount, greater than 0
   * @return the target
   */
  public static Target atMost(Money money) {
    return new Target(
        Bound.AT_MOST, Unit.MONEY, money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  /**
   * Returns this target with another amount.
   *
   * @param amount minor units for money, whole things for a count
   * @return the target
   */
  public Target withAmount(long amount) {
    return new Target(bound, unit, amount, currencyCode);
  }

  /**
   * Returns the currency.
   *
   * @return the currency of money, empty for a count
   */
  public Optional<CurrencyUnit> currency() {
    return Optional.ofNullable(currencyCode).map(CurrencyUnit::of);
  }
}
