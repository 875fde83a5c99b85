package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A1: the growth the goal asks for has been seen before.
 *
 * <p>The baseline is the same period of the previous year, or else the period before. The growth
 * {@code target / baseline - 1} is held against the growths from baseline to period, in all
 * recorded periods, of comparable units: all people for a person's goal; for every other goal the
 * scope itself, its teams and its people, each under the goal's other conditions. Small units vary
 * more than large ones, so for a large scope the band is rather too wide than too narrow. Outside
 * the band, a written reason is needed.
 */
final class GrowthWithinReach extends ScopedRule {
  GrowthWithinReach() {
    super(
        "smart.A1",
        List.of("within", "reasoned", "tooHigh", "tooLow", "fewGrowths", "noBaseline", "momentary"),
        new Parameter("lower", 0.05, 0, 0.5),
        new Parameter("upper", 0.95, 0.5, 1),
        new Parameter("growths", 10, 3, 1000));
  }

  /**
   * What the growths of comparable units depend on: all people are comparable to one, so that their
   * goals share them.
   */
  private record Growths(KpiVersion kpi, Scope scope, boolean ofPeople, Period now, Period before) {
    static Growths of(SmartFacts facts, Period before) {
      SalesGoal goal = facts.goal();
      boolean ofPeople = goal.scope().person().isPresent();
      Scope scope = ofPeople ? GrowthWithinReach.rest(goal.scope()) : goal.scope();
      return new Growths(KpiVersion.of(goal.kpi()), scope, ofPeople, goal.period(), before);
    }
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    History history = facts.historyOfMetric();
    if (!history.isPeriodic()) {
      return undecided(facts, "momentary", target(facts));
    }
    FiscalCalendar calendar = facts.facts().calendar();
    ImmutableList<Period> recorded = history.periods(facts.goal().period().kind());
    if (recorded.isEmpty()) {
      return undecided(facts, "noBaseline", target(facts));
    }
    for (UnaryOperator<Period> back :
        List.<UnaryOperator<Period>>of(calendar::yearBefore, calendar::before)) {
      Period period = back.apply(facts.goal().period());
      Measure baseline = history.measure(facts.goal().scope(), period);
      if (recorded.contains(period)
          && baseline.isPresent()
          && baseline.value() > 0
          && history.in(facts.goal().scope()).covers(period)) {
        Growths key = Growths.of(facts, period);
        Sample growths =
            facts.remember(Sample.class, key, () -> growths(facts, history, recorded, back));
        return decide(facts, settings, baseline, period, growths);
      }
    }
    return undecided(facts, "noBaseline", target(facts));
  }

  private Finding decide(
      SmartFacts facts, Settings settings, Measure measure, Period period, Sample growths) {
    SalesGoal goal = facts.goal();
    double asked = goal.target().value() / measure.value() - 1;
    Evidence baseline =
        number("baseline", measure)
            .kpi(KpiVersion.of(goal.kpi()))
            .scope(goal.scope())
            .period(period)
            .currency(goal.target().currency())
            .build();
    if (growths.n() < settings.get("growths")) {
      long missing = (long) Math.ceil(settings.get("growths")) - growths.n();
      return undecided(
          facts,
          "fewGrowths",
          number("growth", Measure.of(asked, Unit.RATIO, growths.n())).build(),
          baseline,
          count("known", growths.n()),
          count("missing", missing));
    }
    double low = growths.quantile(settings.get("lower")).value();
    double high = growths.quantile(settings.get("upper")).value();
    boolean within = low <= asked && asked <= high;
    String outside = asked > high ? "tooHigh" : "tooLow";
    boolean reasoned = goal.rationale().isPresent();
    return finding(
            facts,
            within || reasoned ? Verdict.PASS : Verdict.WARN,
            within ? "within" : reasoned ? "reasoned" : outside)
        .putWord("reason", goal.rationale().orElse(Text.of("")))
        .addEvidence(
            number("growth", Measure.of(asked, Unit.RATIO, growths.n()))
                .limit(asked < low ? low : high)
                .build())
        .addEvidence(baseline)
        .addEvidence(target(facts))
        .addEvidence(number("low", Measure.of(low, Unit.RATIO, growths.n())).build())
        .addEvidence(number("high", Measure.of(high, Unit.RATIO, growths.n())).build())
        .addEvidence(reachable("lowest", facts, measure, low))
        .addEvidence(reachable("highest", facts, measure, high))
        .build();
  }

  private static Evidence reachable(
      String name, SmartFacts facts, Measure baseline, double growth) {
    return estimate(name, facts, baseline.value() * (1 + growth), baseline.n()).build();
  }

  private static Sample growths(
      SmartFacts facts,
      History history,
      ImmutableList<Period> recorded,
      UnaryOperator<Period> back) {
    record Step(Period before, Period period) {}
    List<Step> steps =
        recorded.stream()
            .map(period -> new Step(back.apply(period), period))
            .filter(step -> recorded.contains(step.before()))
            .toList();
    List<Double> growths = new ArrayList<>();
    for (Scope unit : comparable(facts)) {
      Months months = history.in(unit);
      for (Step step : steps) {
        if (months.covers(step.period()) && months.covers(step.before())) {
          growth(
                  value(history, months, unit, step.before()),
                  value(history, months, unit, step.period()))
              .ifPresent(growths::add);
        }
      }
    }
    return Sample.of(Unit.RATIO, Doubles.toArray(growths));
  }

  private static double value(History history, Months months, Scope unit, Period period) {
    if (history.addsUp() && period.kind().compareTo(PeriodKind.MONTH) <= 0) {
      return months.total(period);
    }
    Measure measure = history.measure(unit, period);
    return measure.isPresent() ? measure.value() : 0;
  }

  private static Optional<Double> growth(double before, double after) {
    return before > 0 ? Optional.of(after / before - 1) : Optional.empty();
  }

  private static List<Scope> comparable(SmartFacts facts) {
    Scope scope = facts.goal().scope();
    Organization organization = facts.facts().organization();
    List<Scope> units = new ArrayList<>();
    if (scope.person().isPresent()) {
      for (Person person : organization.people()) {
        units.add(with(scope, Dimension.PERSON, person.id()));
      }
      return units;
    }
    units.add(scope);
    ImmutableList<Team> teams =
        scope
            .team()
            .map(team -> organization.teamsBelow(team, facts.goal().period()))
            .orElseGet(organization::teams);
    teams.forEach(team -> units.add(with(scope, Dimension.TEAM, team.id())));
    organization
        .peopleIn(scope, facts.goal().period())
        .forEach(person -> units.add(with(scope, Dimension.PERSON, person)));
    return units;
  }

  /** The scope moved to another person or team, under its other conditions. */
  private static Scope with(Scope scope, Dimension dimension, String id) {
    return rest(scope).and(dimension, id);
  }

  /** The conditions of a scope other than team and person. */
  static Scope rest(Scope scope) {
    Scope rest = Scope.company();
    for (Map.Entry<Dimension, String> condition : scope.conditions().entrySet()) {
      if (condition.getKey() != Dimension.PERSON && condition.getKey() != Dimension.TEAM) {
        rest = rest.and(condition.getKey(), condition.getValue());
      }
    }
    return rest;
  }
}
