package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.plan.Assignment;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** The goals below ask for little more than the goal, on each level and in all. */
final class OverAssigned extends PlanRule {
  OverAssigned() {
    super(
        "plan.assignment",
        List.of("within", "over", "short", "none"),
        new Parameter("level", 0.1, 0, 1),
        new Parameter("all", 0.15, 0, 2));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    Assignment both = Assignment.of(facts.goal(), facts.goals());
    ImmutableList<Assignment.Level> levels = both.levels();
    if (levels.size() == 1) {
      return say(facts, Verdict.PASS, "none", counted("goals", 0).build());
    }
    double steepest = Double.NEGATIVE_INFINITY;
    for (Assignment.Level level : levels.subList(1, levels.size())) {
      steepest = Math.max(steepest, level.overAbove().value());
    }
    Assignment.Level last = levels.get(levels.size() - 1);
    double all = last.overTop().value();
    String reason =
        all < 0
            ? "short"
            : steepest > settings.get("level") || all > settings.get("all") ? "over" : "within";
    return say(
        facts,
        reason.equals("within")
            ? Verdict.PASS
            : reason.equals("over") ? Verdict.WARN : Verdict.FAIL,
        reason,
        share("all", all, last.goals()).limit(settings.get("all")).build(),
        share("level", steepest, last.goals()).limit(settings.get("level")).build(),
        amount("sum", facts, last.sum(), last.goals())
            .expected((double) both.top().topDown())
            .build());
  }
}
