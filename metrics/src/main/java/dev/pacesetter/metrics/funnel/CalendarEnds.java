package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.column.Ticks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a calendar window, which are the same for all times of a day and remembered by it:
 * the calendar is asked once a day rather than once a row. Threads may ask at the same time; what
 * one of them does not see of another's it works out again.
 */
final class CalendarEnds {
  /** Half days of about three years; in a half day are at most two local days. */
  private static final int HALVES = 1 << 11;

  private record Day(long from, long to, long end) {
    boolean holds(long at) {
      return from <= at && at <= to;
    }
  }

  private final Window window;
  private final ZoneId zone;
  private final TimeUnit unit;
  private final long halfDay;
  private final @Nullable Day[] known = new @Nullable Day[2 * HALVES];

  CalendarEnds(Window window, ZoneId zone, TimeUnit unit) {
    this.window = window;
    this.zone = zone;
    this.unit = unit;
    halfDay = Math.max(1, unit.convert(12, TimeUnit.HOURS));
  }

  /** The last tick inside the window that starts at a tick. */
  long end(long start) {
    int slot = 2 * (int) Math.floorMod(Math.floorDiv(start, halfDay), (long) HALVES);
    @Nullable Day latest = known[slot];
    if (latest != null && latest.holds(start)) {
      return latest.end;
    }
    @Nullable Day other = known[slot + 1];
    if (other != null && other.holds(start)) {
      return other.end;
    }
    Day day = day(start);
    known[slot + 1] = latest;
    known[slot] = day;
    return day.end;
  }

  private Day day(long start) {
    long end = window.calendarDeadline(start, unit);
    try {
      LocalDate date = Ticks.toInstant(start, unit).atZone(zone).toLocalDate();
      Instant first = date.atStartOfDay(zone).toInstant();
      Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
      long from = Ticks.of(first.minusNanos(1), unit) + 1;
      return new Day(from, Ticks.of(next.minusNanos(1), unit), end);
    } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
      return new Day(start, start, end);
    }
  }
}
