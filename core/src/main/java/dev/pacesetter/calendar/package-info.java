/**
 * When things happen: fiscal periods and working days.
 *
 * <p>A {@link dev.pacesetter.calendar.FiscalCalendar} knows in which month the year turns, in which
 * zone a day begins, and on which days people work. It names and finds {@link
 * dev.pacesetter.calendar.Period}s: {@code FY2026}, {@code FY2026-Q3}, {@code FY2026-07}. Periods
 * are half-open: the start belongs to them, the end does not.
 */
@NullMarked
package dev.pacesetter.calendar;

import org.jspecify.annotations.NullMarked;
