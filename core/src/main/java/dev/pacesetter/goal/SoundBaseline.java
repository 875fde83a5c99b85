package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/**
 * M3: the goal starts from a number that was measured as the goal will be.
 *
 * <p>The baseline written down is measured again from the history before the goal's period; it may
 * differ by a small share, for late bookings.
 */
final class SoundBaseline extends ScopedRule {
  SoundBaseline() {
    super(
        "smart.M3",
        List.of(
            "same",
            "none",
            "nothingKnown",
            "otherMetric",
            "otherVersion",
            "otherScope",
            "changed",
            "notMeasured"),
        new Parameter("slack", 0.02, 0, 0.5));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.baseline().isEmpty()) {
      return withoutBaseline(facts);
    }
    Baseline baseline = goal.baseline().get();
    Evidence written =
        number("baseline", written(baseline))
            .kpi(baseline.kpi())
            .scope(baseline.scope())
            .period(baseline.period())
            .currency(goal.target().currency())
            .build();
    KpiVersion wanted = KpiVersion.of(goal.kpi());
    if (!baseline.kpi().id().equals(wanted.id())) {
      return fail(facts, "otherMetric", written, metric(facts));
    }
    if (baseline.kpi().version() != wanted.version()) {
      return fail(facts, "otherVersion", written, metric(facts));
    }
    if (!baseline.scope().equals(goal.scope())) {
      return finding(facts, Verdict.FAIL, "otherScope")
          .putWord("scope", facts.facts().organization().nameOf(baseline.scope()))
          .addEvidence(written)
          .build();
    }
    Measure again = goal.kpi().measure(facts.history(), goal.scope(), baseline.period());
    if (!again.isPresent()) {
      return undecided(facts, "notMeasured", written);
    }
    Evidence measured =
        inUnit("measured", facts, again.value(), again.n())
            .kpi(wanted)
            .scope(goal.scope())
            .period(baseline.period())
            .build();
    double distance = Math.abs(again.value() - baseline.value());
    return distance <= settings.get("slack") * Math.abs(again.value())
        ? pass(facts, "same", written, measured)
        : warn(facts, "changed", written, measured);
  }

  private static Evidence metric(SmartFacts facts) {
    return counted("metric", 1).kpi(KpiVersion.of(facts.goal().kpi())).build();
  }

  private static Measure written(Baseline baseline) {
    return Measure.of(baseline.value(), baseline.unit(), 1);
  }

  private Finding withoutBaseline(SmartFacts facts) {
    SalesGoal goal = facts.goal();
    for (Period before : facts.periodsBefore()) {
      Measure measure = goal.kpi().measure(facts.history(), goal.scope(), before);
      if (measure.isPresent() && measure.n() > 0) {
        return warn(
            facts,
            "none",
            inUnit("suggested", facts, measure.value(), measure.n())
                .kpi(KpiVersion.of(goal.kpi()))
                .scope(goal.scope())
                .period(before)
                .build());
      }
    }
    return undecided(facts, "nothingKnown", target(facts));
  }
}
