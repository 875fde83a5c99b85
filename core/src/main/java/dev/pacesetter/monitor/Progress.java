package dev.pacesetter.monitor;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import java.time.LocalDate;

/**
 * How much of the working time is over at the end of a day.
 *
 * @param elapsed working days of the period up to and including the day
 * @param days working days of the period
 * @param elapsedInMonth working days of the current month up to and including the day
 * @param daysInMonth working days of the current month; 0 when the day is in no month of the period
 */
public record Progress(int elapsed, int days, int elapsedInMonth, int daysInMonth) {

  static Progress of(Period period, Period month, LocalDate day, FiscalCalendar calendar) {
    boolean inMonth = month.contains(day);
    return new Progress(
        elapsed(period, day, calendar),
        calendar.workingDays(period.start(), period.end()),
        inMonth ? elapsed(month, day, calendar) : 0,
        inMonth ? calendar.workingDays(month.start(), month.end()) : 0);
  }

  private static int elapsed(Period period, LocalDate day, FiscalCalendar calendar) {
    LocalDate end = day.isBefore(period.end()) ? day.plusDays(1) : period.end();
    return calendar.workingDays(period.start(), end);
  }

  /**
   * Returns the working days left after the day.
   *
   * @return {@code days - elapsed}, at least 0
   */
  public int remaining() {
    return days - elapsed;
  }

  /**
   * Returns how much of the current month's work is over.
   *
   * @return from 0 to 1; 0 when there is no current month or no working day in it
   */
  public double shareOfMonth() {
    return daysInMonth == 0 ? 0 : (double) elapsedInMonth / daysInMonth;
  }

  /**
   * Returns how much of the period's work is over.
   *
   * @return from 0 to 1; 0 for a period without working days
   */
  public double share() {
    return days == 0 ? 0 : (double) elapsed / days;
  }
}
