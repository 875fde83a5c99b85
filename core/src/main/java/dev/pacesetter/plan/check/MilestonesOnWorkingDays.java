package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** Milestones fall on days on which somebody is there to look at them. */
final class MilestonesOnWorkingDays extends PlanRule {
  MilestonesOnWorkingDays() {
    super("plan.milestoneDays", List.of("working", "holiday", "none"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    ImmutableList<Milestone> milestones = facts.goal().milestones();
    if (milestones.isEmpty()) {
      return say(facts, Verdict.WARN, "none", counted("milestones", 0).build());
    }
    ImmutableList<Milestone> idle =
        milestones.stream()
            .filter(milestone -> !facts.facts().calendar().isWorkingDay(milestone.day()))
            .collect(ImmutableList.toImmutableList());
    return passOrWarn(facts, idle.isEmpty(), "working", "holiday")
        .putWord(
            "days", listed(idle.stream().map(milestone -> milestone.day().toString()).toList()))
        .addEvidence(counted("idle", idle.size()).expected(0).build())
        .addEvidence(counted("milestones", milestones.size()).build())
        .build();
  }
}
