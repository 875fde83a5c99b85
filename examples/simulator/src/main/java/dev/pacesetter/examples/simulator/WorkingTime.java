package dev.pacesetter.examples.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Time as the office knows it: minutes from 09:00 to 18:00 on working days, numbered from 0.
 *
 * <p>Whatever happens at a working minute happens in office hours, and adding minutes skips nights,
 * weekends and holidays.
 */
final class WorkingTime {
  static final int MINUTES_PER_DAY = 540;

  private static final LocalTime OPENING = LocalTime.of(9, 0);
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  /** Expectations may reach this far beyond the export. */
  private static final int FORESIGHT_MONTHS = 24;

  private final LocalDate[] days;
  private final long[] openings;
  private final int end;

  private WorkingTime(LocalDate[] days, long[] openings, int end) {
    this.days = days;
    this.openings = openings;
    this.end = end;
  }

  static WorkingTime of(LocalDate first, LocalDate last, ZoneId zone) {
    List<LocalDate> days = new ArrayList<>();
    int end = 0;
    LocalDate horizon = last.plusMonths(FORESIGHT_MONTHS);
    for (LocalDate day = first; day.isBefore(horizon); day = day.plusDays(1)) {
      if (isWorkingDay(day, zone)) {
        days.add(day);
        if (!day.isAfter(last)) {
          end += MINUTES_PER_DAY;
        }
      }
    }
    long[] openings =
        days.stream().mapToLong(day -> day.atTime(OPENING).atZone(zone).toEpochSecond()).toArray();
    return new WorkingTime(days.toArray(LocalDate[]::new), openings, end);
  }

  private static boolean isWorkingDay(LocalDate day, ZoneId zone) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !HOLIDAYS.contains(MonthDay.from(day))
        && keepsItsClock(day, zone);
  }

  /**
   * A day whose clock is changed during office hours, or that a zone left out, is no working day.
   */
  private static boolean keepsItsClock(LocalDate day, ZoneId zone) {
    ZonedDateTime opening = day.atTime(OPENING).atZone(zone);
    return opening.toLocalDate().equals(day)
        && opening.plusMinutes(MINUTES_PER_DAY).getOffset().equals(opening.getOffset());
  }

  /** Returns the first minute after the export. */
  int end() {
    return end;
  }

  int workingDays() {
    return end / MINUTES_PER_DAY;
  }

  LocalDate day(int index) {
    return days[index];
  }

  /** Returns the opening of the first working day that is not before a date. */
  int openingOf(LocalDate date) {
    int index = 0;
    while (index < days.length - 1 && days[index].isBefore(date)) {
      index++;
    }
    return index * MINUTES_PER_DAY;
  }

  LocalDate dateAt(int minute) {
    return days[Math.min(minute / MINUTES_PER_DAY, days.length - 1)];
  }

  Instant instantAt(int minute) {
    return Instant.ofEpochSecond(
        openings[minute / MINUTES_PER_DAY] + 60L * (minute % MINUTES_PER_DAY));
  }
}
