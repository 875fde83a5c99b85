package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.util.List;

/** M2: the metric has a source that has spoken about this scope before. */
final class PastPeriods extends ScopedRule {
  PastPeriods() {
    super(
        "smart.M2",
        List.of("enough", "few", "none", "momentary"),
        new Parameter("periods", 3, 1, 12));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    History history = facts.historyOfMetric();
    if (!history.isPeriodic()) {
      return undecided(facts, "momentary", evidence(facts, 0, settings));
    }
    Months months = history.in(goal.scope());
    ImmutableList<Period> spoken =
        history.periods(goal.period().kind()).stream()
            .filter(
                period ->
                    history.addsUp()
                        ? months.count(period) > 0
                        : history.measure(goal.scope(), period).n() > 0)
            .collect(ImmutableList.toImmutableList());
    Evidence evidence = evidence(facts, spoken.size(), settings);
    if (spoken.isEmpty()) {
      return fail(facts, "none", evidence);
    }
    return spoken.size() < settings.get("periods")
        ? warn(facts, "few", evidence)
        : pass(facts, "enough", evidence);
  }

  private static Evidence evidence(SmartFacts facts, int periods, Settings settings) {
    return counted("periods", periods)
        .kpi(KpiVersion.of(facts.goal().kpi()))
        .scope(facts.goal().scope())
        .limit(settings.get("periods"))
        .build();
  }
}
