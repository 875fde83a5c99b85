package dev.pacesetter.goal;

import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.kpi.Direction;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** S4: more is asked for where more is better, less where less is. */
final class AgreeingDirection extends SmartRule {
  AgreeingDirection() {
    super("smart.S4", List.of("atLeast", "atMost", "moreOfTheBad", "lessOfTheGood"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
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
