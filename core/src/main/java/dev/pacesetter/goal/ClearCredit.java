package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.util.List;

/**
 * M5: it is clear to whom a sale is credited.
 *
 * <p>Who is credited, with which share, and for which event is fixed by the metric, and the shares
 * of a deal add up to all of it. What is left to check is whether anybody is credited at all: over
 * the last twelve months, under the goal's conditions other than team and person.
 */
final class ClearCredit extends ScopedRule {
  ClearCredit() {
    super(
        "smart.M5",
        List.of("clear", "partly", "nobody", "definition", "noCredits"),
        new Parameter("without", 0.05, 0, 1),
        new Parameter("nobody", 0.5, 0, 1));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    Evidence metric = counted("metric", 1).kpi(KpiVersion.of(goal.kpi())).build();
    if (!(goal.kpi() instanceof AdditiveKpi additive)) {
      return pass(facts, "definition", metric);
    }
    Period year = facts.lastYear();
    Credited key =
        new Credited(KpiVersion.of(goal.kpi()), GrowthWithinReach.rest(goal.scope()), year);
    Counted counted = facts.remember(Counted.class, key, () -> key.count(facts, additive));
    long all = counted.all();
    if (all == 0) {
      return undecided(facts, "noCredits", metric);
    }
    double share = (double) counted.without() / all;
    Evidence evidence =
        number("without", Measure.of(share, Unit.RATIO, all))
            .kpi(KpiVersion.of(goal.kpi()))
            .period(year)
            .limit(settings.get("without"))
            .build();
    if (share <= settings.get("without")) {
      return pass(facts, "clear", evidence);
    }
    return share < settings.get("nobody")
        ? warn(facts, "partly", evidence)
        : fail(facts, "nobody", evidence);
  }

  /** How many sales there were, and how many of them nobody is credited for. */
  private record Credited(KpiVersion kpi, Scope scope, Period period) {
    Counted count(SmartFacts facts, AdditiveKpi additive) {
      Credits credits = additive.credits(facts.history());
      int[] rows = credits.rows(scope, period.start(), period.end());
      long without = 0;
      for (int row : rows) {
        without += credits.person(row) < 0 ? 1 : 0;
      }
      return new Counted(rows.length, without);
    }
  }

  private record Counted(long all, long without) {}
}
