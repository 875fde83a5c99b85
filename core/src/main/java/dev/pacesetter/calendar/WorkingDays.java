package dev.pacesetter.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days on which people work: neither weekend nor holiday.
 *
 * <p>Nothing here walks from day to day: with {@code w} working days a week and {@code h(d)} the
 * holidays on a weekday of work before day {@code d}, the working days before {@code d} are whole
 * weeks times {@code w}, plus those since the week began, less {@code h(d)}, which is found by
 * halving. A count is the difference of two such numbers.
 *
 * <p>The working day of the same number in another period is {@code days.nth(calendar.yearBefore(
 * month), days.numberOf(day, month))}.
 */
public final class WorkingDays {
  private static final int WEEK = 7;

  /** Some 3,800 years of working days; beyond, somebody has mistaken a day for a number. */
  private static final long STEPS_AT_MOST = 1_000_000;

  private final ImmutableSet<DayOfWeek> weekend;
  private final ImmutableSortedSet<LocalDate> holidays;

  /** How many of the first days of a week are worked on; the week begins where epoch days do. */
  private final int[] worked = new int[WEEK + 1];

  /** Holidays that are not on a weekend, as epoch days in order. */
  private final long[] lost;

  private WorkingDays(ImmutableSet<DayOfWeek> weekend, ImmutableSortedSet<LocalDate> holidays) {
    this.weekend = weekend;
    this.holidays = holidays;
    for (int i = 0; i < WEEK; i++) {
      boolean off = weekend.contains(LocalDate.ofEpochDay(i).getDayOfWeek());
      worked[i + 1] = worked[i] + (off ? 0 : 1);
    }
    lost =
        holidays.stream()
            .filter(day -> !weekend.contains(day.getDayOfWeek()))
            .mapToLong(LocalDate::toEpochDay)
            .toArray();
  }

  /**
   * Returns working days.
   *
   * @param weekend the weekdays on which nobody works; at most six
   * @param holidays further days on which nobody works
   * @return the working days
   * @throws IllegalArgumentException if every weekday is off
   */
  public static WorkingDays without(Iterable<DayOfWeek> weekend, Iterable<LocalDate> holidays) {
    ImmutableSet<DayOfWeek> days = ImmutableSet.copyOf(weekend);
    checkArgument(days.size() < WEEK, "the weekend is %s; at least one weekday must remain", days);
    return new WorkingDays(days, ImmutableSortedSet.copyOf(holidays));
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
   * Returns whether people work on a day.
   *
   * @param day the day
   * @return whether it is neither weekend nor holiday
   */
  public boolean contains(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && Arrays.binarySearch(lost, day.toEpochDay()) < 0;
  }

  /**
   * Counts working days in {@code [start, end)}.
   *
   * @param start the first day counted
   * @param end the first day not counted
   * @return the number of working days, 0 when {@code end} is not after {@code start}
   * @throws ArithmeticException if they are more than an {@code int} holds
   */
  public int count(LocalDate start, LocalDate end) {
    return start.isBefore(end)
        ? Math.toIntExact(before(end.toEpochDay()) - before(start.toEpochDay()))
        : 0;
  }

  /**
   * Counts the working days of a period.
   *
   * @param period the period
   * @return the number of working days, at least 0
   */
  public int count(Period period) {
    return count(period.start(), period.end());
  }

  /**
   * Finds a working day of a period by its number.
   *
   * @param period the period
   * @param number which working day, from 1
   * @return the day, empty when the period has fewer
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Optional<LocalDate> nth(Period period, int number) {
    checkArgument(number >= 1, "working day %s of %s is asked for; the first is 1", number, period);
    return number > count(period)
        ? Optional.empty()
        : Optional.of(plus(period.start().minusDays(1), number));
  }

  /**
   * Returns which working day of a period a day is: the working days up to and including it. On a
   * day off that is the number of the working day before.
   *
   * @param day a day of the period
   * @param period the period
   * @return the number, from 1; 0 before the first working day
   * @throws IllegalArgumentException if the day is not in the period
   */
  public int numberOf(LocalDate day, Period period) {
    checkArgument(
        period.contains(day),
        "day %s is not in %s [%s, %s)",
        day,
        period,
        period.start(),
        period.end());
    return count(period.start(), day.plusDays(1));
  }

  /**
   * Moves by working days.
   *
   * @param day where to begin, itself not counted
   * @param number how many working days forward, or back if negative; at most a million
   * @return that working day; {@code day} itself, working day or not, when the number is 0
   * @throws IllegalArgumentException if the number is more than a million either way
   */
  public LocalDate plus(LocalDate day, int number) {
    checkArgument(
        Math.abs((long) number) <= STEPS_AT_MOST,
        "%s working days from %s are asked for; at most %s either way",
        number,
        day,
        STEPS_AT_MOST);
    if (number == 0) {
      return day;
    }
    long from = day.toEpochDay();
    // A day is the n-th after another when n working days lie in ]another, day] and it is one.
    long wanted = number > 0 ? before(from + 1) + number : before(from) + number + 1;
    long reach = (Math.abs((long) number) / worked[WEEK] + 2 + lost.length) * WEEK;
    long low = number > 0 ? from : from - reach;
    long high = number > 0 ? from + reach : from;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (before(middle + 1) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return LocalDate.ofEpochDay(low);
  }

  /**
   * Returns the first working day after a day.
   *
   * @param day the day
   * @return the next working day
   */
  public LocalDate next(LocalDate day) {
    return plus(day, 1);
  }

  /**
   * Returns the last working day before a day.
   *
   * @param day the day
   * @return the previous working day
   */
  public LocalDate previous(LocalDate day) {
    return plus(day, -1);
  }

  /** Working days before an epoch day, up to a constant. */
  private long before(long day) {
    int found = Arrays.binarySearch(lost, day);
    return Math.floorDiv(day, (long) WEEK) * worked[WEEK]
        + worked[Math.floorMod(day, WEEK)]
        - (found >= 0 ? found : -found - 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkingDays that
        && weekend.equals(that.weekend)
        && holidays.equals(that.holidays);
  }

  @Override
  public int hashCode() {
    return Objects.hash(weekend, holidays);
  }

  @Override
  public String toString() {
    return "all days but " + weekend + " and " + holidays;
  }
}
