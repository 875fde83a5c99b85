package dev.pacesetter.review;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.PeerComparison.TeamContext;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Optional;

/** The rest of the team differs as the person does: a cause in the team, not in the person. */
final class TeamRule extends PersonRule {
  TeamRule(Aspect aspect) {
    super("team." + aspect.slug(), aspect);
  }

  @Override
  Finding judge(PersonFacts facts, PeerComparison own, Settings settings) {
    Optional<TeamContext> team = own.team().filter(TeamContext::explains);
    if (team.isEmpty()) {
      return inLine(facts, own);
    }
    TeamContext context = team.get();
    return finding(facts, own, Verdict.PASS, Diagnosis.EXPLAINS)
        .addEvidence(
            Evidence.builder()
                .name("team")
                .kpi(own.metric().version())
                .scope(Scope.team(context.team()))
                .period(facts.period())
                .observed(context.observed())
                .expected(context.expected())
                .test(own.test())
                .pValue(context.restPValue())
                .currency(own.metric().unit() == Unit.MONEY ? facts.currency() : Optional.empty())
                .build())
        .putWord("team", context.name())
        .build();
  }
}
