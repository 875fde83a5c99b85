package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.column.Ticks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much time there is, counted from a row and with its end included.
 *
 * <p>Elapsed time takes no notice of the calendar: a day is 24 hours, also where the clocks change.
 * Calendar windows end with the end of a day in a zone: {@code days(0, zone)} is the rest of the
 * day, {@code months(1, zone)} from 31 January lasts through 28 or 29 February.
 *
 * <p>A window that would end after the last time there is, that is longer than a {@code long} has
 * units, or that starts outside the years of the calendar has no end.
 */
public final class Window {
  /** No limit. */
  public static final Window UNLIMITED = new Window(null, 0, ChronoUnit.FOREVER, null);

  private final @Nullable Duration elapsed;
  private final int count;
  private final ChronoUnit calendarUnit;
  private final @Nullable ZoneId zone;

  private Window(
      @Nullable Duration elapsed, int count, ChronoUnit calendarUnit, @Nullable ZoneId zone) {
    this.elapsed = elapsed;
    this.count = count;
    this.calendarUnit = calendarUnit;
    this.zone = zone;
  }

  /**
   * Returns a window of elapsed time.
   *
   * @param elapsed the time, at least 0; 0 is the same instant
   * @return the window
   * @throws IllegalArgumentException if it is negative
   */
  public static Window of(Duration elapsed) {
    checkArgument(!elapsed.isNegative(), "window is %s; it must not be negative", elapsed);
    return new Window(elapsed, 0, ChronoUnit.NANOS, null);
  }

  /**
   * Returns a window to the end of a calendar day.
   *
   * @param days how many days after the day it starts on, at least 0
   * @param zone whose days
   * @return the window
   * @throws IllegalArgumentException if the number is negative
   */
  public static Window days(int days, ZoneId zone) {
    checkArgument(days >= 0, "window is %s calendar days; it must not be negative", days);
    return new Window(null, days, ChronoUnit.DAYS, Objects.requireNonNull(zone));
  }

  /**
   * Returns a window to the end of the calendar day some months later.
   *
   * @param months how many months, at least 0
   * @param zone whose days
   * @return the window
   * @throws IllegalArgumentException if the number is negative
   */
  public static Window months(int months, ZoneId zone) {
    checkArgument(months >= 0, "window is %s calendar months; it must not be negative", months);
    return new Window(null, months, ChronoUnit.MONTHS, Objects.requireNonNull(zone));
  }

  /**
   * Returns the window that reads so; undoes {@link #toString}.
   *
   * @param text {@code unlimited}; a duration such as {@code 90d}, {@code 36h}, {@code 15min},
   *     {@code 10s}, {@code 5ms}, {@code 3us}, {@code 2ns} or in ISO-8601; or {@code 3 days in
   *     Europe/Paris}, {@code 1 month in '+08:00'} with a zone as {@link ZoneId#of(String)} takes
   *     it
   * @return the window
   * @throws IllegalArgumentException if it is anything else; the message has the column, what was
   *     found there and what is allowed
   */
  public static Window parse(String text) {
    LineReader line = new LineReader("window", text);
    Window window = read(line);
    line.end();
    return window;
  }

  /** Reads a window that comes next. */
  static Window read(LineReader line) {
    if (line.takes("unlimited")) {
      return UNLIMITED;
    }
    if (!line.seesDigits()) {
      line.allows("3 days in Europe/Paris");
      return of(line.word(DurationText.EXAMPLES, DurationText::parse));
    }
    int count = line.word("a number", Window::toCount);
    line.allows("a unit with no space before it as in 90d");
    boolean ofDays = line.takes("days") || line.takes("day");
    if (!ofDays && !line.takes("months") && !line.takes("month")) {
      throw line.unexpected();
    }
    line.needs("in");
    ZoneId zone = line.name("a zone such as Europe/Paris or '+08:00'", Window::toZone);
    return ofDays ? days(count, zone) : months(count, zone);
  }

  private static int toCount(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException(
          "window is " + digits + "; it must be at most " + Integer.MAX_VALUE, tooLarge);
    }
  }

  private static ZoneId toZone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "zone is '" + id + "'; it must be one of java.time", unknown);
    }
  }

  /**
   * Returns whether there is a limit.
   *
   * @return false for {@link #UNLIMITED}
   */
  public boolean isLimited() {
    return elapsed != null || zone != null;
  }

  /** The length in ticks where it does not depend on the start, -1 where it does. */
  long length(TimeUnit unit) {
    if (elapsed != null) {
      try {
        return Ticks.of(elapsed, unit);
      } catch (ArithmeticException longerThanAnything) {
        return Long.MAX_VALUE;
      }
    }
    return zone == null ? Long.MAX_VALUE : -1;
  }

  /** The ends of a calendar window; null where the length does not depend on the start. */
  @Nullable CalendarEnds calendarEnds(TimeUnit unit) {
    return zone == null ? null : new CalendarEnds(this, zone, unit);
  }

  /** The last tick inside a calendar window; the largest of all where the calendar ends before. */
  long calendarDeadline(long start, TimeUnit unit) {
    try {
      LocalDate first =
          Ticks.toInstant(start, unit).atZone(Objects.requireNonNull(zone)).toLocalDate();
      Instant end = first.plus(count, calendarUnit).plusDays(1).atStartOfDay(zone).toInstant();
      return Ticks.of(end.minusNanos(1), unit);
    } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Window that
        && Objects.equals(elapsed, that.elapsed)
        && count == that.count
        && calendarUnit == that.calendarUnit
        && Objects.equals(zone, that.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(elapsed, count, calendarUnit, zone);
  }

  /** Reads like {@code unlimited}, {@code 90d}, {@code 36h}, {@code 3 days in Europe/Paris}. */
  @Override
  public String toString() {
    if (elapsed != null) {
      return DurationText.of(elapsed);
    }
    if (zone == null) {
      return "unlimited";
    }
    String unit = calendarUnit == ChronoUnit.DAYS ? " day" : " month";
    return count + unit + (count == 1 ? "" : "s") + " in " + NameText.of(zone.getId());
  }
}
