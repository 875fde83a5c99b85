package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much of a full quota somebody new can carry, month by month from the first day at work.
 *
 * @param shares the shares of the first months, each from 0 to 1; a full quota afterwards
 */
public record Ramp(ImmutableList<Double> shares) {
  private static final Ramp NONE = new Ramp(ImmutableList.of());

  /**
   * Checks the shares.
   *
   * @throws IllegalArgumentException if one is not between 0 and 1
   */
  public Ramp {
    for (double share : shares) {
      checkArgument(
          share >= 0 && share <= 1, "a ramp has the share %s; it must be between 0 and 1", share);
    }
  }

  /**
   * Returns a full quota from the first day on.
   *
   * @return the ramp without a month
   */
  public static Ramp none() {
    return NONE;
  }

  /**
   * Returns a ramp.
   *
   * @param shares the shares of the first months, each from 0 to 1
   * @return the ramp
   * @throws IllegalArgumentException if one is not between 0 and 1
   */
  public static Ramp ofMonths(double... shares) {
    return new Ramp(ImmutableList.copyOf(Doubles.asList(shares)));
  }

  /**
   * Returns the share of a full quota on a day.
   *
   * @param firstDay the first day at work
   * @param day the day
   * @return 0 before the first day; then the share of the month at work that the day belongs to,
   *     counted from the first day and not from the first of a month; 1 after the last of them
   */
  public double shareOn(LocalDate firstDay, LocalDate day) {
    if (day.isBefore(firstDay)) {
      return 0;
    }
    long month = ChronoUnit.MONTHS.between(firstDay, day);
    return month < shares.size() ? shares.get((int) month) : 1;
  }
}
