package dev.pacesetter.plan.check;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/** Most cells are worth at least one deal, since nobody can close a third of one. */
final class NoCrumbs extends PlanRule {
  NoCrumbs() {
    super(
        "plan.crumbs",
        List.of("worth", "crumbs", "noDeals", "counted"),
        new Parameter("share", 0.5, 0, 1),
        new Parameter("deals", 10, 1, 1_000));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    if (facts.plan().kpi().unit() != Unit.MONEY) {
      return say(facts, Verdict.PASS, "counted", counted("deals", 0).build());
    }
    OptionalDouble average = facts.history().averageCredit();
    if (facts.history().size() < settings.get("deals") || average.isEmpty()) {
      return say(
          facts,
          Verdict.UNDECIDED,
          "noDeals",
          counted("deals", facts.history().size()).limit(settings.get("deals")).build());
    }
    long cells = 0;
    long small = 0;
    for (int cell = 0; cell < facts.plan().amounts().length(); cell++) {
      long amount = facts.plan().amounts().get(cell);
      cells += amount > 0 ? 1 : 0;
      small += amount > 0 && amount < average.getAsDouble() ? 1 : 0;
    }
    double share = cells == 0 ? 0 : (double) small / cells;
    boolean worth = share <= settings.get("share");
    return say(
        facts,
        worth ? Verdict.PASS : Verdict.WARN,
        worth ? "worth" : "crumbs",
        share("share", share, cells).limit(settings.get("share")).build(),
        amount("deal", facts, Math.rint(average.getAsDouble()), facts.history().size()).build());
  }
}
