package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.plan.initiative.Initiative;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** What is undertaken for the goal, such as a promotion, has a budget. */
final class FundedInitiatives extends PlanRule {
  FundedInitiatives() {
    super("plan.budget", List.of("funded", "unfunded", "none"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    ImmutableList<Initiative> all = facts.initiatives();
    if (all.isEmpty()) {
      return say(facts, Verdict.PASS, "none", counted("initiatives", 0).build());
    }
    ImmutableList<Initiative> unfunded =
        all.stream()
            .filter(one -> !one.budget().isPositive())
            .collect(ImmutableList.toImmutableList());
    boolean funded = unfunded.isEmpty();
    Finding.Builder finding = passOrWarn(facts, funded, "funded", "unfunded");
    if (!funded) {
      finding.putWord("title", unfunded.get(0).title());
    }
    return finding
        .addEvidence(counted("unfunded", unfunded.size()).expected(0).build())
        .addEvidence(counted("initiatives", all.size()).build())
        .build();
  }
}
