package dev.pacesetter.goal;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** R1: what the goal brings counts for the goal above it. */
final class ParentLink extends SmartRule {
  ParentLink() {
    super(
        "smart.R1",
        List.of(
            "linked",
            "top",
            "orphan",
            "unknownParent",
            "missingParent",
            "otherMetric",
            "outsideScope",
            "outsidePeriod"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    Optional<String> above = goal.contributesTo();
    if (above.isEmpty()) {
      boolean top = goal.scope().equals(Scope.company());
      return top ? pass(facts, "top", target(facts)) : warn(facts, "orphan", target(facts));
    }
    Optional<SalesGoal> parent =
        facts.goals().stream().filter(other -> other.id().equals(above.get())).findFirst();
    if (parent.isEmpty()) {
      boolean alone = facts.goals().size() == 1;
      return finding(
              facts,
              alone ? Verdict.UNDECIDED : Verdict.FAIL,
              alone ? "unknownParent" : "missingParent")
          .putWord("parent", above.get())
          .addEvidence(count("goals", facts.goals().size()))
          .build();
    }
    String reason = reason(facts, parent.get());
    Target target = parent.get().target();
    return finding(facts, reason.equals("linked") ? Verdict.PASS : Verdict.FAIL, reason)
        .putWord("parent", parent.get().title())
        .addEvidence(
            number(
                    "share",
                    Measure.of((double) goal.target().amount() / target.amount(), Unit.RATIO, 1))
                .build())
        .addEvidence(
            counted("parent", 1)
                .kpi(KpiVersion.of(parent.get().kpi()))
                .scope(parent.get().scope())
                .period(parent.get().period())
                .build())
        .addEvidence(
            amount("target", facts, goal.target().amount(), 1)
                .kpi(KpiVersion.of(goal.kpi()))
                .scope(goal.scope())
                .period(goal.period())
                .build())
        .build();
  }

  private static String reason(SmartFacts facts, SalesGoal parent) {
    SalesGoal goal = facts.goal();
    if (!KpiVersion.of(parent.kpi()).equals(KpiVersion.of(goal.kpi()))) {
      return "otherMetric";
    }
    if (!facts.facts().organization().covers(parent.scope(), goal.scope(), goal.period())) {
      return "outsideScope";
    }
    return parent.period().encloses(goal.period()) ? "linked" : "outsidePeriod";
  }
}
