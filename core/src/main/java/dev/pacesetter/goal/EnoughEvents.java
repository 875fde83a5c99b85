package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * M4: so many events may be expected in the period that reaching the goal is more than chance.
 *
 * <p>Expected are the events a month of the months of the last year, times the months of the
 * period; a week counts as the part of such a month that its days are.
 */
final class EnoughEvents extends ScopedRule {
  private static final double CONFIDENCE = 0.95;

  EnoughEvents() {
    super(
        "smart.M4",
        List.of("enough", "few", "hardlyAny", "blurred", "momentary", "shortHistory"),
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
    if (goal.target().unit() == Unit.RATIO) {
      Optional<Finding> blurred = blurred(facts, past);
      if (blurred.isPresent()) {
        return blurred.get();
      }
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

  /**
   * For a share: the improvement asked for must be more than the interval of what will be measured.
   * With {@code n} trials to come at the rate of the past, its half-width is that of Wilson's 95 %
   * interval around the share so far; it shrinks with the root of {@code n}.
   */
  private Optional<Finding> blurred(SmartFacts facts, Months past) {
    SalesGoal goal = facts.goal();
    Measure before = goal.kpi().measure(facts.history(), goal.scope(), facts.lastYear());
    double months = months(goal.period(), past, facts);
    long trials = Math.round((double) past.count() / past.size() * months);
    if (!before.isPresent() || before.interval().isEmpty() || trials < 1) {
      return Optional.empty();
    }
    double half = halfWidth(before.value(), trials);
    double wanted = Math.abs(goal.target().value() - before.value());
    if (wanted >= half || wanted == 0) {
      return Optional.empty();
    }
    double times = half / wanted * (half / wanted);
    return Optional.of(
        warn(
            facts,
            "blurred",
            number("halfWidth", Measure.of(half, Unit.RATIO, trials))
                .kpi(KpiVersion.of(goal.kpi()))
                .scope(goal.scope())
                .period(goal.period())
                .limit(wanted)
                .build(),
            number("before", before).build(),
            target(facts),
            count("trials", trials),
            count("longer", (long) Math.ceil(months * times))));
  }

  private static double halfWidth(double share, long trials) {
    Interval interval =
        ProportionInterval.WILSON.of(Math.round(share * trials), trials, CONFIDENCE);
    return (interval.upper() - interval.lower()) / 2;
  }
}
