package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;

/**
 * How much of full time somebody works, from one day to another. Half-open: the first day counts,
 * the end does not.
 *
 * @param share the share of full time, such as 0.6 for three days of five; from 0, which is a leave
 *     of absence, to 1
 * @param from the first day, {@link LocalDate#MIN} for ever since
 * @param until the first day no longer, {@link LocalDate#MAX} for until further notice
 */
public record WorkingTime(double share, LocalDate from, LocalDate until) {

  /**
   * Checks share and days.
   *
   * @throws IllegalArgumentException if the share is not between 0 and 1, or the end not after the
   *     start
   */
  public WorkingTime {
    checkArgument(
        share >= 0 && share <= 1,
        "a working time is %s of full time; it must be from 0 to 1",
        share);
    checkArgument(
        from.isBefore(until),
        "a working time is from %s until %s; the end must be after the start",
        from,
        until);
  }

  /**
   * Returns a working time without beginning and end.
   *
   * @param share the share of full time, from 0 to 1
   * @return the working time
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public static WorkingTime always(double share) {
    return new WorkingTime(share, LocalDate.MIN, LocalDate.MAX);
  }

  /**
   * Returns a working time that goes on until further notice.
   *
   * @param share the share of full time, from 0 to 1
   * @param from the first day
   * @return the working time
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public static WorkingTime since(double share, LocalDate from) {
    return new WorkingTime(share, from, LocalDate.MAX);
  }

  /**
   * Returns this working time with an end.
   *
   * @param firstDayAway the first day no longer
   * @return the working time
   * @throws IllegalArgumentException if it is not after the first day
   */
  public WorkingTime until(LocalDate firstDayAway) {
    return new WorkingTime(share, from, firstDayAway);
  }

  /**
   * Returns whether it holds on a day.
   *
   * @param day the day
   * @return whether {@code from <= day < until}
   */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  @Override
  public String toString() {
    return share
        + (from.equals(LocalDate.MIN) ? "" : " from " + from)
        + (until.equals(LocalDate.MAX) ? "" : " until " + until);
  }
}
