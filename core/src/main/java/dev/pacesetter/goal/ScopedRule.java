package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** A rule about what happened in the goal's scope, which says so when there is no such team. */
abstract class ScopedRule extends SmartRule {
  ScopedRule(String id, List<String> reasons, Parameter... parameters) {
    super(id, ImmutableList.<String>builder().addAll(reasons).add("noTeam").build(), parameters);
  }

  /** Judges, knowing that measures of the scope can be taken. */
  abstract Finding judge(SmartFacts facts, Settings settings);

  @Override
  public final Finding evaluate(SmartFacts facts, Settings settings) {
    String team = facts.goal().scope().team().orElse("");
    if (team.isEmpty() || facts.facts().organization().team(team).isPresent()) {
      return judge(facts, settings);
    }
    return finding(facts, Verdict.UNDECIDED, "noTeam")
        .putWord("team", team)
        .addEvidence(count("teams", 0))
        .build();
  }
}
