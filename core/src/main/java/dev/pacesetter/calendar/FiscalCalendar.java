package dev.pacesetter.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fiscal years, quarters and months in one zone, and the days on which people work.
 *
 * <p>A fiscal year is twelve calendar months and is named after the calendar year in which it ends:
 * with a start in July, {@code FY2026} runs from 2025-07-01 to 2026-06-30. {@code FY2026-07} is the
 * seventh month of the fiscal year, which is July only when the year starts in January.
 */
public final class FiscalCalendar {
  private static final Pattern NAME = Pattern.compile("FY(\\d{4})(?:-(?:Q([1-4])|(\\d{2})))?");
  private static final int MONTHS_A_QUARTER = 3;

  private final Month firstMonth;
  private final ZoneId zone;
  private final ImmutableSet<DayOfWeek> weekend;
  private final ImmutableSortedSet<LocalDate> holidays;

  private FiscalCalendar(
      Month firstMonth,
      ZoneId zone,
      ImmutableSet<DayOfWeek> weekend,
      ImmutableSortedSet<LocalDate> holidays) {
    this.firstMonth = firstMonth;
    this.zone = zone;
    this.weekend = weekend;
    this.holidays = holidays;
  }

  /**
   * Returns a calendar whose year starts on the first day of a month, with Saturday and Sunday off
   * and no holidays.
   *
   * @param firstMonth the month in which the fiscal year starts
   * @param zone where a day begins and ends
   * @return the calendar
   */
  public static FiscalCalendar startingIn(Month firstMonth, ZoneId zone) {
    return new FiscalCalendar(
        Objects.requireNonNull(firstMonth),
        Objects.requireNonNull(zone),
        ImmutableSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
        ImmutableSortedSet.of());
  }

  /**
   * Returns this calendar with other days off in every week.
   *
   * @param weekend the weekdays on which nobody works; at most six
   * @return the calendar
   * @throws IllegalArgumentException if every weekday is off
   */
  public FiscalCalendar withWeekend(Iterable<DayOfWeek> weekend) {
    ImmutableSet<DayOfWeek> days = ImmutableSet.copyOf(weekend);
    checkArgument(days.size() < 7, "the weekend is %s; at least one weekday must remain", days);
    return new FiscalCalendar(firstMonth, zone, days, holidays);
  }

  /**
   * Returns this calendar with these public holidays and no others.
   *
   * @param holidays days on which nobody works
   * @return the calendar
   */
  public FiscalCalendar withHolidays(Iterable<LocalDate> holidays) {
    return new FiscalCalendar(firstMonth, zone, weekend, ImmutableSortedSet.copyOf(holidays));
  }

  /**
   * Returns the month in which the fiscal year starts.
   *
   * @return the first month
   */
  public Month firstMonth() {
    return firstMonth;
  }

  /**
   * Returns where a day begins and ends.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Returns the days off in every week.
   *
   * @return the weekdays on which nobody works, at most six
   */
  public ImmutableSet<DayOfWeek> weekend() {
    return weekend;
  }

  /**
   * Returns the public holidays.
   *
   * @return the days in order
   */
  public ImmutableSortedSet<LocalDate> holidays() {
    return holidays;
  }

  /**
   * Finds a period by its name; undoes {@link Period#toString}.
   *
   * @param name {@code FY2026}, {@code FY2026-Q3} or {@code FY2026-07}
   * @return the period
   * @throws IllegalArgumentException if the name is none of these, or the month is not 01 to 12
   */
  public Period period(String name) {
    Matcher matcher = NAME.matcher(name);
    checkArgument(
        matcher.matches(), "period is '%s'; allowed are FY2026, FY2026-Q3 and FY2026-07", name);
    int year = Integer.parseInt(matcher.group(1));
    @Nullable String quarter = matcher.group(2);
    @Nullable String month = matcher.group(3);
    if (quarter != null) {
      return quarter(year, Integer.parseInt(quarter));
    }
    if (month != null) {
      int number = Integer.parseInt(month);
      checkArgument(
          number >= 1 && number <= 12, "period is '%s'; its month must be 01 to 12", name);
      return month(year, number);
    }
    return year(year);
  }

  /**
   * Returns the period of a kind that a day belongs to.
   *
   * @param kind year, quarter or month
   * @param day the day
   * @return the period containing {@code day}
   */
  public Period periodOf(PeriodKind kind, LocalDate day) {
    int offset = Math.floorMod(day.getMonthValue() - firstMonth.getValue(), 12);
    LocalDate start = day.withDayOfMonth(1).minusMonths(offset);
    int year = start.plusMonths(11).getYear();
    return switch (kind) {
      case YEAR -> year(year);
      case QUARTER -> quarter(year, offset / MONTHS_A_QUARTER + 1);
      case MONTH -> month(year, offset + 1);
    };
  }

