package dev.pacesetter.goal;

import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.kpi.Direction;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** S4: more is asked for where more is better, less where less is, or a number between two. */
final class AgreeingDirection extends SmartRule {
  AgreeingDirection() {
    super("smart.S4", List.of("atLeast", "atMost", "between", "moreOfTheBad", "lessOfTheGood"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.target().bound() == Bound.BETWEEN) {
      return pass(
          facts,
          "between",
          amount("target", facts, goal.target().amount(), 1).kpi(KpiVersion.of(goal.kpi())).build(),
          number(
                  "highest",
                  Measure.of(goal.target().highest().orElseThrow(), goal.target().unit(), 1))
              .currency(goal.target().currency())
              .build());
    }
    boolean atLeast = goal.target().bound() == Bound.AT_LEAST;
    Direction against = atLeast ? Direction.LOWER : Direction.HIGHER;
    boolean agrees = goal.kpi().direction() != against;
    String reason = atLeast ? "moreOfTheBad" : "lessOfTheGood";
    return finding(
            facts,
            agrees ? Verdict.PASS : Verdict.FAIL,
            agrees ? (atLeast ? "atLeast" : "atMost") : reason)
        .addEvidence(
            amount("target", facts, goal.target().amount(), 1)
                .kpi(KpiVersion.of(goal.kpi()))
                .build())
        .build();
  }
}
