package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** Products have about the share that they had the year before, unless somebody means otherwise. */
final class MixKept extends PlanRule {
  MixKept() {
    super(
        "plan.mix",
        List.of("usual", "shifted", "noHistory", "one"),
        new Parameter("distance", 0.15, 0.01, 1));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    int products = facts.plan().products().size();
    if (products < 2 || facts.plan().total() == 0) {
      return say(facts, Verdict.PASS, "one", counted("products", products).build());
    }
    ImmutableList<Period> years = facts.history().years();
    long all = 0;
    for (String product : facts.plan().products()) {
      all += years.isEmpty() ? 0 : facts.history().ofProduct(product, years.get(0));
    }
    if (all <= 0) {
      return say(facts, Verdict.UNDECIDED, "noHistory", counted("years", 0).limit(1).build());
    }
    String farthest = facts.plan().products().get(0);
    double apart = -1;
    double usual = 0;
    for (String product : facts.plan().products()) {
      double before = (double) facts.history().ofProduct(product, years.get(0)) / all;
      double distance = Math.abs(share(facts, product) - before);
      if (distance > apart) {
        apart = distance;
        farthest = product;
        usual = before;
      }
    }
    boolean kept = apart <= settings.get("distance");
    return finding(facts, kept ? Verdict.PASS : Verdict.WARN, kept ? "usual" : "shifted")
        .putWord("year", years.get(0).name())
        .putWord("product", nameOf(facts, Scope.product(farthest)))
        .addEvidence(
            share("share", share(facts, farthest), products)
                .expected(usual)
                .limit(settings.get("distance"))
                .build())
        .build();
  }

  private static double share(PlanFacts facts, String product) {
    return (double) facts.plan().ofProduct(product) / facts.plan().total();
  }
}
