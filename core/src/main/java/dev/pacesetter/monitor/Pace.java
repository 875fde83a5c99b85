package dev.pacesetter.monitor;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.organization.Scope;
import java.util.OptionalDouble;

/**
 * Where a part of the business stands against its plan at the end of a day.
 *
 * <p>Amounts are minor units for money and whole things for a count; what is derived from them is a
 * real number in the same unit.
 *
 * @param scope which part of the business
 * @param target the plan of the whole period
 * @param finished the plan of the months that are over
 * @param current the plan of the month the day is in
 * @param progress how much of the working time is over
 * @param actual what was credited in the period, up to and including the day
 * @param credits how many credits that is
 */
public record Pace(
    Scope scope,
    long target,
    long finished,
    long current,
    Progress progress,
    long actual,
    int credits) {
  /** How far from the plan to date still counts as on pace: 5 %. */
  public static final double TOLERANCE = 0.05;

  /**
   * Returns what is expected to date.
   *
   * @return {@code finished + current · share of the month's working days elapsed}, the day
   *     included
   */
  public double planned() {
    return finished + current * progress.shareOfMonth();
  }

  /**
   * Returns how much more than expected there is.
   *
   * @return {@code actual - planned}; below 0 when behind
   */
  public double gap() {
    return actual - planned();
  }

  /**
   * Returns the pace: {@code actual / planned}.
   *
   * @return the quotient; empty while nothing is expected
   */
  public OptionalDouble pace() {
    return planned() > 0 ? OptionalDouble.of(actual / planned()) : OptionalDouble.empty();
  }

  /**
   * Returns how much of the target is reached: {@code actual / target}.
   *
   * @return the quotient; empty without a target
   */
  public OptionalDouble attainment() {
    return target > 0 ? OptionalDouble.of((double) actual / target) : OptionalDouble.empty();
  }

  /**
   * Returns what every remaining working day must bring: {@code (target - actual) / remaining}.
   *
   * @return the rate; 0 when the target is reached, empty when it is not and no day is left
   */
  public OptionalDouble neededPerDay() {
    if (actual >= target) {
      return OptionalDouble.of(0);
    }
    return progress.remaining() > 0
        ? OptionalDouble.of((double) (target - actual) / progress.remaining())
        : OptionalDouble.empty();
  }

  /**
   * Returns where the period ends if every remaining working day brings what the past ones brought:
   * {@code actual · days / elapsed}.
   *
   * @return the projection; empty before the first working day is over
   */
  public OptionalDouble projection() {
    return progress.elapsed() > 0
        ? OptionalDouble.of((double) actual * progress.days() / progress.elapsed())
        : OptionalDouble.empty();
  }

  /**
   * Returns how it stands, with a tolerance of 5 %.
   *
   * @return the status
   */
  public PaceStatus status() {
    return status(TOLERANCE);
  }

  /**
   * Returns how it stands.
   *
   * @param tolerance how far from 1 the pace may be to count as on pace, from 0 up to but not 1
   * @return the status; with no working day left there is no tolerance
   * @throws IllegalArgumentException if the tolerance is out of range
   */
  public PaceStatus status(double tolerance) {
    checkArgument(
        tolerance >= 0 && tolerance < 1,
        "the tolerance of the pace of %s is %s; it must be from 0 up to but not 1",
        scope,
        tolerance);
    if (target == 0) {
      return PaceStatus.NO_PLAN;
    }
    if (actual >= target) {
      return PaceStatus.MET;
    }
    OptionalDouble pace = pace();
    if (pace.isEmpty()) {
      return PaceStatus.NOT_STARTED;
    }
    if (progress.remaining() == 0 || pace.getAsDouble() < 1 - tolerance) {
      return PaceStatus.BEHIND;
    }
    return pace.getAsDouble() > 1 + tolerance ? PaceStatus.AHEAD : PaceStatus.ON_PACE;
  }
}
