package dev.pacesetter.plan.check;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.util.List;

/** Milestones ask for about what the plan has come to by their day. */
final class MilestonesAlongPlan extends PlanRule {
  MilestonesAlongPlan() {
    super(
        "plan.milestonePath",
        List.of("along", "apart", "none"),
        new Parameter("distance", 0.1, 0.01, 1));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    if (facts.goal().milestones().isEmpty() || facts.plan().total() == 0) {
      return say(facts, Verdict.PASS, "none", counted("milestones", 0).build());
    }
    Milestone farthest = facts.goal().milestones().get(0);
    double distance = -1;
    double planned = 0;
    for (Milestone milestone : facts.goal().milestones()) {
      double upTo = upTo(facts, milestone.day());
      double apart = Math.abs(milestone.amount() - upTo) / facts.plan().total();
      if (apart > distance) {
        distance = apart;
        farthest = milestone;
        planned = upTo;
      }
    }
    boolean along = distance <= settings.get("distance");
    return passOrWarn(facts, along, "along", "apart")
        .putWord("day", farthest.day().toString())
        .addEvidence(
            amount("milestone", facts, farthest.amount(), 1).expected(Math.rint(planned)).build())
        .addEvidence(
            share("distance", distance, facts.goal().milestones().size())
                .limit(settings.get("distance"))
                .build())
        .build();
  }

  /** What the plan comes to by the end of a day: whole months, and working days of the last. */
  private static double upTo(PlanFacts facts, LocalDate day) {
    FiscalCalendar calendar = facts.facts().calendar();
    LocalDate end = day.plusDays(1);
    double sum = 0;
    for (Period month : facts.plan().months()) {
      long amount = facts.plan().ofMonth(month.name());
      if (!end.isBefore(month.end())) {
        sum += amount;
      } else if (end.isAfter(month.start())) {
        int days = calendar.workingDays(month.start(), month.end());
        sum += days == 0 ? 0 : amount * ((double) calendar.workingDays(month.start(), end) / days);
      }
    }
    return sum;
  }
}
