package dev.pacesetter.plan;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.Part;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.Collection;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Says parts of a plan and what is asked of them. */
final class PartWords {
  private final Phrases phrases;
  private final BinaryOperator<String> names;
  private final LongFunction<String> amounts;

  /**
   * Takes what gives words their names and numbers.
   *
   * @param locale the language
   * @param names the name of a place from the key of its axis and its id
   * @param amounts an amount as people read it
   */
  PartWords(Locale locale, BinaryOperator<String> names, LongFunction<String> amounts) {
    phrases = Phrases.named(PlanReason.PHRASES, locale);
    this.names = names;
    this.amounts = amounts;
  }

  /** With ids for places. */
  PartWords(Locale locale, LongFunction<String> amounts) {
    this(locale, (axis, place) -> place, amounts);
  }

  /** With names for people, products and territories, and amounts as the plan counts. */
  static PartWords of(SalesPlan plan, Locale locale, Organization organization) {
    return new PartWords(locale, names(organization), amount -> amount(plan, amount));
  }

  /** What an organization calls a place, from the key of its axis and its id. */
  static BinaryOperator<String> names(Organization organization) {
    return (axis, place) -> {
      if (axis.equals(PlanAxis.PERSON.key())) {
        return organization.nameOf(Scope.person(place));
      }
      if (axis.equals(PlanAxis.PRODUCT.key())) {
        return organization.nameOf(Scope.product(place));
      }
      return axis.equals(FurtherAxis.key(Dimension.TERRITORY))
          ? organization.nameOf(Scope.company().and(Dimension.TERRITORY, place))
          : place;
    };
  }

  /** An amount in the unit and currency of a plan. */
  static String amount(SalesPlan plan, long amount) {
    return Numbers.value((double) amount, plan.kpi().unit(), plan.currency());
  }

  Phrases phrases() {
    return phrases;
  }

  String amount(long amount) {
    return amounts.apply(amount);
  }

  String part(Part part) {
    return part.places().isEmpty()
        ? phrases.say("all")
        : part.places().entrySet().stream()
            .map(at -> names.apply(at.getKey(), at.getValue()))
            .collect(Collectors.joining(phrases.say("list")));
  }

  String asked(Requirement asked) {
    return phrases.fill(
        "asked." + asked.bound().name(),
        ImmutableMap.of("part", part(asked.part()), "amount", amount(asked.amount())));
  }

  /** Says what is asked of a part, and what that is in whole units where it is not the same. */
  String asked(Requirement asked, Requirement inUnits) {
    return asked.amount() == inUnits.amount()
        ? asked(asked)
        : phrases.fill(
            "asked.inUnits",
            ImmutableMap.of("asked", asked(asked), "amount", amount(inUnits.amount())));
  }

  /** Says one after the other. */
  <T> String each(Collection<T> all, Function<? super T, String> said) {
    return all.stream().map(said).collect(Collectors.joining(phrases.say("list.more")));
  }
}
