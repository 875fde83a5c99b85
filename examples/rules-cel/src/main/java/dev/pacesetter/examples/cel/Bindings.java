package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.cel.FactBinding.About;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartFacts;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.monitor.Watched;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.review.CompanyFacts;
import dev.pacesetter.review.PeerComparison;
import dev.pacesetter.review.PeerMetric;
import dev.pacesetter.review.PersonFacts;
import dev.pacesetter.text.Text;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the rules of the library see, as variables. Money is in major units of its
 * currency (12.34 and not 1234), shares are from 0 to 1. The README of this add-on has the tables.
 */
public final class Bindings {
  private Bindings() {}

  /**
   * Returns what is known when a goal is judged; the past ends on the eve of its period.
   *
   * @return variables {@code goal.*}, {@code goals.*}, {@code year} and {@code yearBefore}
   */
  public static FactBinding<SmartFacts> goal() {
    return goal(KpiCatalogue.standard());
  }

  /**
   * Returns what is known when a goal is judged, metrics of one's own included.
   *
   * @param catalogue the metrics that {@code year} and {@code yearBefore} have
   * @return the variables of {@link #goal()}
   */
  public static FactBinding<SmartFacts> goal(KpiCatalogue catalogue) {
    return FactBinding.<SmartFacts>of("goal", Bindings::aboutGoal)
        .text("goal.id", "the goal's id", facts -> Optional.of(facts.goal().id()))
        .text("goal.kpi", "the id of its metric", facts -> Optional.of(facts.goal().kpi().id()))
        .text("goal.owner", "who answers for it", facts -> facts.goal().owner())
        .text("goal.parent", "the goal it contributes to", facts -> facts.goal().contributesTo())
        .text("goal.period", "its period", facts -> Optional.of(facts.goal().period().name()))
        .text("goal.team", "the team it is for", facts -> facts.goal().scope().team())
        .text("goal.person", "the person it is for", facts -> facts.goal().scope().person())
        .truth(
            "goal.atLeast",
            "whether the target is to be reached rather than not exceeded",
            facts -> facts.goal().target().bound() == Bound.AT_LEAST)
        .truth(
            "goal.hasReason",
            "whether a reason is written",
            facts -> facts.goal().rationale().isPresent())
        .number(
            "goal.target",
            "the target in its unit",
            facts ->
                OptionalDouble.of(major(facts.goal(), (double) facts.goal().target().amount())))
        .number("goal.days", "days of its period", facts -> of(facts.goal().period().days()))
        .number(
            "goal.daysToStart",
            "days from today to its first day, negative once it has begun",
            facts -> of(ChronoUnit.DAYS.between(facts.today(), facts.goal().period().start())))
        .number("goals.all", "how many goals there are", facts -> of(facts.goals().size()))
        .number(
            "goals.ofOwner",
            "how many of them its owner has",
            facts ->
                of(
                    facts.goals().stream()
                        .filter(other -> other.owner().equals(facts.goal().owner()))
                        .count()))
        .numbers(
            "year",
            "every metric by id, in its scope, in the twelve months before its period",
            facts ->
                measures(
                    catalogue,
                    facts.history(),
                    facts.goal().scope(),
                    facts.facts().calendar().yearUpTo(facts.goal().period().start())))
        .numbers(
            "yearBefore",
            "every metric by id, in its scope, in the same period a year before",
            facts ->
                measures(
                    catalogue,
                    facts.history(),
                    facts.goal().scope(),
                    facts.facts().calendar().yearBefore(facts.goal().period())));
  }

  /**
   * Returns what is known of a team, person or product within a plan.
   *
   * @return variables {@code plan.*} and {@code pace.*}
   */
  public static FactBinding<Watched> pace() {
    return FactBinding.<Watched>of("pace", Bindings::aboutPart)
        .text("plan.kpi", "the id of the plan's metric", part -> Optional.of(kpi(part).id()))
        .text(
            "pace.kind",
            "what the part is: team, person or product",
            part ->
                part.pace().scope().conditions().keySet().stream()
                    .findFirst()
                    .map(dimension -> dimension.name().toLowerCase(Locale.ROOT)))
        .text("pace.team", "the team's id", part -> part.pace().scope().team())
        .text("pace.person", "the person's id", part -> part.pace().scope().person())
        .text("pace.product", "the product's id", part -> part.pace().scope().product())
        .number("pace.target", "the plan of the period", amount(part -> part.pace().target()))
        .number("pace.actual", "what was credited", amount(part -> part.pace().actual()))
        .number("pace.expected", "what is expected to date", amount(part -> part.pace().planned()))
        .number("pace.gap", "actual less expected", amount(part -> part.pace().gap()))
        .number(
            "pace.ratio",
            "actual as a share of expected; missing where nothing is",
            part -> part.pace().pace())
        .number(
            "pace.attainment",
            "actual as a share of the target; missing where there is none",
            part -> part.pace().attainment())
        .number("pace.credits", "how many credits that is", part -> of(part.pace().credits()))
        .number(
            "pace.elapsed",
            "the share of working days that is over",
            part -> OptionalDouble.of(part.pace().progress().share()))
        .number(
            "pace.daysLeft",
            "working days that are left",
            part -> of(part.pace().progress().remaining()));
  }

  /**
   * Returns what is known of a person in a review, beside peers.
   *
   * @return variables {@code person.*}, {@code period} and, by metric, what was observed, expected
   *     and tested
   */
  public static FactBinding<PersonFacts> person() {
    return person(KpiCatalogue.standard());
  }

