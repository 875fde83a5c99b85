package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Arrays;
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
    ImmutableList<String> products = facts.plan().products();
    if (products.size() < 2 || facts.plan().total() == 0) {
      return say(facts, Verdict.PASS, "one", counted("products", products.size()).build());
    }
    ImmutableList<Period> years = facts.history().years();
    double[] usual = years.isEmpty() ? new double[0] : usual(facts, years.get(0));
    if (usual.length == 0) {
      return say(facts, Verdict.UNDECIDED, "noHistory", counted("years", 0).limit(1).build());
    }
    double[] planned =
        products.stream()
            .mapToDouble(id -> (double) facts.plan().ofProduct(id) / facts.plan().total())
            .toArray();
    int farthest = largest(planned.length, at -> Math.abs(planned[at] - usual[at]));
    boolean kept = Math.abs(planned[farthest] - usual[farthest]) <= settings.get("distance");
    return passOrWarn(facts, kept, "usual", "shifted")
        .putWord("year", years.get(0).name())
        .putWord("product", nameOf(facts, Scope.product(products.get(farthest))))
        .addEvidence(
            share("share", planned[farthest], products.size())
                .expected(usual[farthest])
                .limit(settings.get("distance"))
                .build())
        .build();
  }

  /** The shares that products had in a year; none where nothing was credited. */
  private static double[] usual(PlanFacts facts, Period year) {
    double[] sums =
        facts.plan().products().stream()
            .mapToDouble(id -> facts.history().ofProduct(id, year))
            .toArray();
    double all = Arrays.stream(sums).sum();
    return all <= 0 ? new double[0] : Arrays.stream(sums).map(sum -> sum / all).toArray();
  }
}
