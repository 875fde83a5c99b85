package dev.pacesetter.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * Where the years and months of a calendar begin. Years are numbered by the calendar year with
 * whose last fiscal month they end, months from 1.
 */
sealed interface Years permits MonthYears, WeekYears {

  /** The month in which the year begins; where it ends near the end of a month, the one after. */
  Month firstMonth();

  /** Months a year, 12 or 13. */
  int months();

  /** Whether months are made of whole weeks of the year. */
  boolean hasWeeks();

  /** The year a day belongs to. */
  int yearOf(LocalDate day);

  /** The first day of a year. */
  LocalDate start(int year);

  /** The month of a year that a day of this year belongs to. */
  int monthOf(int year, LocalDate day);

  /** The first day of a month; that of the next year for the month after the last. */
  LocalDate startOfMonth(int year, int month);

  /** The day that is as far into the year before as a day is into its own. */
  LocalDate yearBefore(LocalDate day);
}
