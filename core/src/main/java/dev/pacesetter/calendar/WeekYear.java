package dev.pacesetter.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * What a fiscal year of 52 or 53 whole weeks is like: on which weekday it ends, near the end of
 * which month, and how its weeks are gathered into months.
 *
 * <p>The retail year of the National Retail Federation is {@code
 * WeekYear.endingNearest(DayOfWeek.SATURDAY, Month.JANUARY, WeekPattern.FOUR_FIVE_FOUR)}, in a
 * calendar whose years are {@linkplain FiscalCalendar#namedAfterStart() named after their start}.
 *
 * @param pattern how weeks are gathered into months
 * @param lastDay the weekday on which every year ends
 * @param lastMonth the month at whose end a year ends
 * @param end which of those weekdays is the last day
 * @param longMonth the month, from 1, that takes the 53rd week; from 1 to 12 or 13
 * @see <a href="https://www.irs.gov/publications/p538">IRS Publication 538, 52-53-week tax year</a>
 */
public record WeekYear(
    WeekPattern pattern, DayOfWeek lastDay, Month lastMonth, End end, int longMonth) {

  /** Which weekday around the end of the month is the last day of the year. */
  public enum End {
    /** The last such weekday within the month, up to six days before its end. */
    LAST,
    /** The one nearest to the last day of the month, up to three days before or after. */
    NEAREST
  }

  /**
   * Checks the month that takes the 53rd week.
   *
   * @throws IllegalArgumentException if the year has no such month
   */
  public WeekYear {
    Objects.requireNonNull(lastDay);
    Objects.requireNonNull(lastMonth);
    Objects.requireNonNull(end);
    checkArgument(
        longMonth >= 1 && longMonth <= pattern.months(),
        "the month that takes the 53rd week is %s; a year of %s has the months 1 to %s",
        longMonth,
        pattern,
        pattern.months());
  }

  /**
   * Returns years that end on the last such weekday of a month; the last month takes the 53rd week.
   *
   * @param lastDay the weekday
   * @param lastMonth the month
   * @param pattern how weeks are gathered into months
   * @return the years
   */
  public static WeekYear endingOnLast(DayOfWeek lastDay, Month lastMonth, WeekPattern pattern) {
    return new WeekYear(pattern, lastDay, lastMonth, End.LAST, pattern.months());
  }

  /**
   * Returns years that end on the weekday nearest to the end of a month, which may be one of the
   * first three days of the month after; the last month takes the 53rd week.
   *
   * @param lastDay the weekday
   * @param lastMonth the month
   * @param pattern how weeks are gathered into months
   * @return the years
   */
  public static WeekYear endingNearest(DayOfWeek lastDay, Month lastMonth, WeekPattern pattern) {
    return new WeekYear(pattern, lastDay, lastMonth, End.NEAREST, pattern.months());
  }

  /**
   * Returns these years with another month that takes the 53rd week.
   *
   * @param month the month, from 1
   * @return the years
   * @throws IllegalArgumentException if the year has no such month
   */
  public WeekYear withLongMonth(int month) {
    return new WeekYear(pattern, lastDay, lastMonth, end, month);
  }

  /** The last day of the year that ends with {@link #lastMonth} of a calendar year. */
  LocalDate lastDayOf(int year) {
    LocalDate latest = YearMonth.of(year, lastMonth).atEndOfMonth();
    return (end == End.LAST ? latest : latest.plusDays(3))
        .with(TemporalAdjusters.previousOrSame(lastDay));
  }

  /** Returns, for example, {@code 4-5-4 ending on the last SATURDAY of AUGUST}. */
  @Override
  public String toString() {
    return pattern
        + " ending on the "
        + (end == End.LAST ? "last " + lastDay + " of " : lastDay + " nearest to the end of ")
        + lastMonth;
  }
}
