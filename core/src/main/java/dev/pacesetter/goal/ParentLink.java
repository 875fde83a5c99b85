package dev.pacesetter.goal;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Numbers;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** R1: what the goal brings counts for the goal above it. */
final class ParentLink extends SmartRule {
  ParentLink() {
    super(
        "smart.R1",
        List.of(
            "linked",
            "converted",
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
    Optional<SalesGoal> parent = facts.goal(above.get());
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
    boolean linked = reason.equals("linked") || reason.equals("converted");
    return finding(facts, linked ? Verdict.PASS : Verdict.FAIL, reason)
        .putWord("parent", parent.get().title())
        .putWord("worth", goal.worth().map(Numbers::money).orElse(""))
        .addEvidence(
            number("share", Measure.of(share(goal, parent.get(), reason), Unit.RATIO, 1)).build())
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
    boolean same = KpiVersion.of(parent.kpi()).equals(KpiVersion.of(goal.kpi()));
    if (!same && !isConvertible(goal, parent)) {
      return "otherMetric";
    }
    if (!facts.facts().organization().covers(parent.scope(), goal.scope(), goal.period())) {
      return "outsideScope";
    }
    if (!parent.period().encloses(goal.period())) {
      return "outsidePeriod";
    }
    return same ? "linked" : "converted";
  }

  /** Whether it is said what one of what the goal counts is worth in the money of the parent. */
  private static boolean isConvertible(SalesGoal goal, SalesGoal parent) {
    return goal.target().unit() == Unit.COUNT
        && goal.worth().map(Money::getCurrencyUnit).equals(parent.target().currency())
        && goal.worth().isPresent();
  }

  private static double share(SalesGoal goal, SalesGoal parent, String reason) {
    double factor =
        reason.equals("converted") ? goal.worth().orElseThrow().getAmountMinorLong() : 1;
    return goal.target().value() * factor / parent.target().value();
  }
}
