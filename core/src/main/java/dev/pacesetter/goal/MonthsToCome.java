package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.calendar.WeekYear;
import java.time.LocalDate;

/**
 * The months of a period that is still to come.
 *
 * <p>Calendar months count as equally long. Months of weeks do not: one of five weeks is a quarter
 * longer than one of four, and the month that takes a 53rd week is longer in that year than in
 * others.
 *
 * @param aYear how many months a fiscal year has
 * @param places which months of the fiscal year they are, from 0
 * @param lengths how long each is, as a multiple of the average month
 */
record MonthsToCome(int aYear, ImmutableIntArray places, ImmutableDoubleArray lengths) {
  private static final double WEEKS_A_YEAR = 52;
  private static final int WEEK = 7;

  static MonthsToCome of(Period period, FiscalCalendar calendar) {
    ImmutableIntArray.Builder places = ImmutableIntArray.builder();
    ImmutableDoubleArray.Builder lengths = ImmutableDoubleArray.builder();
    for (Period month : months(period, calendar)) {
      places.add(calendar.monthOfYear(month.start()) - 1);
      lengths.add(length(month, calendar));
    }
    return new MonthsToCome(calendar.monthsAYear(), places.build(), lengths.build());
  }

  /** As many as start with the period and each month after; a calendar month ends a month later. */
  private static ImmutableList<Period> months(Period period, FiscalCalendar calendar) {
    ImmutableList.Builder<Period> months = ImmutableList.builder();
    LocalDate day = period.start();
    for (int i = 1; day.isBefore(period.end()); i++) {
      Period month = calendar.periodOf(PeriodKind.MONTH, day);
      months.add(month);
      day = calendar.weekYear().isPresent() ? month.end() : period.start().plusMonths(i);
    }
    return months.build();
  }

  /** How long a month is, as a multiple of the average month; calendar months are all alike. */
  static double length(Period month, FiscalCalendar calendar) {
    return calendar
        .weekYear()
        .map(WeekYear::pattern)
        .map(pattern -> month.days() * pattern.months() / (WEEK * WEEKS_A_YEAR))
        .orElse(1.0);
  }

  int size() {
    return places.length();
  }
}
