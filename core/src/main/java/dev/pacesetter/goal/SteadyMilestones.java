package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * T2: there are milestones on the way, and they lead to the target.
 *
 * <p>For money and counts they are cumulative: none is lower than the one before, the last is the
 * target to the cent, and each share of the target is near the share of working days gone by then,
 * or near the share that was reached by then a year before. For rates, times and scores they are
 * levels, of which the last is the target.
 */
final class SteadyMilestones extends ScopedRule {
  private static final double IN_STEP = 0.01;

  SteadyMilestones() {
    super(
        "smart.T2",
        List.of(
            "inStep", "steady", "levels", "none", "few", "falling", "otherEnd", "uneven", "over"),
        new Parameter("milestones", 3, 1, 52),
        new Parameter("distance", 0.2, 0.01, 1));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    ImmutableList<Milestone> milestones = goal.milestones();
    Evidence count =
        counted("milestones", milestones.size()).limit(settings.get("milestones")).build();
    if (milestones.isEmpty()) {
      boolean over = !facts.today().isBefore(goal.period().end());
      return over ? undecided(facts, "over", count) : fail(facts, "none", count, target(facts));
    }
    boolean adds = goal.target().unit() == Unit.MONEY || goal.target().unit() == Unit.COUNT;
    for (int i = 1; adds && i < milestones.size(); i++) {
      if (milestones.get(i).amount() < milestones.get(i - 1).amount()) {
        return finding(facts, Verdict.FAIL, "falling")
            .putWord("day", milestones.get(i).day().toString())
            .addEvidence(amount("before", facts, milestones.get(i - 1).amount(), 1).build())
            .addEvidence(amount("then", facts, milestones.get(i).amount(), 1).build())
            .build();
      }
    }
    Milestone last = milestones.get(milestones.size() - 1);
    if (last.amount() != goal.target().amount()) {
      return fail(
          facts, "otherEnd", amount("last", facts, last.amount(), 1).build(), target(facts));
    }
    if (milestones.size() < settings.get("milestones")) {
      return warn(facts, "few", count);
    }
    return adds ? profile(facts, settings, count) : pass(facts, "levels", count, target(facts));
  }

  private Finding profile(SmartFacts facts, Settings settings, Evidence count) {
    SalesGoal goal = facts.goal();
    double farthest = -1;
    Milestone worst = goal.milestones().get(0);
    double usual = 0;
    for (Milestone milestone : goal.milestones()) {
      double share = (double) milestone.amount() / goal.target().amount();
      double expected = shareOfDays(facts, milestone.day());
      double distance = Math.abs(share - expected);
      OptionalDouble before = shareAYearBefore(facts, milestone.day());
      if (before.isPresent() && Math.abs(share - before.getAsDouble()) < distance) {
        expected = before.getAsDouble();
        distance = Math.abs(share - expected);
      }
      if (distance > farthest) {
        farthest = distance;
        worst = milestone;
        usual = expected;
      }
    }
    if (farthest < IN_STEP) {
      return pass(facts, "inStep", count, target(facts));
    }
    boolean steady = farthest <= settings.get("distance");
    return passOrWarn(facts, steady, "steady", "uneven")
        .putWord("day", worst.day().toString())
        .addEvidence(count)
        .addEvidence(
            number(
                    "share",
                    Measure.of((double) worst.amount() / goal.target().amount(), Unit.RATIO, 1))
                .expected(usual)
                .limit(settings.get("distance"))
                .build())
        .addEvidence(target(facts))
        .build();
  }

  private static double shareOfDays(SmartFacts facts, LocalDate day) {
    FiscalCalendar calendar = facts.facts().calendar();
    Period period = facts.goal().period();
    int all = calendar.workingDays(period.start(), period.end());
    return all == 0 ? 1 : (double) calendar.workingDays(period.start(), day.plusDays(1)) / all;
  }

  /** Which share of the same period a year before was reached by the same day of it. */
  private static OptionalDouble shareAYearBefore(SmartFacts facts, LocalDate day) {
    SalesGoal goal = facts.goal();
    if (!(goal.kpi() instanceof AdditiveKpi additive) || facts.periodsBefore().isEmpty()) {
      return OptionalDouble.empty();
    }
    Period before = facts.periodsBefore().get(0);
    Credits credits = additive.credits(facts.history());
    long all = credits.total(goal.scope(), before);
    double gone = (double) (day.toEpochDay() + 1 - goal.period().start().toEpochDay());
    LocalDate then =
        before.start().plusDays(Math.round(gone / goal.period().days() * before.days()));
    return all <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) credits.total(goal.scope(), before.start(), then) / all);
  }
}
