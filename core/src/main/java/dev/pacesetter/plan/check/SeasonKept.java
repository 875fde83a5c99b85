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
    int farthest = 0;
    double distance = -1;
    for (int month = 0; month < months; month++) {
      double apart = Math.abs(share(facts, month) - usual[month]);
      if (apart > distance) {
        distance = apart;
        farthest = month;
      }
    }
    boolean follows = distance <= settings.get("distance");
    return finding(facts, follows ? Verdict.PASS : Verdict.WARN, follows ? "follows" : "against")
        .putWord("month", facts.plan().months().get(farthest).name())
        .addEvidence(
            share("share", share(facts, farthest), facts.history().years().size())
                .expected(usual[farthest])
                .limit(settings.get("distance"))
                .build())
        .build();
  }

  private static double share(PlanFacts facts, int month) {
    return (double) facts.plan().ofMonth(facts.plan().months().get(month).name())
        / facts.plan().total();
  }
}
