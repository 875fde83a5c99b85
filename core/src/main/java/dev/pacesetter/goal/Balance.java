package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * R4: the goal does not work against another of the same owner, and is not the only thing that
 * counts.
 *
 * <p>Two goals work against each other where their metrics did so in the months before: the
 * correlation {@code r} of the monthly values has the other sign than the directions asked for, and
 * {@code t = r·√((n-2)/(1-r²))} is significant in Student's distribution with {@code n-2} degrees
 * of freedom. A goal on a sum, such as won value, invites to win at any price; a goal on a rate, a
 * score or a time of the same owner, such as satisfaction or discount, keeps it in balance.
 */
final class Balance extends ScopedRule {
  private static final int LONGEST = 36;

  Balance() {
    super(
        "smart.R4",
        List.of("balanced", "quality", "narrow", "against", "nobody"),
        new Parameter("alpha", 0.05, 0.001, 0.5),
        new Parameter("months", 12, 6, LONGEST));
  }

  /** How two goals' metrics moved together. */
  private record Link(SalesGoal other, double r, int months, double pValue) {}

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.owner().isEmpty()) {
      return undecided(facts, "nobody", count("owners", 0));
    }
    ImmutableList<SalesGoal> beside =
        facts.goalsOfOwner().stream()
            .filter(other -> !other.id().equals(goal.id()))
            .filter(other -> !other.kpi().id().equals(goal.kpi().id()))
            .filter(other -> other.period().start().isBefore(goal.period().end()))
            .filter(other -> goal.period().start().isBefore(other.period().end()))
            .collect(ImmutableList.toImmutableList());
    Optional<Link> against =
        beside.stream()
            .flatMap(other -> link(facts, other, settings).stream())
            .filter(link -> link.pValue() <= settings.get("alpha"))
            .filter(link -> Math.signum(link.r()) != sign(goal) * sign(link.other()))
            .findFirst();
    if (against.isPresent()) {
      return against(facts, against.get(), settings);
    }
    if (!isSum(goal)) {
      return pass(facts, "quality", counted("goals", beside.size() + 1L).build());
    }
    Optional<SalesGoal> counter = beside.stream().filter(other -> !isSum(other)).findFirst();
    return finding(
            facts,
            counter.isPresent() ? Verdict.PASS : Verdict.WARN,
            counter.isPresent() ? "balanced" : "narrow")
        .putWord("other", counter.map(SalesGoal::title).orElse(goal.title()))
        .addEvidence(
            counted("goals", beside.size() + 1L)
                .kpi(KpiVersion.of(goal.kpi()))
                .period(goal.period())
                .build())
        .build();
  }

  private Finding against(SmartFacts facts, Link link, Settings settings) {
    return finding(facts, Verdict.WARN, "against")
        .putWord("other", link.other().title())
        .addEvidence(
            number("correlation", Measure.of(link.r(), Unit.SCORE, link.months()))
                .kpi(KpiVersion.of(facts.goal().kpi()))
                .scope(facts.goal().scope())
                .test("correlation of months, Student t, p = %.4f".formatted(link.pValue()))
                .limit(settings.get("alpha"))
                .build())
        .addEvidence(counted("other", 1).kpi(KpiVersion.of(link.other().kpi())).build())
        .build();
  }

  /** Whether the goal asks for more of something, which says nothing about how it is reached. */
  private static boolean isSum(SalesGoal goal) {
    return goal.kpi() instanceof AdditiveKpi || goal.kpi().unit() == Unit.COUNT;
  }

  private static double sign(SalesGoal goal) {
    return goal.target().bound() == Bound.AT_MOST ? -1 : 1;
  }

  private static Optional<Link> link(SmartFacts facts, SalesGoal other, Settings settings) {
    SalesGoal goal = facts.goal();
    History one = facts.historyOfMetric();
    History two = facts.historyOf(other.kpi());
    if (goal.target().bound() == Bound.BETWEEN
        || other.target().bound() == Bound.BETWEEN
        || !one.isPeriodic()
        || !two.isPeriodic()
        || !facts.knowsTeamOf(other)) {
      return Optional.empty();
    }
    Months here = one.in(goal.scope()).last(LONGEST);
    Months there = two.in(other.scope()).last(LONGEST);
    int months = Math.min(here.size(), there.size());
    if (months < settings.get("months")) {
      return Optional.empty();
    }
    double r =
        correlation(here.last(months).totals().toArray(), there.last(months).totals().toArray());
    if (Double.isNaN(r)) {
      return Optional.empty();
    }
    double t = Math.abs(r) * Math.sqrt((months - 2) / Math.max(1e-12, 1 - r * r));
    double p = 2 * TDistribution.of(months - 2).survivalProbability(t);
    return Optional.of(new Link(other, r, months, p));
  }

  /** Pearson's coefficient; NaN where one of the two never changes. */
  private static double correlation(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / y.length;
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
