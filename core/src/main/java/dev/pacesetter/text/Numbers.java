package dev.pacesetter.text;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Numbers as people read them. Grouping by comma and a decimal point serve both languages, and the
 * same number always gives the same text.
 */
public final class Numbers {
  private Numbers() {}

  /**
   * Returns an amount with its currency, such as {@code EUR 1,200.50}; cents are left out when
   * there are none.
   *
   * @param money the amount
   * @return the text
   */
  public static String money(Money money) {
    BigDecimal amount = money.getAmount();
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return money.getCurrencyUnit().getCode() + " " + decimal(amount, whole ? 0 : amount.scale());
  }

  /**
   * Returns a share in percent with one decimal, such as {@code 41.0%}.
   *
   * @param share the share, 1 for all
   * @return the text
   */
  public static String percent(double share) {
    return decimal(BigDecimal.valueOf(share).movePointRight(2), 1) + "%";
  }

  /**
   * Returns a number with a fixed count of decimals, rounded half up, grouped by thousands.
   *
   * @param value the number
   * @param decimals how many digits after the point
   * @return the text
   */
  public static String decimal(double value, int decimals) {
    return decimal(BigDecimal.valueOf(value), decimals);
  }

  /**
   * Returns a value in its unit: money with currency, a ratio in percent, scores with one decimal,
   * counts and days whole where they are.
   *
   * @param value the value in {@code unit}
   * @param unit what it counts
   * @param currency the currency of money; ignored for other units
   * @return the text, without the word for days or points
   */
  public static String value(double value, Unit unit, Optional<CurrencyUnit> currency) {
    return switch (unit) {
      case MONEY ->
          currency
              .map(known -> money(Money.ofMinor(known, Math.round(value))))
              .orElseGet(() -> decimal(value / 100, 2));
      case RATIO -> percent(value);
      case COUNT, DAYS -> decimal(value, value == Math.rint(value) ? 0 : 1);
      case SCORE -> decimal(value, 1);
    };
  }

  /**
   * Returns a difference in its unit: as {@link #value(double, Unit, Optional)}, with a plus where
   * one below 0 has its minus, such as {@code EUR +500}.
   *
   * @param difference the difference in {@code unit}
   * @param unit what it counts
   * @param currency the currency of money; ignored for other units
   * @return the text, without a sign for 0
   */
  public static String difference(double difference, Unit unit, Optional<CurrencyUnit> currency) {
    String text = value(difference, unit, currency);
    int digits = unit == Unit.MONEY ? text.indexOf(' ') + 1 : 0;
    return difference > 0 ? text.substring(0, digits) + "+" + text.substring(digits) : text;
  }

  /**
   * Returns a measure's value in its unit.
   *
   * @param measure the measure
   * @param currency the currency of money; ignored for other units
   * @return the text, or {@code –} when there is no data
   */
  public static String value(Measure measure, Optional<CurrencyUnit> currency) {
    return measure.isPresent() ? value(measure.value(), measure.unit(), currency) : "–";
  }

  /**
   * Returns a number of any size with a fixed count of decimals, rounded half up, grouped by
   * thousands.
   *
   * @param value the number
   * @param decimals how many digits after the point
   * @return the text
   */
  public static String decimal(BigDecimal value, int decimals) {
    String plain = value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    int first = plain.startsWith("-") ? 1 : 0;
    int end = decimals > 0 ? plain.length() - decimals - 1 : plain.length();
    StringBuilder grouped = new StringBuilder(plain);
    for (int thousands = end - 3; thousands > first; thousands -= 3) {
      grouped.insert(thousands, ',');
    }
    return grouped.toString();
  }
}
