package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/**
 * M4: so many events may be expected in the period that reaching the goal is more than chance.
 *
 * <p>Expected are the events a month of the months of the last year, times the months of the
 * period; a week counts as the part of such a month that its days are.
 */
final class EnoughEvents extends ScopedRule {
  EnoughEvents() {
    super(
        "smart.M4",
        List.of("enough", "few", "hardlyAny", "momentary", "shortHistory"),
        new Parameter("events", 5, 1, 100),
        new Parameter("hardlyAny", 1, 0, 100),
        new Parameter("months", 3, 1, 12));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    History history = facts.historyOfMetric();
    if (!history.isPeriodic()) {
      return undecided(facts, "momentary", target(facts));
    }
    Months past = history.in(goal.scope()).last(facts.facts().calendar().monthsAYear());
    if (past.size() < settings.get("months")) {
      return undecided(
          facts,
          "shortHistory",
          counted("months", past.size()).limit(settings.get("months")).build());
    }
    double aMonth = (double) past.count() / past.size();
    double expected = aMonth * months(goal.period(), past, facts);
    Finding.Builder finding =
        expected >= settings.get("events")
            ? finding(facts, Verdict.PASS, "enough")
            : expected >= settings.get("hardlyAny")
                ? finding(facts, Verdict.WARN, "few")
                : finding(facts, Verdict.FAIL, "hardlyAny");
    return finding
        .addEvidence(
            number("events", Measure.of(expected, Unit.COUNT, past.count()))
                .kpi(KpiVersion.of(goal.kpi()))
                .scope(goal.scope())
                .period(goal.period())
                .limit(settings.get("events"))
                .build())
        .addEvidence(count("months", past.size()))
        .build();
  }

  private static double months(Period period, Months past, SmartFacts facts) {
    return period.kind().compareTo(PeriodKind.MONTH) <= 0
        ? facts.monthsToCome().size()
        : (double) period.days() * past.size() / past.days();
  }
}
