package dev.pacesetter.journal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Rates at which amounts in other currencies are compared, fixed for a plan so that a moving market
 * does not move anybody's result.
 *
 * @param base the currency everything is turned into
 * @param rates for each other currency, how much of {@code base} one unit is worth; greater than 0
 */
public record PlanRates(CurrencyUnit base, ImmutableSortedMap<CurrencyUnit, BigDecimal> rates) {

  /**
   * Checks the rates.
   *
   * @throws IllegalArgumentException if a rate is not greater than 0, or one is given for the base
   */
  public PlanRates {
    checkArgument(!rates.containsKey(base), "%s is the base and needs no rate", base);
    rates.forEach(
        (currency, rate) ->
            checkArgument(
                rate.signum() > 0,
                "the plan rate of %s in %s is %s; it must be greater than 0",
                currency,
                base,
                rate));
    rates = ImmutableSortedMap.copyOf(Maps.transformValues(rates, BigDecimal::stripTrailingZeros));
  }

  /**
   * Returns rates for a single currency.
   *
   * @param base the only currency there is
   * @return rates that refuse every other currency
   */
  public static PlanRates in(CurrencyUnit base) {
    return new PlanRates(base, ImmutableSortedMap.of());
  }

  /**
   * Returns these rates with one more currency.
   *
   * @param currency the other currency
   * @param rate how much of the base one unit of it is worth
   * @return the rates
   * @throws IllegalArgumentException if the rate is not greater than 0 or the currency has one
   */
  public PlanRates with(CurrencyUnit currency, BigDecimal rate) {
    checkArgument(
        !rates.containsKey(currency),
        "%s has the plan rate %s already; it cannot also be %s",
        currency,
        rates.get(currency),
        rate);
    return new PlanRates(
        base,
        ImmutableSortedMap.<CurrencyUnit, BigDecimal>naturalOrder()
            .putAll(rates)
            .put(currency, rate)
            .buildOrThrow());
  }

  /**
   * Turns an amount into the base currency, rounded half even to its minor unit.
   *
   * @param money the amount
   * @return the same amount in {@link #base()}
   * @throws IllegalArgumentException if there is no rate; the message names the pair
   */
  public Money convert(Money money) {
    if (money.getCurrencyUnit().equals(base)) {
      return money;
    }
    BigDecimal rate = rates.get(money.getCurrencyUnit());
    checkArgument(
        rate != null, "no plan rate from %s to %s for %s", money.getCurrencyUnit(), base, money);
    return money.convertedTo(base, rate, RoundingMode.HALF_EVEN);
  }
}
