package dev.pacesetter.plan.capacity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import java.time.LocalDate;
import java.util.function.ToDoubleFunction;

/** The working days of the months of a period, and how much of a full quota each day carries. */
final class MonthShares {
  private final ImmutableList<Period> months;
  private final ImmutableList<ImmutableList<LocalDate>> days;
  private final double[] perDay;

  private MonthShares(
      ImmutableList<Period> months, ImmutableList<ImmutableList<LocalDate>> days, double[] perDay) {
    this.months = months;
    this.days = days;
    this.perDay = perDay;
  }

  static MonthShares of(Period period, FiscalCalendar calendar, ToDoubleFunction<Period> season) {
    ImmutableList<Period> months = calendar.monthsOf(period);
    ImmutableList<ImmutableList<LocalDate>> days =
        months.stream()
            .map(
                month ->
                    month
                        .start()
                        .datesUntil(month.end())
                        .filter(calendar::isWorkingDay)
                        .collect(ImmutableList.toImmutableList()))
            .collect(ImmutableList.toImmutableList());
    double[] perDay = new double[months.size()];
    double sum = 0;
    for (int month = 0; month < perDay.length; month++) {
      perDay[month] = season.applyAsDouble(months.get(month));
      checkArgument(
          Double.isFinite(perDay[month]) && perDay[month] >= 0,
          "the season's factor of %s is %s; it must be finite and at least 0",
          months.get(month),
          perDay[month]);
      sum += perDay[month] * days.get(month).size();
    }
    checkArgument(
        sum > 0, "%s has no working day in a month with a factor above 0; nobody can sell", period);
    for (int month = 0; month < perDay.length; month++) {
      perDay[month] /= sum;
    }
    return new MonthShares(months, days, perDay);
  }

  int size() {
    return months.size();
  }

  ImmutableList<Period> months() {
    return months;
  }

  ImmutableList<LocalDate> days(int month) {
    return days.get(month);
  }

  /** The share of the period's quota that one working day of a month carries; all add up to 1. */
  double perDay(int month) {
    return perDay[month];
  }
}
