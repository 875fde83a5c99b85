package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.TimeBasis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * T3: a deal begun now can be closed in time.
 *
 * <p>For goals on closed deals, the days from the assessment to the end of the period must be no
 * fewer than the median sales cycle of the deals won in the scope in the twelve months before the
 * period. Looking back on a period that is over, the whole period counts.
 */
final class LeadTime extends ScopedRule {
  LeadTime() {
    super(
        "smart.T3",
        List.of("enough", "short", "fewWon", "notClosing"),
        new Parameter("won", 5, 1, 1000));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.kpi().timeBasis() != TimeBasis.CLOSED) {
      return pass(facts, "notClosing", days("left", left(facts)).build());
    }
    Period year = facts.lastYear();
    Measure cycle = Kpis.SALES_CYCLE.measure(facts.history(), goal.scope(), year);
    if (!cycle.isPresent() || cycle.n() < settings.get("won")) {
      return undecided(
          facts,
          "fewWon",
          count("won", cycle.n()),
          count("missing", (long) Math.ceil(settings.get("won")) - cycle.n()));
    }
    Evidence typical =
        number("cycle", cycle).kpi(KpiVersion.of(Kpis.SALES_CYCLE)).scope(goal.scope()).build();
    Evidence left = days("left", left(facts)).limit(cycle.value()).build();
    return left(facts) >= cycle.value()
        ? pass(facts, "enough", left, typical)
        : warn(facts, "short", left, typical);
  }

  private static long left(SmartFacts facts) {
    Period period = facts.goal().period();
    boolean over = !facts.today().isBefore(period.end());
    return ChronoUnit.DAYS.between(over ? period.start() : facts.today(), period.end());
  }
}
