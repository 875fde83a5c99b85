package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.plan.SalesPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What was credited in the part of the business that a plan speaks of, before the plan begins. */
final class PlanHistory {
  private static final int MOST_YEARS = 3;
  private static final int MOST_PERIODS = 8;

  private final SalesPlan plan;
  private final FiscalCalendar calendar;
  private final Credits credits;
  private final int[] rows;

  /** The epoch day of the first credit. */
  private final long first;

  /** The day after the last that is recorded. */
  private final LocalDate until;

  private PlanHistory(
      SalesPlan plan, FiscalCalendar calendar, Credits credits, int[] rows, LocalDate until) {
    this.plan = plan;
    this.calendar = calendar;
    this.credits = credits;
    this.rows = rows;
    this.until = until;
    long earliest = Long.MAX_VALUE;
    for (int row : rows) {
      earliest = Math.min(earliest, credits.day(row));
    }
    first = earliest;
  }

  static PlanHistory of(SalesPlan plan, SalesFacts facts) {
    Credits credits = plan.kpi().credits(facts);
    FiscalCalendar calendar = facts.calendar();
    LocalDate end = facts.today().plusDays(1);
    LocalDate until = end.isBefore(plan.period().start()) ? end : plan.period().start();
    return new PlanHistory(
        plan, calendar, credits, credits.rows(plan.scope(), LocalDate.ofEpochDay(0), until), until);
  }

  /** How many credits there are. */
  int size() {
    return rows.length;
  }

  /** The average credit; nothing where there is none. */
  OptionalDouble averageCredit() {
    double sum = 0;
    for (int row : rows) {
      sum += credits.value(row);
    }
    return rows.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / rows.length);
  }

  /** Past periods as long as the plan's and recorded as a whole, the latest first. */
  ImmutableList<Period> periods() {
    List<Period> before = new ArrayList<>();
    Period period = plan.period();
    while (before.size() < MOST_PERIODS) {
      period = calendar.before(period);
      if (period.start().toEpochDay() < startOfRecord()) {
        return ImmutableList.copyOf(before);
      }
      if (!period.end().isAfter(until)) {
        before.add(period);
      }
    }
    return ImmutableList.copyOf(before);
  }

  /**
   * The plan's period in years before, as far as they are recorded as a whole, the latest first.
   */
  ImmutableList<Period> years() {
    List<Period> years = new ArrayList<>();
    Period period = plan.period();
    while (years.size() < MOST_YEARS) {
      period = calendar.yearBefore(period);
      if (period.start().toEpochDay() < startOfRecord()) {
        break;
      }
      if (!period.end().isAfter(until)) {
        years.add(period);
      }
    }
    return ImmutableList.copyOf(years);
  }

  /** Records begin on the first day of the month of the first credit. */
  private long startOfRecord() {
    return first == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : calendar.periodOf(PeriodKind.MONTH, LocalDate.ofEpochDay(first)).start().toEpochDay();
  }

  /** What was credited in each month of a period. */
  long[] months(Period period) {
    ImmutableList<Period> months = calendar.monthsOf(period);
    long[] sums = new long[months.size()];
    for (int month = 0; month < sums.length; month++) {
      sums[month] = total(Scope.company(), months.get(month));
    }
    return sums;
  }

  long ofPerson(String person, Period period) {
    return total(Scope.person(person), period);
  }

  long ofProduct(String product, Period period) {
    return total(Scope.company().and(Dimension.PRODUCT, product), period);
  }

  long total(Scope scope, Period period) {
    long sum = 0;
    for (int row : credits.rows(scope, rows)) {
      int day = credits.day(row);
      if (day >= period.start().toEpochDay() && day < period.end().toEpochDay()) {
        sum = Math.addExact(sum, credits.value(row));
      }
    }
    return sum;
  }

  /** The shares of months in recorded years together; empty without any. */
  double[] monthShares() {
    double[] shares = new double[plan.months().size()];
    double sum = 0;
    for (Period year : years()) {
      long[] months = months(year);
      for (int month = 0; month < Math.min(shares.length, months.length); month++) {
        shares[month] += Math.max(0, months[month]);
        sum += Math.max(0, months[month]);
      }
    }
    if (sum == 0) {
      return new double[0];
    }
    for (int month = 0; month < shares.length; month++) {
      shares[month] /= sum;
    }
    return shares;
  }
}
