package dev.pacesetter.goal;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * A2: the goal is challenging, and yet attainable.
 *
 * <p>The attainment probability is that of {@link PeriodTotal}, from the last three years of months
 * at most. A week is no sum of months, so no chance is given for one.
 */
final class AttainmentChance extends ScopedRule {
  private static final int YEARS = 3;

  AttainmentChance() {
    super(
        "smart.A2",
        List.of(
            "wanted", "comfortable", "tooEasy", "hard", "tooHard", "shortHistory", "noPeriodTotal"),
        new Parameter("lowest", 0.2, 0, 0.5),
        new Parameter("from", 0.5, 0.2, 0.7),
        new Parameter("to", 0.7, 0.5, 0.9),
        new Parameter("highest", 0.9, 0.7, 1),
        new Parameter("months", 6, 3, 36));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    History history = facts.historyOfMetric();
    if (!history.addsUp() || goal.period().kind().compareTo(PeriodKind.MONTH) > 0) {
      return undecided(facts, "noPeriodTotal", target(facts));
    }
    Months past = history.in(goal.scope()).last(YEARS * facts.facts().calendar().monthsAYear());
    if (past.size() < settings.get("months")) {
      return undecided(
          facts,
          "shortHistory",
          count("months", past.size()),
          count("missing", (long) Math.ceil(settings.get("months")) - past.size()));
    }
    return decide(facts, settings, past);
  }

  private Finding decide(SmartFacts facts, Settings settings, Months past) {
    Target target = facts.goal().target();
    FiscalCalendar calendar = facts.facts().calendar();
    int first = calendar.monthOfYear(past.months().get(0).start()) - 1;
    double[] even = past.totals().toArray();
    Arrays.setAll(even, i -> even[i] / MonthsToCome.length(past.months().get(i), calendar));
    PeriodTotal total = PeriodTotal.from(even, first, facts.monthsToCome());
    double atLeast = total.chanceOfAtLeast(target.value());
    boolean more = target.bound() != Bound.AT_MOST;
    double chance =
        switch (target.bound()) {
          case AT_LEAST -> atLeast;
          case AT_MOST -> 1 - atLeast;
          case BETWEEN -> atLeast - total.chanceOfAtLeast(target.highest().orElseThrow());
        };
    double wanted = (settings.get("from") + settings.get("to")) / 2;
    double amount = total.reachedWithChance(more ? wanted : 1 - wanted);
    return finding(facts, verdict(chance, settings), reason(chance, settings))
        .addEvidence(
            number("chance", Measure.of(chance, Unit.RATIO, past.size()))
                .kpi(KpiVersion.of(facts.goal().kpi()))
                .scope(facts.goal().scope())
                .period(facts.goal().period())
                .test("Student t prediction")
                .expected(wanted)
                .build())
        .addEvidence(ratio("from", settings))
        .addEvidence(ratio("to", settings))
        .addEvidence(target(facts))
        .addEvidence(estimate("usual", facts, total.mean(), past.count()).build())
        .addEvidence(estimate("suggested", facts, Math.max(0, amount), past.count()).build())
        .addEvidence(count("months", past.size()))
        .build();
  }

  private static Evidence ratio(String name, Settings settings) {
    return number(name, Measure.of(settings.get(name), Unit.RATIO, 1)).build();
  }

  private static Verdict verdict(double chance, Settings settings) {
    if (chance < settings.get("lowest")) {
      return Verdict.FAIL;
    }
    return chance < settings.get("from") || chance > settings.get("highest")
        ? Verdict.WARN
        : Verdict.PASS;
  }

  private static String reason(double chance, Settings settings) {
    if (chance < settings.get("lowest")) {
      return "tooHard";
    }
    if (chance < settings.get("from")) {
      return "hard";
    }
    if (chance <= settings.get("to")) {
      return "wanted";
    }
    return chance <= settings.get("highest") ? "comfortable" : "tooEasy";
  }
}
