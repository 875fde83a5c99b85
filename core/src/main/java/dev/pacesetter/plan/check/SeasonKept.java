package dev.pacesetter.plan.check;

import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** Months have about the share that they had in years before. */
final class SeasonKept extends PlanRule {
  SeasonKept() {
    super(
        "plan.season",
        List.of("follows", "against", "noHistory", "oneMonth"),
        new Parameter("distance", 0.1, 0.01, 1));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    int months = facts.plan().months().size();
    if (months < 2 || facts.plan().total() == 0) {
      return say(facts, Verdict.PASS, "oneMonth", counted("months", months).build());
    }
    double[] usual = facts.history().monthShares();
    if (usual.length == 0) {
      return say(facts, Verdict.UNDECIDED, "noHistory", counted("years", 0).limit(1).build());
    }
    double[] planned =
        facts.plan().months().stream()
            .mapToDouble(month -> (double) facts.plan().ofMonth(month.name()))
            .map(amount -> amount / facts.plan().total())
            .toArray();
    int farthest = largest(months, at -> Math.abs(planned[at] - usual[at]));
    boolean follows = Math.abs(planned[farthest] - usual[farthest]) <= settings.get("distance");
    return passOrWarn(facts, follows, "follows", "against")
        .putWord("month", facts.plan().months().get(farthest).name())
        .addEvidence(
            share("share", planned[farthest], facts.history().years().size())
                .expected(usual[farthest])
                .limit(settings.get("distance"))
                .build())
        .build();
  }
}
