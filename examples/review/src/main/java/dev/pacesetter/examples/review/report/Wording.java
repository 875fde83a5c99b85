package dev.pacesetter.examples.review.report;

import dev.pacesetter.goal.Target;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The words and numbers of a page in one language and currency. */
final class Wording {
  private static final String BUNDLE = "dev.pacesetter.examples.review.report.report";

  private final Phrases phrases;
  private final Optional<CurrencyUnit> currency;

  Wording(Locale locale, Optional<CurrencyUnit> currency) {
    this.phrases = Phrases.named(BUNDLE, locale);
    this.currency = currency;
  }

  Locale language() {
    return phrases.language();
  }

  Optional<CurrencyUnit> currency() {
    return currency;
  }

  String say(String key) {
    return phrases.say(key);
  }

  String say(String key, Map<String, ?> words) {
    return phrases.fill(key, words);
  }

  /** A value in its unit, with the word for days and points; or why there is none. */
  String value(Measure measure) {
    return measure
        .reason()
        .map(reason -> say("nodata." + reason))
        .orElseGet(() -> value(measure.value(), measure.unit()));
  }

  String value(double value, Unit unit) {
    String number = Numbers.value(value, unit, currency);
    return switch (unit) {
      case DAYS -> say("days", Map.of("days", value));
      case SCORE -> say("points", Map.of("points", number));
      case MONEY, COUNT, RATIO -> number;
    };
  }

  /** What a goal asks for: an amount, at most an amount, or between two. */
  String target(Target target) {
    return target(target, value -> value(value, target.unit()));
  }

  String briefTarget(Target target) {
    return target(target, value -> brief(value, target.unit()));
  }

  private String target(Target target, DoubleFunction<String> written) {
    String amount = written.apply(target.value());
    return switch (target.bound()) {
      case AT_LEAST -> amount;
      case AT_MOST -> say("target.atMost", Map.of("amount", amount));
      case BETWEEN ->
          say(
              "target.between",
              Map.of(
                  "low", amount, "high", written.apply(target.highest().orElse(target.value()))));
    };
  }

  /** The interval and n behind a value. */
  String detail(Measure measure) {
    if (measure.unit() == Unit.COUNT && measure.isPresent() && measure.value() == measure.n()) {
      return "";
    }
    String n = count(measure.n());
    Optional<Interval> interval = measure.interval();
    return interval.isPresent()
        ? say(
            "detail.interval",
            Map.of(
                "lower", bound(interval.get().lower(), measure.unit()),
                "upper", bound(interval.get().upper(), measure.unit()),
                "n", n))
        : say("detail.n", Map.of("n", n));
  }

  /** The end of an interval: money in whole units, without the code that stands above it. */
  String bound(double value, Unit unit) {
    return unit == Unit.MONEY
        ? Numbers.decimal(major(value), 0)
        : Numbers.value(value, unit, currency);
  }

  String money(long minor) {
    return currency
        .map(known -> Numbers.money(Money.ofMinor(known, minor)))
        .orElseGet(() -> Numbers.decimal(minor / 100.0, 2));
  }

  /** Says in which currency the amounts of a table are; null where none is known. */
  @Nullable String amounts() {
    return currency.map(known -> say("amounts", Map.of("currency", known.getCode()))).orElse(null);
  }

  /** An amount for a table whose caption names the currency: without its code. */
  String amount(long minor) {
    String text = money(minor);
    return text.substring(text.indexOf(' ') + 1);
  }

  /** A value shortened to thousands or millions, in Chinese to 万 or 亿; money without currency. */
  String brief(double value, Unit unit) {
    double plain = unit == Unit.MONEY ? value / Math.pow(10, decimals()) : value;
    if (unit != Unit.MONEY && unit != Unit.COUNT) {
      return value(value, unit);
    }
    boolean chinese = language().equals(Locale.CHINESE);
    double large = chinese ? 1e8 : 1e6;
    double small = chinese ? 1e4 : 1e3;
    double size = Math.abs(plain);
    if (size >= large) {
      return say("brief.large", Map.of("number", Numbers.decimal(plain / large, 2)));
    }
    return size >= small
        ? say("brief.small", Map.of("number", Numbers.decimal(plain / small, 1)))
        : Numbers.decimal(plain, 0);
  }

  String brief(Measure measure) {
    return measure.isPresent() ? brief(measure.value(), measure.unit()) : "–";
  }

  /** An amount in major units, for the axis of a chart. */
  double major(double minor) {
    return minor / Math.pow(10, decimals());
  }

  private int decimals() {
    return currency.map(CurrencyUnit::getDecimalPlaces).orElse(2);
  }

  String count(long count) {
    return Numbers.decimal((double) count, 0);
  }

  String percent(double share) {
    return Numbers.percent(share);
  }
}
