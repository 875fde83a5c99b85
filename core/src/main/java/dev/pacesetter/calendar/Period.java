package dev.pacesetter.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A named stretch of days, half-open: {@code [start, end)}.
 *
 * <p>Fiscal periods are made by a {@link FiscalCalendar}. They sort by start, then longest first,
 * so that a year comes before its first quarter.
 *
 * @param kind how long the period is
 * @param name what people call it, such as {@code FY2026-Q3}
 * @param start the first day
 * @param end the day after the last; after {@code start}
 */
public record Period(PeriodKind kind, String name, LocalDate start, LocalDate end)
    implements Comparable<Period> {
  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::start)
          .thenComparing(Period::end, Comparator.reverseOrder())
          .thenComparing(Period::name);

  /**
   * Checks that the period has at least one day.
   *
   * @throws IllegalArgumentException if {@code end} is not after {@code start}
   */
  public Period {
    checkArgument(
        start.isBefore(end),
        "Period %s is [%s, %s); its end must be after its start",
        name,
        start,
        end);
  }

  /**
   * Returns whether a day belongs to this period.
   *
   * @param day the day
   * @return whether {@code start <= day < end}
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  /**
   * Returns whether every day of another period belongs to this one.
   *
   * @param other the other period
   * @return whether {@code other} lies inside this period
   */
  public boolean encloses(Period other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /**
   * Returns the number of calendar days.
   *
   * @return the days, at least 1
   */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
  }

  /**
   * Returns the last day, the one before {@link #end()}.
   *
   * @return the last day that belongs to the period
   */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  /** Returns the name; that of a fiscal period is read back by {@link FiscalCalendar#period}. */
  @Override
  public String toString() {
    return name;
  }
}