  /**
   * Returns the period of the same kind just before another.
   *
   * @param period the period
   * @return the one that ends where {@code period} starts
   */
  public Period before(Period period) {
    return periodOf(period.kind(), period.start().minusDays(1));
  }

  /**
   * Returns the period of the same kind one year earlier.
   *
   * @param period the period
   * @return the same quarter or month of the previous fiscal year, or the previous year
   */
  public Period yearBefore(Period period) {
    return periodOf(period.kind(), period.start().minusYears(1));
  }

  /**
   * Returns the twelve months up to a day: a rolling year, whatever month the fiscal year starts
   * in. Its name is not one that {@link #period} reads.
   *
   * @param end the day after the last
   * @return the year that ends where {@code end} starts
   */
  public Period yearUpTo(LocalDate end) {
    LocalDate start = end.minusYears(1);
    return new Period(PeriodKind.YEAR, start + "/" + end, start, end);
  }

  /**
   * Returns the months of a period in order.
   *
   * @param period a year, quarter or month
   * @return twelve, three or one month
   * @throws IllegalArgumentException if the period is not on the borders of this calendar
   */
  public ImmutableList<Period> monthsOf(Period period) {
    return partsOf(period, PeriodKind.MONTH);
  }

  /**
   * Returns the parts of a kind that make up a period, in order.
   *
   * @param period the whole
   * @param kind the kind of the parts, not longer than the whole
   * @return the parts; they cover the whole without gap or overlap
   * @throws IllegalArgumentException if {@code kind} is longer than the whole, or the whole is not
   *     on the borders of this calendar
   */
  public ImmutableList<Period> partsOf(Period period, PeriodKind kind) {
    checkArgument(
        kind.compareTo(period.kind()) >= 0,
        "%s is a %s and cannot be divided into parts of kind %s",
        period,
        period.kind(),
        kind);
    ImmutableList.Builder<Period> parts = ImmutableList.builder();
    for (LocalDate day = period.start(); day.isBefore(period.end()); ) {
      Period part = periodOf(kind, day);
      checkArgument(
          period.encloses(part),
          "%s [%s, %s) is not on the borders of the %s, whose %s reaches over them",
          period,
          period.start(),
          period.end(),
          this,
          part);
      parts.add(part);
      day = part.end();
    }
    return parts.build();
  }

  /**
   * Returns whether people work on a day.
   *
   * @param day the day
   * @return whether it is neither weekend nor holiday
   */
  public boolean isWorkingDay(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /**
   * Counts working days in {@code [start, end)}.
   *
   * @param start the first day counted
   * @param end the first day not counted
   * @return the number of working days, 0 when {@code end} is not after {@code start}
   */
  public int workingDays(LocalDate start, LocalDate end) {
    int count = 0;
    for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /**
   * Returns the day an instant falls on in this calendar's zone.
   *
   * @param instant the instant
   * @return the local day
   */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /**
   * Returns the first instant of a day; where midnight is skipped by a clock change, the first
   * instant that exists.
   *
   * @param day the day
   * @return its first instant
   */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /**
   * Returns the last instant of a day: one nanosecond before the next day starts. It is the as-of
   * instant for "as of the evening of that day".
   *
   * @param day the day
   * @return its last instant
   */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1)).minusNanos(1);
  }

  private Period year(int year) {
    LocalDate start = startOfYear(year);
    return new Period(PeriodKind.YEAR, name(year), start, start.plusYears(1));
  }

  private Period quarter(int year, int quarter) {
    LocalDate start = startOfYear(year).plusMonths((quarter - 1L) * MONTHS_A_QUARTER);
    return new Period(
        PeriodKind.QUARTER, name(year) + "-Q" + quarter, start, start.plusMonths(MONTHS_A_QUARTER));
  }

  private Period month(int year, int month) {
    LocalDate start = startOfYear(year).plusMonths(month - 1L);
    String name = name(year) + String.format(Locale.ROOT, "-%02d", month);
    return new Period(PeriodKind.MONTH, name, start, start.plusMonths(1));
  }

  private LocalDate startOfYear(int year) {
    return LocalDate.of(firstMonth == Month.JANUARY ? year : year - 1, firstMonth, 1);
  }

  private static String name(int year) {
    return String.format(Locale.ROOT, "FY%04d", year);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FiscalCalendar that
        && firstMonth == that.firstMonth
        && zone.equals(that.zone)
        && weekend.equals(that.weekend)
        && holidays.equals(that.holidays);
  }

  @Override
  public int hashCode() {
    return Objects.hash(firstMonth, zone, weekend, holidays);
  }

  @Override
  public String toString() {
    return "fiscal year from " + firstMonth + " in " + zone;
  }
}
