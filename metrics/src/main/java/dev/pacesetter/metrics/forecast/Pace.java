package dev.pacesetter.metrics.forecast;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Where one stands against a plan that follows a profile.
 *
 * @param profile how the plan spreads over the parts of the period
 * @param elapsed how many parts are over, from 0 to their number
 * @param target the plan of the whole period, at least 0
 * @param actual what was reached so far, in the same unit; may be negative after cancellations
 */
public record Pace(SeasonalProfile profile, double elapsed, double target, double actual) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is out of range or not finite
   */
  public Pace {
    Objects.requireNonNull(profile);
    Columns.checkRange("Pace elapsed parts", elapsed, 0, profile.parts());
    Columns.checkRange("Pace target", target, 0, 1e100);
    Columns.checkRange("Pace actual", actual, -1e100, 1e100);
  }

  /**
   * Returns where one should be by now: {@code target · share planned by now}.
   *
   * @return the amount, from 0 to the target
   */
  public double planned() {
    return target * profile.shareBy(elapsed);
  }

  /**
   * Returns how much more than planned there is: {@code actual - planned}.
   *
   * @return the amount; below 0 when behind
   */
  public double gap() {
    return actual - planned();
  }

  /**
   * Returns the pace: {@code actual / planned}.
   *
   * @return the quotient; empty while nothing is planned
   */
  public OptionalDouble pace() {
    return quotient(actual, planned());
  }

  /**
   * Returns how much of the target is reached: {@code actual / target}.
   *
   * @return the quotient; empty without a target
   */
  public OptionalDouble attainment() {
    return quotient(actual, target);
  }

  /**
   * Returns where the period ends if the rest keeps the pace so far: {@code actual / share planned
   * by now}.
   *
   * @return the projection; empty while no share is planned
   */
  public OptionalDouble projection() {
    return quotient(actual, profile.shareBy(elapsed));
  }

  /**
   * Returns the pace the rest of the period must keep: {@code (target - actual) / (target -
   * planned)}; 1 asks for what is planned, 2 for twice as much.
   *
   * @return the pace; 0 when the target is reached, empty when it is not and nothing more is
   *     planned
   */
  public OptionalDouble neededPace() {
    return actual >= target ? OptionalDouble.of(0) : quotient(target - actual, target - planned());
  }

  /** A share too small to divide by is none. */
  private static OptionalDouble quotient(double numerator, double denominator) {
    double quotient = numerator / denominator;
    return denominator > 0 && Double.isFinite(quotient)
        ? OptionalDouble.of(quotient + 0.0)
        : OptionalDouble.empty();
  }
}
