package dev.pacesetter.plan.check;

import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** The plan comes to the goal as it is now, to the unit. */
final class AddsUp extends PlanRule {
  AddsUp() {
    super("plan.sum", List.of("adds", "differs"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    long total = facts.plan().total();
    long target = facts.goal().target().amount();
    boolean adds = total == target;
    return say(
        facts,
        adds ? Verdict.PASS : Verdict.FAIL,
        adds ? "adds" : "differs",
        amount("total", facts, total, 1).expected((double) target).build(),
        amount("difference", facts, Math.abs(total - target), 1).build());
  }
}
