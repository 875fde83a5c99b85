package dev.pacesetter.plan;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Why a cell of a plan is what it is: weight, targets and rounding. */
public final class PlanReason {

  /**
   * A real share and the whole amount it became.
   *
   * @param share what the scaled weights gave
   * @param amount the floor or the ceiling of it
   */
  public record Portion(double share, long amount) {
    /**
     * Returns which way it was rounded.
     *
     * @return the direction
     */
    public Rounding rounding() {
      return Rounding.of(share, amount);
    }
  }

  /**
   * A total that the plan holds exactly.
   *
   * @param amount the total
   * @param isGiven whether the caller gave it; otherwise it follows from the weights by largest
   *     remainder
   */
  public record Held(long amount, boolean isGiven) {}

  static final String PHRASES = "dev.pacesetter.plan.plan";

  private final SalesPlan plan;
  private final int person;
  private final int product;
  private final int month;

  PlanReason(SalesPlan plan, int person, int product, int month) {
    this.plan = plan;
    this.person = person;
    this.product = product;
    this.month = month;
  }

  /**
   * Returns where the weight comes from.
   *
   * @return the rule
   */
  public WeightRule rule() {
    return plan.weightRule();
  }

  /**
   * Returns the weight of the cell.
   *
   * @return its share of all weights, from 0 to 1; 0 where the person is not there
   */
  public double weight() {
    return plan.weights().get(plan.cellAt(person, product, month));
  }

  /**
   * Returns the person's target.
   *
   * @return the sum of the person's cells
   */
  public Held personTarget() {
    String id = plan.people().get(person);
    return new Held(plan.ofPerson(id), plan.givenPeople().contains(id));
  }

  /**
   * Returns the product's target.
   *
   * @return the sum of the product's cells
   */
  public Held productTarget() {
    String id = plan.products().get(product);
    return new Held(plan.ofProduct(id), plan.givenProducts().contains(id));
  }

  /**
   * Returns the month's target.
   *
   * @return the sum of the month's cells
   */
  public Held monthTarget() {
    String name = plan.months().get(month).name();
    return new Held(plan.ofMonth(name), plan.givenMonths().contains(name));
  }

  /**
   * Returns the first rounding: the product in the month, over all people.
   *
   * @return share and amount
   */
  public Portion productInMonth() {
    long amount = 0;
    for (int other = 0; other < plan.people().size(); other++) {
      amount += plan.amount(other, product, month);
    }
    return new Portion(
        plan.productMonthShares().get(product * plan.months().size() + month), amount);
  }

  /**
   * Returns the second rounding: the cell within the person's target and {@link #productInMonth()}.
   *
   * @return share and amount
   */
  public Portion cell() {
    return new Portion(
        plan.shares().get(plan.cellAt(person, product, month)),
        plan.amount(person, product, month));
  }

  /**
   * Says why, with ids for people and products.
   *
   * @param locale Chinese, or English for every other language
   * @return a few sentences
   */
  public String explain(Locale locale) {
    return explain(locale, plan.people().get(person), plan.products().get(product));
  }

  /**
   * Says why, with names for people and products.
   *
   * @param locale Chinese, or English for every other language
   * @param organization knows what ids are called
   * @return a few sentences
   */
  public String explain(Locale locale, Organization organization) {
    return explain(
        locale,
        organization.nameOf(Scope.person(plan.people().get(person))),
        organization.nameOf(Scope.product(plan.products().get(product))));
  }

  private String explain(Locale locale, String who, String what) {
    Phrases phrases = Phrases.named(PHRASES, locale);
    Map<String, String> words = new HashMap<>();
    words.put("person", who);
    words.put("product", what);
    words.put("month", plan.months().get(month).name());
    words.put("weight", Numbers.decimal(weight() * 100, 4) + "%");
    words.put(
        "rule",
        phrases.fill(
            "rule." + rule().name().toLowerCase(Locale.ROOT),
            ImmutableMap.of(
                "kpi",
                plan.kpi().name(locale),
                "start",
                plan.base().map(base -> base.start().toString()).orElse("–"),
                "last",
                plan.base().map(base -> base.lastDay().toString()).orElse("–"))));
    put(words, phrases, "outer", productInMonth());
    put(words, phrases, "cell", cell());
    put(words, phrases, "personTarget", personTarget());
    put(words, phrases, "productTarget", productTarget());
    put(words, phrases, "monthTarget", monthTarget());
    return phrases.fill(weight() > 0 ? "why" : "why.absent", words);
  }

  private void put(Map<String, String> words, Phrases phrases, String name, Portion portion) {
    words.put(name + ".share", real(portion.share()));
    words.put(name + ".amount", whole(portion.amount()));
    words.put(name + ".rounding", phrases.say("rounding." + portion.rounding().key()));
  }

  private void put(Map<String, String> words, Phrases phrases, String name, Held held) {
    words.put(name + ".amount", whole(held.amount()));
    words.put(name + ".source", phrases.say(held.isGiven() ? "held.given" : "held.weighted"));
  }

  private String whole(long amount) {
    return Numbers.value((double) amount, plan.kpi().unit(), plan.currency());
  }

  /** Writes a share with three digits more than the currency has. */
  private String real(double share) {
    Optional<CurrencyUnit> currency = plan.currency();
    if (plan.kpi().unit() != Unit.MONEY || currency.isEmpty()) {
      return Numbers.decimal(share, 3);
    }
    int places = currency.get().getDecimalPlaces();
    return currency.get().getCode()
        + " "
        + Numbers.decimal(share / Math.pow(10, places), places + 3);
  }
}
