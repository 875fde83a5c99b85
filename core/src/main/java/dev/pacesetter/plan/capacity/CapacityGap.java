package dev.pacesetter.plan.capacity;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is lacking between what people can be expected to sell and a target.
 *
 * @param currency the currency of all amounts
 * @param target what is asked for, in minor units
 * @param capacity what can be expected, in minor units
 * @param perHead what one head can be expected to sell: somebody fully ramped, at full time, there
 *     on every working day, with the mean quota and the expected attainment; in minor units, above
 *     0
 */
public record CapacityGap(CurrencyUnit currency, long target, long capacity, double perHead) {

  /**
   * Checks what a head sells.
   *
   * @throws IllegalArgumentException if {@code perHead} is not finite or not above 0
   */
  public CapacityGap {
    checkArgument(
        perHead > 0 && Double.isFinite(perHead),
        "a head sells %s; it must be finite and above 0",
        perHead);
  }

  /**
   * Returns the gap in money.
   *
   * @return {@code target - capacity} in minor units; below 0 where more can be expected than is
   *     asked for
   */
  public long money() {
    return target - capacity;
  }

  /**
   * Returns the gap in heads.
   *
   * @return {@code money / perHead}; below 0 where there are more people than are needed
   */
  public double heads() {
    return money() / perHead;
  }

  /**
   * Returns how many people would close the gap, each of whom sells as much as a newcomer does.
   *
   * @param each what one of them can be expected to sell in the period, in minor units, above 0; as
   *     {@link Workforce#newcomer} says
   * @return the least whole number that does; 0 where nothing is lacking
   * @throws IllegalArgumentException if {@code each} is not finite or not above 0
   */
  public long peopleSelling(double each) {
    checkArgument(
        each > 0 && Double.isFinite(each), "each sells %s; it must be finite and above 0", each);
    return money() <= 0 ? 0 : (long) Math.ceil(money() / each);
  }

  /**
   * Says what is lacking.
   *
   * @param locale Chinese, or English for every other language
   * @return a sentence
   */
  public String explain(Locale locale) {
    return Phrases.named(Capacity.PHRASES, locale)
        .fill(
            money() > 0 ? "gap.short" : money() < 0 ? "gap.spare" : "gap.none",
            Map.of(
                "target", said(target),
                "capacity", said(capacity),
                "money", said(Math.abs(money())),
                "heads", Numbers.decimal(Math.abs(heads()), 1)));
  }

  private String said(long amount) {
    return Numbers.money(Money.ofMinor(currency, amount));
  }
}
