package dev.pacesetter.calendar;

import java.time.LocalDate;
import java.time.Month;

/** Years of twelve calendar months. */
record MonthYears(Month firstMonth) implements Years {
  private static final int MONTHS = 12;

  @Override
  public int months() {
    return MONTHS;
  }

  @Override
  public boolean hasWeeks() {
    return false;
  }

  @Override
  public int yearOf(LocalDate day) {
    boolean begun = firstMonth != Month.JANUARY && day.getMonth().compareTo(firstMonth) >= 0;
    return begun ? day.getYear() + 1 : day.getYear();
  }

  @Override
  public LocalDate start(int year) {
    return LocalDate.of(firstMonth == Month.JANUARY ? year : year - 1, firstMonth, 1);
  }

  @Override
  public int monthOf(int year, LocalDate day) {
    return Math.floorMod(day.getMonthValue() - firstMonth.getValue(), MONTHS) + 1;
  }

  @Override
  public LocalDate startOfMonth(int year, int month) {
    return start(year).plusMonths(month - 1L);
  }

  @Override
  public LocalDate yearBefore(LocalDate day) {
    return day.minusYears(1);
  }

  @Override
  public String toString() {
    return "fiscal year from " + firstMonth;
  }
}
