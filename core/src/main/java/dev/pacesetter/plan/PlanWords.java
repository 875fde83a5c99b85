package dev.pacesetter.plan;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.joda.money.CurrencyUnit;

/** Says why a cell of a plan is what it is. */
final class PlanWords {
  private final SalesPlan plan;
  private final Locale locale;
  private final Phrases phrases;
  private final BinaryOperator<String> names;
  private final PartWords parts;

  /** Takes what gives the name of a place from the key of its axis and its id. */
  PlanWords(SalesPlan plan, Locale locale, BinaryOperator<String> names) {
    this.plan = plan;
    this.locale = locale;
    this.names = names;
    phrases = Phrases.named(PlanReason.PHRASES, locale);
    parts = new PartWords(locale, names, this::whole);
  }

  String why(PlanCell cell, PlanReason reason) {
    Map<String, String> words = new HashMap<>();
    words.put("person", names.apply(PlanAxis.PERSON.key(), cell.person()));
    words.put("product", names.apply(PlanAxis.PRODUCT.key(), cell.product()));
    words.put("month", cell.month().name());
    words.put("amount", whole(cell.amount()));
    words.put("weight", Numbers.decimal(reason.weight() * 100, 4) + "%");
    words.put("rule", rule());
    words.put("history", plan.history().map(basis -> history(basis, cell, words)).orElse(""));
    RoundingWords rounding = new RoundingWords(plan, locale);
    words.put("rounded", rounding.how());
    words.put("rest", rounding.rest(cell));
    words.put("portions", parts.each(reason.portions(), this::said));
    words.put(
        "asked",
        reason.asked().isEmpty()
            ? ""
            : phrases.fill(
                "why.asked", ImmutableMap.of("list", parts.each(reason.asked(), parts::asked))));
    put(words, "personTarget", reason.personTarget());
    put(words, "productTarget", reason.productTarget());
    put(words, "monthTarget", reason.monthTarget());
    return phrases.fill(reason.weight() > 0 ? "why" : "why.absent", words).strip();
  }

  private String rule() {
    return phrases.fill(
        "rule." + plan.weightRule().name().toLowerCase(Locale.ROOT),
        ImmutableMap.of(
            "kpi",
            plan.kpi().name(locale),
            "start",
            plan.base().map(base -> base.start().toString()).orElse("–"),
            "last",
            plan.base().map(base -> base.lastDay().toString()).orElse("–")));
  }

  private String history(HistoryBasis basis, PlanCell cell, Map<String, String> names) {
    int person = plan.people().indexOf(cell.person());
    int product = plan.products().indexOf(cell.product());
    int month = plan.months().indexOf(cell.month());
    int pair = person * plan.products().size() + product;
    Map<String, Object> words = new HashMap<>(names);
    words.put("start", basis.start().toString());
    words.put("last", basis.last().toString());
    words.put("credited", whole(Math.round(basis.credited().get(pair))));
    words.put("days", Math.round(basis.daysPresent().get(person)));
    words.put("prior", basis.priorDays());
    words.put("daily", real(basis.daily().get(pair), 0));
    words.put("season", Numbers.decimal(basis.season().get(month), 3));
    words.put(
        "planned", Math.round(basis.daysPlanned().get(person * plan.months().size() + month)));
    return phrases.fill("why.history", words);
  }

  /**
   * The rest that a goal has over whole units is said apart; the cell itself says it at its end.
   */
  private String said(PlanReason.Portion portion) {
    long rest = portion.amount() % plan.unit();
    boolean isCell = portion.part().places().size() == plan.axes().size();
    return rest == 0 || isCell
        ? inUnits(portion)
        : phrases.fill(
            "why.portion.rest", ImmutableMap.of("portion", inUnits(portion), "rest", whole(rest)));
  }

  private String inUnits(PlanReason.Portion portion) {
    String amount = whole(portion.amount() - portion.amount() % plan.unit());
    if (portion.rounding() == Rounding.EXACT) {
      return phrases.fill(
          "why.portion.exact",
          ImmutableMap.of("part", parts.part(portion.part()), "amount", amount));
    }
    return phrases.fill(
        "why.portion",
        ImmutableMap.of(
            "part", parts.part(portion.part()),
            "share", real(portion.share(), plan.unit() == 1 ? 3 : 0),
            "rounding", phrases.say("rounding." + portion.rounding().key()),
            "amount", amount));
  }

  private void put(Map<String, String> words, String name, PlanReason.Held held) {
    words.put(name + ".amount", whole(held.amount()));
    words.put(name + ".source", phrases.say(held.isGiven() ? "held.given" : "held.weighted"));
  }

  private String whole(long amount) {
    return PartWords.amount(plan, amount);
  }

  /** Writes a share with some digits more than the currency has. */
  private String real(double share, int more) {
    Optional<CurrencyUnit> currency = plan.currency();
    if (plan.kpi().unit() != Unit.MONEY || currency.isEmpty()) {
      return Numbers.decimal(share, 3);
    }
    int places = currency.get().getDecimalPlaces();
    return currency.get().getCode()
        + " "
        + Numbers.decimal(share / Math.pow(10, places), places + more);
  }
}
