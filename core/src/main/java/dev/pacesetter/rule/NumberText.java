package dev.pacesetter.rule;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Evidence in words. */
final class NumberText {
  private final Phrases phrases;

  NumberText(Phrases phrases) {
    this.phrases = phrases;
  }

  /** What the number is called: by the rule's own bundle, or by its name. */
  String label(Finding finding, Evidence number) {
    String key = "number." + number.name();
    if (finding.phrases().isEmpty()) {
      return number.name();
    }
    Phrases own = Phrases.named(finding.phrases(), phrases.language());
    return own.knows(key) ? own.say(key) : number.name();
  }

  /** What was observed, with n and interval. */
  String observed(Evidence number) {
    Measure observed = number.observed();
    if (!observed.isPresent()) {
      return fill(
          "number.none",
          "reason",
          phrases.say("none." + observed.reason().orElseThrow()),
          "n",
          count(observed.n()));
    }
    String value = value(number, observed.value());
    if (observed.interval().isPresent()) {
      Interval interval = observed.interval().get();
      return phrases.fill(
          "number.interval",
          ImmutableMap.of(
              "value", value,
              "lower", value(number, interval.lower()),
              "upper", value(number, interval.upper()),
              "confidence", percent(interval.confidence()),
              "n", count(observed.n())));
    }
    boolean countsItself =
        (observed.unit() == Unit.COUNT || observed.unit() == Unit.DAYS)
            && observed.value() == observed.n();
    return countsItself ? value : fill("number.n", "value", value, "n", count(observed.n()));
  }

  /** What it was compared with: expectation, limit and test, as far as there are any. */
  List<String> comparisons(Evidence number) {
    List<String> lines = new ArrayList<>();
    add(lines, number, "number.expected", number.expected());
    add(lines, number, "number.limit", number.limit());
    List<String> test = new ArrayList<>();
    number.test().ifPresent(name -> test.add(fill("number.test", "test", test(name))));
    number.pValue().ifPresent(p -> test.add(fill("number.p", "p", pValue(p))));
    number.adjustedPValue().ifPresent(p -> test.add(fill("number.adjusted", "p", pValue(p))));
    if (!test.isEmpty()) {
      lines.add(String.join(phrases.say("separator"), test));
    }
    return lines;
  }

  /** Everything about the value, on one line. */
  String line(Evidence number) {
    List<String> parts = new ArrayList<>(List.of(observed(number)));
    parts.addAll(comparisons(number));
    return String.join(phrases.say("separator"), parts);
  }

  private void add(List<String> lines, Evidence number, String key, OptionalDouble value) {
    value.ifPresent(known -> lines.add(fill(key, "value", value(number, known))));
  }

  private String value(Evidence number, double value) {
    Unit unit = number.observed().unit();
    String text = Numbers.value(value, unit, number.currency());
    return switch (unit) {
      case DAYS -> phrases.fill("value.days", ImmutableMap.of("n", value));
      case SCORE -> fill("value.points", "n", text);
      case MONEY, COUNT, RATIO -> text;
    };
  }

  private String test(String name) {
    String key = "test." + name.replace(' ', '-');
    return phrases.knows(key) ? phrases.say(key) : name;
  }

  private static String pValue(double p) {
    return p > 0 && p < 0.0001 ? "< 0.0001" : "= " + Numbers.decimal(p, 4);
  }

  private static String percent(double share) {
    return Allowed.number(BigDecimal.valueOf(share).movePointRight(2).doubleValue()) + "%";
  }

  private static String count(long n) {
    return Numbers.decimal((double) n, 0);
  }

  private String fill(String key, String name, String word) {
    return phrases.fill(key, ImmutableMap.of(name, word));
  }

  private String fill(String key, String name, String word, String other, String second) {
    return phrases.fill(key, ImmutableMap.of(name, word, other, second));
  }
}
