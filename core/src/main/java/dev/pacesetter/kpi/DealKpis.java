package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.util.Arrays;

/** Metrics over the columns of deals. */
final class DealKpis {
  static final double CONFIDENCE = 0.95;

  private DealKpis() {}

  static Measure averageWonValue(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    int[] won = closed(deals, scope, period, Outcome.WON);
    double[] amounts = new double[won.length];
    int valued = 0;
    for (int row : won) {
      if (deals.isValued(row)) {
        amounts[valued++] = deals.amount(row);
      }
    }
    if (won.length > 0 && valued == 0) {
      return Measure.noData(Unit.MONEY, won.length, NoData.NOT_RECORDED);
    }
    return Sample.of(Unit.MONEY, Arrays.copyOf(amounts, valued)).withConfidence(CONFIDENCE).mean();
  }

  static Measure cycle(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    int[] won = closed(deals, scope, period, Outcome.WON);
    double[] days = new double[won.length];
    for (int i = 0; i < won.length; i++) {
      days[i] = deals.age(won[i]);
    }
    return Sample.of(Unit.DAYS, days).withConfidence(CONFIDENCE).median();
  }

  static Measure created(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    Days days = Days.of(period);
    int created = 0;
    for (int row : deals.rowsByCreation(scope)) {
      created += days.contain(deals.createdDay(row)) ? 1 : 0;
    }
    return recorded(deals, Measure.of(created, Unit.COUNT, created));
  }

  static Measure open(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    int open = 0;
    for (int row : deals.rows(scope)) {
      open += deals.outcome(row) == Outcome.OPEN ? 1 : 0;
    }
    return recorded(deals, Measure.of(open, Unit.COUNT, open));
  }

  static Measure openValue(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    long value = 0;
    int open = 0;
    int valued = 0;
    for (int row : deals.rows(scope)) {
      if (deals.outcome(row) == Outcome.OPEN) {
        open++;
        valued += deals.isValued(row) ? 1 : 0;
        value = Math.addExact(value, deals.amount(row));
      }
    }
    return open > 0 && valued == 0
        ? Measure.noData(Unit.MONEY, open, NoData.NOT_RECORDED)
        : recorded(deals, Measure.of((double) value, Unit.MONEY, valued));
  }

  private static Measure recorded(Deals deals, Measure measure) {
    return deals.size() == 0 ? Measure.noData(measure.unit(), 0, NoData.NOT_RECORDED) : measure;
  }

  static int[] closed(Deals deals, Scope scope, Period period, Outcome outcome) {
    Days days = Days.of(period);
    int[] rows = deals.rows(scope);
    int found = 0;
    for (int row : rows) {
      if (deals.outcome(row) == outcome && days.contain(deals.closedDay(row))) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /** The days of a period as the columns have them. */
  record Days(long first, long end) {
    static Days of(Period period) {
      return new Days(period.start().toEpochDay(), period.end().toEpochDay());
    }

    boolean contain(int day) {
      return day >= first && day < end;
    }
  }
}
