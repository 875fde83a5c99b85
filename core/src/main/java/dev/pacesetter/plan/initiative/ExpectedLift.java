package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What an initiative is expected to bring, as a range: how much better its slice will be on a
 * metric than it would be without.
 *
 * <p>Better is more, or less for a metric that should fall. For money and counts it is the sum over
 * the slice and the time measured, in minor units of the budget's currency or in things; for a
 * ratio, days or a score it is the difference of the level.
 *
 * @param low what is expected at least; finite, below 0 where it may do harm
 * @param high what is expected at best; at least {@code low}
 */
public record ExpectedLift(double low, double high) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if an end is not finite or the ends are out of order
   */
  public ExpectedLift {
    checkArgument(
        Double.isFinite(low) && Double.isFinite(high) && low <= high,
        "an expected lift is from %s to %s; both must be finite and in order",
        low,
        high);
  }
}
