package dev.pacesetter.plan;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Says to what the amounts of a plan were rounded, and along which axes first. */
final class RoundingWords {
  private static final int CENTS = 2;

  private final SalesPlan plan;
  private final Phrases phrases;

  RoundingWords(SalesPlan plan, Locale locale) {
    this.plan = plan;
    phrases = Phrases.named(PlanReason.PHRASES, locale);
  }

  /** Of the plan as a whole, in sentences. */
  String whole() {
    StringBuilder said = new StringBuilder(say("rounded.plan", "how", how()));
    long rest = plan.total() % plan.unit();
    if (rest > 0) {
      said.append(
          phrases.fill(
              "rounded.rest", ImmutableMap.of("rest", amount(rest), "unit", amount(plan.unit()))));
    }
    if (plan.lot() > plan.unit()) {
      said.append(say("rounded.lot", "lot", amount(plan.lot())));
    }
    return said.toString().strip();
  }

  /** As a part of a sentence. */
  String how() {
    return plan.hierarchy().isEmpty()
        ? say("rounded.to", "to", to())
        : phrases.fill(
            "rounded.along",
            ImmutableMap.of(
                "to",
                to(),
                "axes",
                plan.hierarchy().stream()
                    .map(axis -> phrases.say("axis." + axis))
                    .collect(Collectors.joining(phrases.say("list.then")))));
  }

  /** What a cell carries of the goal that is beside whole units; nothing for nearly all cells. */
  String rest(PlanCell cell) {
    long rest = cell.amount() % plan.unit();
    return rest == 0
        ? ""
        : phrases.fill(
            "why.rest", ImmutableMap.of("rest", amount(rest), "unit", amount(plan.unit())));
  }

  private String to() {
    if (plan.unit() > 1) {
      return say("rounded.to.units", "unit", amount(plan.unit()));
    }
    if (plan.kpi().unit() != Unit.MONEY) {
      return phrases.say("rounded.to.one");
    }
    return plan.currency().map(CurrencyUnit::getDecimalPlaces).filter(of -> of == CENTS).isPresent()
        ? phrases.say("rounded.to.cent")
        : say("rounded.to.units", "unit", amount(1));
  }

  private String say(String key, String name, String word) {
    return phrases.fill(key, Map.of(name, word));
  }

  private String amount(long amount) {
    return PartWords.amount(plan, amount);
  }
}
