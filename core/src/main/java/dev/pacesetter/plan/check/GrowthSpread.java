package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** Growth over the year before does not wait for the last month. */
final class GrowthSpread extends PlanRule {
  private static final int FEWEST_MONTHS = 3;

  GrowthSpread() {
    super(
        "plan.growth",
        List.of("spread", "late", "noGrowth", "noHistory", "short"),
        new Parameter("last", 0.5, 0.1, 1));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    int months = facts.plan().months().size();
    if (months < FEWEST_MONTHS) {
      return say(facts, Verdict.PASS, "short", counted("months", months).build());
    }
    ImmutableList<Period> years = facts.history().years();
    if (years.isEmpty() || facts.history().months(years.get(0)).length != months) {
      return say(facts, Verdict.UNDECIDED, "noHistory", counted("years", 0).limit(1).build());
    }
    long[] before = facts.history().months(years.get(0));
    long growth = facts.plan().total();
    for (long month : before) {
      growth -= month;
    }
    if (growth <= 0) {
      return say(facts, Verdict.PASS, "noGrowth", amount("growth", facts, growth, 1).build());
    }
    long inLast =
        facts.plan().ofMonth(facts.plan().months().get(months - 1).name()) - before[months - 1];
    double share = (double) inLast / growth;
    boolean spread = share <= settings.get("last");
    return passOrWarn(facts, spread, "spread", "late")
        .putWord("year", years.get(0).name())
        .putWord("month", facts.plan().months().get(months - 1).name())
        .addEvidence(share("last", share, months).limit(settings.get("last")).build())
        .addEvidence(amount("growth", facts, growth, 1).build())
        .build();
  }
}
