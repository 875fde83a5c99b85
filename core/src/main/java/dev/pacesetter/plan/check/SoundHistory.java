package dev.pacesetter.plan.check;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.plan.HistoryBasis;
import dev.pacesetter.plan.WeightRule;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Weights by history rest on enough of it, and on a recent one. */
final class SoundHistory extends PlanRule {
  SoundHistory() {
    super(
        "plan.history",
        List.of("sound", "old", "thin", "otherRule"),
        new Parameter("credits", 30, 1, 10_000),
        new Parameter("days", 400, 1, 4_000));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    Optional<Period> base = facts.plan().base();
    if (facts.plan().weightRule() != WeightRule.HISTORY || base.isEmpty()) {
      return say(facts, Verdict.PASS, "otherRule", counted("credits", 0).build());
    }
    long age =
        Math.max(0, ChronoUnit.DAYS.between(base.get().end(), facts.plan().period().start()));
    int credits = facts.plan().history().map(HistoryBasis::credits).orElse(0);
    String reason =
        credits < settings.get("credits") ? "thin" : age > settings.get("days") ? "old" : "sound";
    return finding(facts, reason.equals("sound") ? Verdict.PASS : Verdict.WARN, reason)
        .putWord("first", base.get().start().toString())
        .putWord("last", base.get().lastDay().toString())
        .addEvidence(counted("credits", credits).limit(settings.get("credits")).build())
        .addEvidence(counted("days", age).limit(settings.get("days")).build())
        .build();
  }
}
