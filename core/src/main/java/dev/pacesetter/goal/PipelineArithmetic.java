package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.Deals;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A4: the open pipeline and what can still be created are enough for the goal.
 *
 * <p>{@code reachable = (open + creatable) × win rate}, in deals, or for money {@code (pipeline +
 * creatable × average won value) × win rate}. {@code creatable} is the 80 % quantile of deals
 * created a month, times the months left less one median sales cycle. An open deal without an
 * amount counts with the average won value. Win rate by count, cycle, average and creation are
 * those of the scope in the twelve months before. Deals that have been open for long are won less
 * often than the rate says, so what is short by this sum is short indeed.
 */
final class PipelineArithmetic extends ScopedRule {
  private static final double CREATION = 0.8;
  private static final double DAYS_A_YEAR = 365.2425;

  PipelineArithmetic() {
    super(
        "smart.A4",
        List.of(
            "enough",
            "tight",
            "short",
            "otherGoal",
            "noLosses",
            "fewClosed",
            "neverWon",
            "noAmounts"),
        new Parameter("closed", 10, 1, 1000),
        new Parameter("short", 0.8, 0, 1));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    boolean money = goal.kpi().id().equals(Kpis.WON_VALUE.id());
    if (goal.target().bound() != Bound.AT_LEAST
        || !(money || goal.kpi().id().equals(Kpis.WON_COUNT.id()))) {
      return pass(facts, "otherGoal", target(facts));
    }
    SalesFacts history = facts.history();
    Period year = facts.lastYear();
    if (!history.deals().recordsLosses()) {
      return undecided(facts, "noLosses", count("losses", 0));
    }
    Measure winRate = Kpis.WIN_RATE.measure(history, goal.scope(), year);
    if (!winRate.isPresent() || winRate.n() < settings.get("closed")) {
      return undecided(
          facts,
          "fewClosed",
          count("closed", winRate.n()),
          count("missing", (long) Math.ceil(settings.get("closed")) - winRate.n()));
    }
    if (winRate.value() == 0) {
      return fail(
          facts,
          "neverWon",
          number("winRate", winRate).kpi(KpiVersion.of(Kpis.WIN_RATE)).scope(goal.scope()).build());
    }
    Measure average = Kpis.AVERAGE_WON_VALUE.measure(history, goal.scope(), year);
    Pipeline open = Pipeline.of(history, goal.scope());
    if (money && (!average.isPresent() || average.value() == 0)) {
      return undecided(facts, "noAmounts", count("open", open.count()));
    }
    double value = money ? average.value() : 1;
    double creatable = creatable(facts, year);
    double pipeline = money ? open.value() + (open.count() - open.valued()) * value : open.count();
    double reachable = (pipeline + creatable * value) * winRate.value();
    double missing = (goal.target().amount() - reachable) / (winRate.value() * value);
    return finding(facts, verdict(facts, reachable, settings), reason(facts, reachable, settings))
        .addEvidence(
            estimate("reachable", facts, reachable, open.count())
                .scope(goal.scope())
                .expected((double) goal.target().amount())
                .build())
        .addEvidence(count("open", open.count()))
        .addEvidence(estimate("pipeline", facts, pipeline, open.valued()).build())
        .addEvidence(number("creatable", Measure.of(Math.floor(creatable), Unit.COUNT, 1)).build())
        .addEvidence(
            number("winRate", winRate)
                .kpi(KpiVersion.of(Kpis.WIN_RATE))
                .scope(goal.scope())
                .build())
        .addEvidence(count("missing", Math.max(0, (long) Math.ceil(missing))))
        .build();
  }

  private static Verdict verdict(SmartFacts facts, double reachable, Settings settings) {
    long target = facts.goal().target().amount();
    if (reachable >= target) {
      return Verdict.PASS;
    }
    return reachable >= target * settings.get("short") ? Verdict.WARN : Verdict.FAIL;
  }

  private static String reason(SmartFacts facts, double reachable, Settings settings) {
    return switch (verdict(facts, reachable, settings)) {
      case PASS -> "enough";
      case WARN -> "tight";
      case FAIL, UNDECIDED -> "short";
    };
  }

  private static double creatable(SmartFacts facts, Period year) {
    Scope scope = facts.goal().scope();
    int monthsAYear = facts.facts().calendar().monthsAYear();
    Months months = facts.historyOf(Kpis.CREATED_COUNT).in(scope).last(monthsAYear);
    Measure cycle = Kpis.SALES_CYCLE.measure(facts.history(), scope, year);
    if (months.size() == 0 || !cycle.isPresent()) {
      return 0;
    }
    double days = ChronoUnit.DAYS.between(facts.horizon(), facts.goal().period().end());
    double left = Math.max(0, days - Math.max(0, cycle.value())) / (DAYS_A_YEAR / monthsAYear);
    return Sample.of(Unit.COUNT, months.totals().toArray()).quantile(CREATION).value() * left;
  }

  /** What is open: how many deals, how many of them with an amount, and how much. */
  private record Pipeline(int count, int valued, long value) {
    static Pipeline of(SalesFacts facts, Scope scope) {
      Deals deals = facts.deals();
      int count = 0;
      int valued = 0;
      long value = 0;
      for (int row : deals.rows(scope)) {
        if (deals.outcome(row) == Outcome.OPEN) {
          count++;
          valued += deals.isValued(row) ? 1 : 0;
          value = Math.addExact(value, deals.amount(row));
        }
      }
      return new Pipeline(count, valued, value);
    }
  }
}
