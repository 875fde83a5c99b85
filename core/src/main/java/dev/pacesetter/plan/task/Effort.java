package dev.pacesetter.plan.task;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much work a task is.
 *
 * @param unit what is counted
 * @param amount how many of it, from 1 to 1,000,000
 */
public record Effort(Unit unit, int amount) {
  private static final int AT_MOST = 1_000_000;
  private static final int MINUTES_AN_HOUR = 60;

  /** In what work is counted. */
  public enum Unit {
    /** Minutes of work, spread over as many days as the owner's hours a day make necessary. */
    MINUTES,
    /** Whole working days, however long a day of the owner is. */
    WORKING_DAYS
  }

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Effort {
    checkArgument(
        amount >= 1 && amount <= AT_MOST,
        "the effort of a task is %s %s; it must be from 1 to %s",
        amount,
        unit,
        AT_MOST);
  }

  /**
   * Returns an effort in hours.
   *
   * @param hours the hours, from 1 to 16,666
   * @return the effort
   * @throws IllegalArgumentException if they are out of range
   */
  public static Effort ofHours(int hours) {
    checkArgument(
        hours >= 1 && hours <= AT_MOST / MINUTES_AN_HOUR,
        "the effort of a task is %s hours; it must be from 1 to %s",
        hours,
        AT_MOST / MINUTES_AN_HOUR);
    return new Effort(Unit.MINUTES, hours * MINUTES_AN_HOUR);
  }

  /**
   * Returns an effort in minutes.
   *
   * @param minutes the minutes, from 1 to 1,000,000
   * @return the effort
   * @throws IllegalArgumentException if they are out of range
   */
  public static Effort ofMinutes(int minutes) {
    return new Effort(Unit.MINUTES, minutes);
  }

  /**
   * Returns an effort in working days.
   *
   * @param days the days, from 1 to 1,000,000
   * @return the effort
   * @throws IllegalArgumentException if they are out of range
   */
  public static Effort ofWorkingDays(int days) {
    return new Effort(Unit.WORKING_DAYS, days);
  }

  /** On how many days somebody works on it who works so long a day. */
  int days(int minutesADay) {
    return switch (unit) {
      case MINUTES -> (amount + minutesADay - 1) / minutesADay;
      case WORKING_DAYS -> amount;
    };
  }

  /** How long it is for somebody who works so long a day. */
  long minutes(int minutesADay) {
    return switch (unit) {
      case MINUTES -> amount;
      case WORKING_DAYS -> (long) amount * minutesADay;
    };
  }
}