  /**
   * Returns what is known of a person in a review, metrics of one's own included.
   *
   * @param catalogue the metrics that {@code period} has
   * @return the variables of {@link #person()}
   */
  public static FactBinding<PersonFacts> person(KpiCatalogue catalogue) {
    return FactBinding.<PersonFacts>of("person", Bindings::aboutPerson)
        .text("person.id", "the person's id", facts -> Optional.of(facts.person()))
        .text("person.period", "the period", facts -> Optional.of(facts.period().name()))
        .numbers(
            "period",
            "every metric of the person by id, in the period",
            facts -> measures(catalogue, facts.facts(), facts.scope(), facts.period()))
        .numbers(
            "own",
            "the person's own value by metric: win.closed.count, won.value.average,"
                + " cycle.won.median, discount.rate, and stage.conversion/STAGE",
            compared(own -> value(own.observed()), Bindings::major))
        .numbers(
            "expected",
            "by the same metrics, what the person's product mix leads to expect",
            compared(PeerComparison::expected, Bindings::major))
        .numbers(
            "company",
            "by the same metrics, the value of all people",
            compared(own -> value(own.company()), Bindings::major))
        .numbers(
            "n",
            "by the same metrics, how many observations the person has",
            compared(own -> of(own.n()), Bindings::plain))
        .numbers(
            "p",
            "by the same metrics, the p-value adjusted for all statements of the round",
            compared(PeerComparison::adjustedPValue, Bindings::plain))
        .numbers(
            "good",
            "by the same metrics, 1 where the tests support a difference to the good side, -1 to"
                + " the other, else 0",
            compared(
                own -> of(own.isFavourable() ? 1 : own.isUnfavourable() ? -1 : 0),
                Bindings::plain));
  }

  /**
   * Returns what is known of the data of the whole company in a review.
   *
   * @return variables {@code deals.*} and {@code period}
   */
  public static FactBinding<CompanyFacts> company() {
    return company(KpiCatalogue.standard());
  }

  /**
   * Returns what is known of the data of the whole company, metrics of one's own included.
   *
   * @param catalogue the metrics that {@code period} has
   * @return the variables of {@link #company()}
   */
  public static FactBinding<CompanyFacts> company(KpiCatalogue catalogue) {
    return FactBinding.<CompanyFacts>of("company", Bindings::aboutCompany)
        .number("deals.all", "deals in the book", facts -> of(facts.facts().deals().size()))
        .number("people", "people with deals", facts -> of(facts.facts().deals().people().size()))
        .numbers(
            "period",
            "every metric of the company by id, in the period",
            facts -> measures(catalogue, facts.facts(), Scope.company(), facts.period()));
  }

  private static About aboutGoal(SmartFacts facts) {
    SalesGoal goal = facts.goal();
    return new About(
        goal.scope(), goal.title(), goal.period(), goal.target().currency().orElse(null));
  }

  private static About aboutPart(Watched part) {
    Scope scope = part.pace().scope();
    return new About(
        scope,
        Text.of(part.report().facts().organization().nameOf(scope)),
        part.report().plan().period(),
        part.report().plan().currency().orElse(null));
  }

  private static About aboutPerson(PersonFacts facts) {
    return new About(
        facts.scope(), Text.of(facts.name()), facts.period(), facts.currency().orElse(null));
  }

  private static About aboutCompany(CompanyFacts facts) {
    return new About(
        Scope.company(), Text.of(""), facts.period(), facts.facts().book().currency().orElse(null));
  }

  private static Kpi kpi(Watched part) {
    return part.report().plan().kpi();
  }

  private static OptionalDouble of(long number) {
    return OptionalDouble.of((double) number);
  }

  private static double major(SalesGoal goal, double amount) {
    return major(goal.target().unit(), goal.target().currency().orElse(null), amount);
  }

  private static Function<Watched, OptionalDouble> amount(ToDoubleFunction<Watched> taken) {
    return part ->
        OptionalDouble.of(
            major(
                kpi(part).unit(),
                part.report().plan().currency().orElse(null),
                taken.applyAsDouble(part)));
  }

  /** Money is counted in minor units; people write major ones. */
  private static double major(Unit unit, @Nullable CurrencyUnit currency, double amount) {
    return unit == Unit.MONEY
        ? amount / Math.pow(10, currency == null ? 2 : currency.getDecimalPlaces())
        : amount;
  }

  private static Map<String, Double> measures(
      KpiCatalogue catalogue, SalesFacts facts, Scope scope, Period period) {
    Optional<String> team = scope.on(Dimension.TEAM);
    if (team.isPresent() && facts.organization().team(team.get()).isEmpty()) {
      return ImmutableMap.of();
    }
    return new Measures(
        catalogue,
        kpi -> kpi.measure(facts, scope, period),
        (kpi, value) -> major(kpi.unit(), facts.book().currency().orElse(null), value));
  }

  /** In which unit a value of a comparison is written. */
  private interface InUnit {
    double of(PersonFacts facts, PeerMetric metric, double value);
  }

  private static double major(PersonFacts facts, PeerMetric metric, double value) {
    return major(metric.unit(), facts.currency().orElse(null), value);
  }

  private static double plain(PersonFacts facts, PeerMetric metric, double value) {
    return value;
  }

  private static OptionalDouble value(Measure measure) {
    return measure.isPresent() ? OptionalDouble.of(measure.value()) : OptionalDouble.empty();
  }

  private static Function<PersonFacts, ImmutableMap<String, Double>> compared(
      Function<PeerComparison, OptionalDouble> taken, InUnit unit) {
    return facts -> {
      ImmutableMap.Builder<String, Double> values = ImmutableMap.builder();
      for (PeerComparison own : facts.comparisons()) {
        taken
            .apply(own)
            .ifPresent(
                value ->
                    values.put(own.metric().version().id(), unit.of(facts, own.metric(), value)));
      }
      return values.buildOrThrow();
    };
  }
}
