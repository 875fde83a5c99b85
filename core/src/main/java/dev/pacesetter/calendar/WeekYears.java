package dev.pacesetter.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;

/** Years of 52 or 53 weeks. */
record WeekYears(WeekYear rule) implements Years {
  private static final int WEEK = 7;
  private static final int SHORT_YEAR = 52;

  @Override
  public Month firstMonth() {
    return rule.lastMonth().plus(1);
  }

  @Override
  public int months() {
    return rule.pattern().months();
  }

  @Override
  public boolean hasWeeks() {
    return true;
  }

  /** A year ends within six days before and three days after the end of its last month. */
  @Override
  public int yearOf(LocalDate day) {
    int year = day.getYear();
    if (!day.isAfter(rule.lastDayOf(year - 1))) {
      return year - 1;
    }
    return day.isAfter(rule.lastDayOf(year)) ? year + 1 : year;
  }

  @Override
  public LocalDate start(int year) {
    return rule.lastDayOf(year - 1).plusDays(1);
  }

  /** The weeks of a year, 52 or 53. */
  int weeks(int year) {
    return (int) ChronoUnit.DAYS.between(start(year), start(year + 1)) / WEEK;
  }

  @Override
  public int monthOf(int year, LocalDate day) {
    int week = weekOf(year, day);
    int month = 1;
    while (week > weeksBefore(year, month + 1)) {
      month++;
    }
    return month;
  }

  @Override
  public LocalDate startOfMonth(int year, int month) {
    return start(year).plusWeeks(weeksBefore(year, month));
  }

  private int weeksBefore(int year, int month) {
    int weeks = month > rule.longMonth() && weeks(year) > SHORT_YEAR ? 1 : 0;
    for (int i = 0; i < month - 1; i++) {
      weeks += rule.pattern().weeks().get(i);
    }
    return weeks;
  }

  /** The week of a year, from 1, that a day of this year belongs to. */
  int weekOf(int year, LocalDate day) {
    return (int) ChronoUnit.DAYS.between(start(year), day) / WEEK + 1;
  }

  /** A day of a 53rd week stands for one of the first week, 52 weeks earlier. */
  @Override
  public LocalDate yearBefore(LocalDate day) {
    int year = yearOf(day);
    return start(year - 1).plusDays(ChronoUnit.DAYS.between(start(year), day));
  }

  @Override
  public String toString() {
    return "fiscal year of " + rule;
  }
}
