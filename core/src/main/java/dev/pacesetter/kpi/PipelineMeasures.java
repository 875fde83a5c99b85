package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Activity;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.DealKpis.Days;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import dev.pacesetter.metrics.pipeline.Concentration;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** On whom the pipeline hangs, how old it is beside what was won, and how soon it is taken up. */
final class PipelineMeasures {
  private static final double OLD = 0.8;

  private PipelineMeasures() {}

  static Measure largestCustomer(SalesFacts facts, Scope scope, Period period) {
    Map<String, Long> amounts = byCustomer(facts, scope);
    long all = amounts.values().stream().mapToLong(Long::longValue).sum();
    return all == 0
        ? noCustomer(facts, amounts.size())
        : Measure.of(
            (double) amounts.values().stream().mapToLong(Long::longValue).max().orElse(0) / all,
            Unit.RATIO,
            amounts.size());
  }

  static Measure customerHerfindahl(SalesFacts facts, Scope scope, Period period) {
    Map<String, Long> amounts = byCustomer(facts, scope);
    Measure index =
        Concentration.ofMoney(amounts.values().stream().mapToLong(Long::longValue).toArray())
            .herfindahl();
    return index.isPresent() ? index : noCustomer(facts, amounts.size());
  }

  private static Map<String, Long> byCustomer(SalesFacts facts, Scope scope) {
    Map<String, Long> amounts = new TreeMap<>();
    for (int row : facts.deals().rows(scope)) {
      Optional<String> customer = facts.book().opportunities().get(row).customer();
      if (customer.isPresent()
          && facts.deals().outcome(row) == Outcome.OPEN
          && facts.deals().isValued(row)) {
        amounts.merge(customer.get(), facts.deals().amount(row), Math::addExact);
      }
    }
    return amounts;
  }

  private static Measure noCustomer(SalesFacts facts, int n) {
    boolean recorded =
        facts.book().opportunities().stream().anyMatch(deal -> deal.customer().isPresent());
    return Measure.noData(Unit.RATIO, n, recorded ? NoData.NOTHING_OBSERVED : NoData.NOT_RECORDED);
  }

  /** Open deals older than four of five of the deals won in the same segment were when won. */
  static Measure olderThanWon(SalesFacts facts, Scope scope, Period period) {
    Map<String, Double> limits = new HashMap<>();
    long open = 0;
    long old = 0;
    for (int row : facts.deals().rows(scope)) {
      if (facts.deals().outcome(row) == Outcome.OPEN) {
        double limit =
            limits.computeIfAbsent(segment(facts, row), segment -> limit(facts, segment));
        if (!Double.isNaN(limit)) {
          open++;
          old += facts.deals().age(row) > limit ? 1 : 0;
        }
      }
    }
    return ProportionInterval.WILSON.measure(Ratio.of(old, open), DealKpis.CONFIDENCE);
  }

  /** Not a number where nothing was won in the segment. */
  private static double limit(SalesFacts facts, String segment) {
    Deals deals = facts.deals();
    double[] ages =
        Arrays.stream(deals.rows(Scope.company()))
            .filter(row -> deals.outcome(row) == Outcome.WON && segment(facts, row).equals(segment))
            .mapToDouble(deals::age)
            .toArray();
    return ages.length == 0 ? Double.NaN : Sample.of(Unit.DAYS, ages).quantile(OLD).value();
  }

  /** Empty where the customer has none; those deals are compared with one another. */
  private static String segment(SalesFacts facts, int row) {
    return facts
        .book()
        .opportunities()
        .get(row)
        .customer()
        .flatMap(facts.organization()::customer)
        .flatMap(Customer::segment)
        .orElse("");
  }

  /** From first being assigned to the first activity after that; censored by closing or now. */
  static Measure responseToAssignment(SalesFacts facts, Scope scope, Period period) {
    Days days = Days.of(period);
    int[] rows =
        Arrays.stream(facts.deals().rowsByCreation(scope))
            .filter(
                row ->
                    facts
                        .book()
                        .opportunities()
                        .get(row)
                        .assignedAt()
                        .map(at -> facts.calendar().dayOf(at).toEpochDay())
                        .filter(day -> days.contain(Math.toIntExact(day)))
                        .isPresent())
            .toArray();
    if (rows.length == 0) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    double[] waits = new double[rows.length];
    byte[] ends = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Opportunity deal = facts.book().opportunities().get(rows[i]);
      Instant assigned = deal.assignedAt().orElseThrow();
      Optional<Instant> answered =
          deal.activities().stream()
              .map(Activity::at)
              .filter(at -> !at.isBefore(assigned))
              .findFirst();
      Instant until = answered.or(deal::closedAt).orElse(facts.book().asOf());
      waits[i] = Math.max(0, Stays.days(Duration.between(assigned, until)));
      ends[i] = (answered.isPresent() ? End.WON : End.OPEN).code();
    }
    return median(waits, ends);
  }

  /** From creation to winning or losing, of the deals created in the period; open ones censored. */
  static Measure timeToClose(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    Days days = Days.of(period);
    int[] rows =
        Arrays.stream(deals.rowsByCreation(scope))
            .filter(row -> days.contain(deals.createdDay(row)) && deals.age(row) >= 0)
            .toArray();
    if (rows.length == 0) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    byte[] ends = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ends[i] = (deals.outcome(rows[i]) == Outcome.OPEN ? End.OPEN : End.WON).code();
    }
    return median(Arrays.stream(rows).mapToDouble(deals::age).toArray(), ends);
  }

  private static Measure median(double[] days, byte[] ends) {
    return SurvivalCurve.of(LifeTable.ofDays(days, ends))
        .withConfidence(DealKpis.CONFIDENCE)
        .quantile(0.5);
  }

  /** Activities logged in the period by deals won in it. */
  static Measure activitiesPerWin(SalesFacts facts, Scope scope, Period period) {
    Measure activities = Kpis.ACTIVITY_COUNT.measure(facts, scope, period);
    int won = DealKpis.closed(facts.deals(), scope, period, Outcome.WON).length;
    if (!activities.isPresent()) {
      return activities;
    }
    return won == 0
        ? Measure.noData(Unit.COUNT, 0, NoData.NOTHING_OBSERVED)
        : Measure.of(activities.value() / won, Unit.COUNT, won);
  }
}
