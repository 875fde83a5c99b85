package dev.pacesetter.goal;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A3: there are hours enough for the activities the goal needs.
 *
 * <p>{@code needed = deals to win × activities a won deal × hours an activity}, with deals to win
 * {@code target / average won value}, or the target itself where deals are counted, and activities
 * a won deal from the twelve months before: all activities of the scope, also those for deals that
 * were lost, by the deals won. Available are the hours for selling on the working days of the
 * period of everybody in the scope, with the share of their ramp and of full time.
 */
final class HoursEnough extends ScopedRule {
  HoursEnough() {
    super(
        "smart.A3",
        List.of("enough", "tight", "short", "otherGoal", "noActivities", "fewWon", "noAmounts"),
        new Parameter("hoursADay", 5, 1, 12),
        new Parameter("hoursAnActivity", 1.5, 0.05, 40),
        new Parameter("won", 5, 1, 1000),
        new Parameter("tight", 1.2, 1, 3));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    boolean money = goal.kpi().id().equals(Kpis.WON_VALUE.id());
    if (goal.target().bound() == Bound.AT_MOST
        || !(money || goal.kpi().id().equals(Kpis.WON_COUNT.id()))) {
      return pass(facts, "otherGoal", target(facts));
    }
    Period year = facts.lastYear();
    Measure activities = Kpis.ACTIVITY_COUNT.measure(facts.history(), goal.scope(), year);
    if (!activities.isPresent() || activities.value() == 0) {
      return undecided(facts, "noActivities", count("activities", 0));
    }
    Measure won = Kpis.WON_COUNT.measure(facts.history(), goal.scope(), year);
    double wins = won.isPresent() ? won.value() : 0;
    if (wins < settings.get("won")) {
      return undecided(
          facts,
          "fewWon",
          count("won", (long) wins),
          count("missing", (long) (Math.ceil(settings.get("won")) - wins)));
    }
    Measure average = Kpis.AVERAGE_WON_VALUE.measure(facts.history(), goal.scope(), year);
    if (money && (!average.isPresent() || average.value() <= 0)) {
      return undecided(facts, "noAmounts", count("won", (long) wins));
    }
    double deals = money ? goal.target().value() / average.value() : goal.target().value();
    double needed = deals * activities.value() / wins * settings.get("hoursAnActivity");
    double available = days(facts) * settings.get("hoursADay");
    return finding(
            facts,
            verdict(needed, available, settings),
            needed <= available
                ? "enough"
                : needed <= available * settings.get("tight") ? "tight" : "short")
        .addEvidence(
            number("needed", Measure.of(Math.rint(needed), Unit.COUNT, won.n()))
                .kpi(KpiVersion.of(Kpis.ACTIVITY_COUNT))
                .scope(goal.scope())
                .period(goal.period())
                .limit(Math.rint(available))
                .build())
        .addEvidence(number("available", Measure.of(Math.rint(available), Unit.COUNT, 1)).build())
        .addEvidence(number("deals", Measure.of(Math.ceil(deals), Unit.COUNT, won.n())).build())
        .addEvidence(
            number("perDeal", Measure.of(activities.value() / wins, Unit.SCORE, won.n())).build())
        .addEvidence(
            number("enoughFor", Measure.of(Math.floor(deals * available / needed), Unit.COUNT, 1))
                .build())
        .build();
  }

  private static Verdict verdict(double needed, double available, Settings settings) {
    if (needed <= available) {
      return Verdict.PASS;
    }
    return needed <= available * settings.get("tight") ? Verdict.WARN : Verdict.FAIL;
  }

  /** Working days of everybody in the scope, each day with the share of a quota carried on it. */
  private static double days(SmartFacts facts) {
    Organization organization = facts.facts().organization();
    FiscalCalendar calendar = facts.facts().calendar();
    Period period = facts.goal().period();
    List<LocalDate> working = new ArrayList<>();
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        working.add(day);
      }
    }
    double days = 0;
    for (String id : organization.peopleIn(facts.goal().scope(), period)) {
      Person person = organization.person(id).orElseThrow();
      for (LocalDate day : working) {
        days += person.quotaShareOn(day);
      }
    }
    return days;
  }
}
