package dev.pacesetter.calendar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fiscal years and their parts in one zone, and the days on which people work.
 *
 * <p>A fiscal year is twelve calendar months from any month on, or 52 or 53 whole weeks. It is
 * named after the calendar year in which it ends, or on request in which it starts: with a start in
 * July, {@code FY2026} runs from 2025-07-01 to 2026-06-30. {@code FY2026-07} is the seventh month
 * of the fiscal year, which is July only when the year starts in January. A year of weeks counts as
 * ending with its last month, also where its last day is one of the first three of the month after.
 *
 * <p>The parts of a year are those of {@link PeriodKind}: a tree of years, halves, quarters, months
 * and, in years of weeks, weeks. ISO weeks stand beside the tree in every calendar.
 */
public final class FiscalCalendar {
  private static final WorkingDays MONDAY_TO_FRIDAY =
      WorkingDays.without(ImmutableSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), ImmutableSet.of());
  private static final int WEEKS_A_YEAR = 52;

  private final Periods periods;
  private final ZoneId zone;
  private final WorkingDays workingDays;

  private FiscalCalendar(Periods periods, ZoneId zone, WorkingDays workingDays) {
    this.periods = periods;
    this.zone = zone;
    this.workingDays = workingDays;
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
    return of(new MonthYears(Objects.requireNonNull(firstMonth)), zone);
  }

  /**
   * Returns a calendar whose years are whole weeks, with Saturday and Sunday off and no holidays.
   *
   * @param year when a year ends and how its weeks are gathered into months
   * @param zone where a day begins and ends
   * @return the calendar
   */
  public static FiscalCalendar ofWeeks(WeekYear year, ZoneId zone) {
    return of(new WeekYears(Objects.requireNonNull(year)), zone);
  }

  private static FiscalCalendar of(Years years, ZoneId zone) {
    return new FiscalCalendar(
        new Periods(years, false), Objects.requireNonNull(zone), MONDAY_TO_FRIDAY);
  }

  /**
   * Returns this calendar with years named after the calendar year in which they start, as
   * retailers do whose year 2023 goes from February 2023 to January 2024. A year that starts in
   * January, or of weeks that ends with December, is named alike either way.
   *
   * @return the calendar
   */
  public FiscalCalendar namedAfterStart() {
    return new FiscalCalendar(new Periods(periods.years(), true), zone, workingDays);
  }

  /**
   * Returns this calendar with other days off in every week.
   *
   * @param weekend the weekdays on which nobody works; at most six
   * @return the calendar
   * @throws IllegalArgumentException if every weekday is off
   */
  public FiscalCalendar withWeekend(Iterable<DayOfWeek> weekend) {
    return new FiscalCalendar(periods, zone, WorkingDays.without(weekend, workingDays.holidays()));
  }

  /**
   * Returns this calendar with these public holidays and no others.
   *
   * @param holidays days on which nobody works
   * @return the calendar
   */
  public FiscalCalendar withHolidays(Iterable<LocalDate> holidays) {
    return new FiscalCalendar(periods, zone, WorkingDays.without(workingDays.weekend(), holidays));
  }

  /**
   * Returns the month in which the fiscal year starts.
   *
   * @return the first month; in years of weeks the one after the month at whose end a year ends
   */
  public Month firstMonth() {
    return periods.years().firstMonth();
  }

  /**
   * Returns what years are like that are made of weeks.
   *
   * @return the years, empty when they are made of calendar months
   */
  public Optional<WeekYear> weekYear() {
    return periods.years() instanceof WeekYears years
        ? Optional.of(years.rule())
        : Optional.empty();
  }

  /**
   * Returns after which of its ends a year is named.
   *
   * @return whether a name tells the calendar year in which the year starts; never where that is
   *     also the one in which it ends
   */
  public boolean isNamedAfterStart() {
    return periods.afterStart();
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
    return workingDays.weekend();
  }

  /**
   * Returns the public holidays.
   *
   * @return the days in order
   */
  public ImmutableSortedSet<LocalDate> holidays() {
    return workingDays.holidays();
  }

  /**
   * Returns the days on which people work, to count them and to move by them.
   *
   * @return all days but weekend and holidays
   */
  public WorkingDays workingDays() {
    return workingDays;
  }

  /**
   * Returns which kinds of periods there are.
   *
   * @return every kind, longest first, but {@link PeriodKind#WEEK} only in years of weeks
   */
  public ImmutableSet<PeriodKind> kinds() {
    return periods.kinds();
  }

  /**
   * Returns how many months a year has.
   *
   * @return 12, or 13 where periods of four weeks take the place of months
   */
  public int monthsAYear() {
    return periods.years().months();
  }

  /**
   * Returns which month of its fiscal year a day belongs to.
   *
   * @param day the day
   * @return the number of the month, from 1 to {@link #monthsAYear()}
   */
  public int monthOfYear(LocalDate day) {
    Years years = periods.years();
    return years.monthOf(years.yearOf(day), day);
  }

  /**
   * Finds a period by its name; undoes {@link Period#toString} for every period of this calendar.
   *
   * @param name {@code FY2026}, {@code FY2026-H1}, {@code FY2026-Q3}, {@code FY2026-07} (of
   *     thirteen periods {@code FY2026-P07}), in years of weeks {@code FY2026-W53}, or the ISO week
   *     {@code 2026-W53}
   * @return the period
   * @throws IllegalArgumentException if the name is none of these, or the year has no such month or
   *     week; the message says what this calendar allows
   */
  public Period period(String name) {
    return periods.named(name);
  }

  /**
   * Returns the period of a kind that a day belongs to.
   *
   * @param kind one of {@link #kinds()}
   * @param day the day
   * @return the period containing {@code day}
   * @throws IllegalArgumentException if this calendar has no such periods, or the year is not one
   *     of four digits
   */
  public Period periodOf(PeriodKind kind, LocalDate day) {
    return periods.of(kind, day);
  }

  /**
   * Returns the period of the same kind just before another.
   *
   * @param period the period
   * @return the one that ends where {@code period} starts
   * @throws IllegalArgumentException if this calendar has no such period
   */
  public Period before(Period period) {
    return periodOf(period.kind(), period.start().minusDays(1));
  }

  /**
   * Returns the period of the same kind just after another.
   *
   * @param period the period
   * @return the one that starts where {@code period} ends
   * @throws IllegalArgumentException if this calendar has no such period
   */
  public Period after(Period period) {
    return periodOf(period.kind(), period.end());
  }

  /**
   * Returns the period of the same kind and number one year earlier.
   *
   * <p>In years of weeks the two may be of unequal length: the month that takes the 53rd week, and
   * everything around it, has a week more in one of them. Week 53 is answered by week 52 where the
   * year before ends with that. To compare equal stretches, use {@link #fiftyTwoWeeksBefore}.
   *
   * @param period the period
   * @return the same half, quarter, month or week of the previous fiscal year (for an ISO week: of
   *     the previous ISO year), or the previous year
   * @throws IllegalArgumentException if this calendar has no such period
   */
  public Period yearBefore(Period period) {
    return periods.yearBefore(period);
  }

  /**
   * Returns the same weekdays, 52 weeks earlier: what a period after a 53rd week, or with one, is
   * fairly compared with. Week 1 after a year of 53 weeks is answered by week 2 of that year, which
   * is how retailers restate it; week 53 by week 1 of its own year.
   *
   * @param period any period
   * @return a stretch of the same kind and as many days; its name is one that {@link #period} reads
   *     only if it is a period of this calendar, as weeks always are
   * @throws IllegalArgumentException if this calendar has no such periods
   */
  public Period fiftyTwoWeeksBefore(Period period) {
    return periods.weeksBefore(period, WEEKS_A_YEAR);
  }

  /**
   * Returns the year up to a day: a rolling year, wherever the fiscal year starts. In years of
   * weeks it begins as many weeks and days into the year before as it ends into its own, so that up
   * to the first day of a fiscal year it is the whole year before, of 52 or 53 weeks. Its name is
   * not one that {@link #period} reads.
   *
   * @param end the day after the last
   * @return the year that ends where {@code end} starts
   */
  public Period yearUpTo(LocalDate end) {
    return periods.yearUpTo(end);
  }

  /**
   * Returns the period that another is a child of.
   *
   * @param period a period of this calendar
   * @return of a half the year, of a quarter the half, of a month the quarter, of a week the month;
   *     empty for a year, and for an ISO week, which may lie in two months or years
   * @throws IllegalArgumentException if it is no period of this calendar
   */
  public Optional<Period> parentOf(Period period) {
    return periods.parentOf(period);
  }

  /**
   * Returns the periods of the next shorter kind that make up a period, in the order of time.
   *
   * @param period a period of this calendar
   * @return halves, quarters, months, or in years of weeks weeks; they cover the period without gap
   *     or overlap; none for a week and for a calendar month
   * @throws IllegalArgumentException if the period is not on the borders of this calendar
   */
  public ImmutableList<Period> childrenOf(Period period) {
    return periods.childrenOf(period);
  }

  /**
   * Returns the months of a period in order.
   *
   * @param period a year, half, quarter or month
   * @return the months; in a quarter three, or four at the end of a year of thirteen
   * @throws IllegalArgumentException if the period is a week, or not on the borders of this
   *     calendar
   */
  public ImmutableList<Period> monthsOf(Period period) {
    return partsOf(period, PeriodKind.MONTH);
  }

  /**
   * Returns the parts of a kind that make up a period, in order.
   *
   * @param period the whole
   * @param kind the kind of the parts, not longer than the whole, and not ISO weeks unless the
   *     whole is one
   * @return the parts; they cover the whole without gap or overlap
   * @throws IllegalArgumentException if the whole is not made of such parts, this calendar has
   *     none, or the whole is not on the borders of this calendar
   */
  public ImmutableList<Period> partsOf(Period period, PeriodKind kind) {
    return periods.partsOf(period, kind);
  }

  /**
   * Returns whether people work on a day.
   *
   * @param day the day
   * @return whether it is neither weekend nor holiday
   */
  public boolean isWorkingDay(LocalDate day) {
    return workingDays.contains(day);
  }

  /**
   * Counts working days in {@code [start, end)}.
   *
   * @param start the first day counted
   * @param end the first day not counted
   * @return the number of working days, 0 when {@code end} is not after {@code start}
   */
  public int workingDays(LocalDate start, LocalDate end) {
    return workingDays.count(start, end);
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FiscalCalendar that
        && periods.equals(that.periods)
        && zone.equals(that.zone)
        && workingDays.equals(that.workingDays);
  }

  @Override
  public int hashCode() {
    return Objects.hash(periods, zone, workingDays);
  }

  @Override
  public String toString() {
    return periods + " in " + zone;
  }
}
