/**
 * When things happen: fiscal periods and working days.
 *
 * <p>A {@link dev.pacesetter.calendar.FiscalCalendar} knows when the year turns, in which zone a
 * day begins, and on which days people work. It is the one entry:
 *
 * <ul>
 *   <li>{@code FiscalCalendar.startingIn(Month.JULY, zone)} has years of twelve calendar months;
 *   <li>{@code FiscalCalendar.ofWeeks(WeekYear.endingOnLast(SATURDAY, AUGUST, FOUR_FOUR_FIVE),
 *       zone)} has years of 52 or 53 weeks, see {@link dev.pacesetter.calendar.WeekYear} and {@link
 *       dev.pacesetter.calendar.WeekPattern};
 *   <li>{@code namedAfterStart()}, {@code withWeekend} and {@code withHolidays} change the rest.
 * </ul>
 *
 * <p>It names and finds {@link dev.pacesetter.calendar.Period}s of every {@link
 * dev.pacesetter.calendar.PeriodKind}: {@code FY2026}, {@code FY2026-H1}, {@code FY2026-Q3}, {@code
 * FY2026-07} (or {@code FY2026-P07}), {@code FY2026-W53}, and the ISO week {@code 2026-W53}. It
 * tells the parent and the children of a period, the one before and after it, and the one a year
 * before. Periods are half-open: the start belongs to them, the end does not. {@link
 * dev.pacesetter.calendar.WorkingDays} counts working days and moves by them.
 */
@NullMarked
package dev.pacesetter.calendar;

import org.jspecify.annotations.NullMarked;
