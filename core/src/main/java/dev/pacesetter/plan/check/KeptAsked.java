package dev.pacesetter.plan.check;

import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.util.List;

/** Every target, floor and cap that was asked for is kept. */
final class KeptAsked extends PlanRule {
  KeptAsked() {
    super("plan.asked", List.of("kept", "unmet"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    int unmet = facts.plan().unmet().size();
    return finding(facts, unmet == 0 ? Verdict.PASS : Verdict.FAIL, unmet == 0 ? "kept" : "unmet")
        .putWord(
            "parts",
            Text.inEach(
                locale ->
                    facts
                        .plan()
                        .explain(facts.plan().unmet(), locale, facts.facts().organization())))
        .addEvidence(counted("unmet", unmet).build())
        .addEvidence(counted("asked", facts.plan().requirements().size()).build())
        .build();
  }
}
