package dev.pacesetter.metrics.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * One line of a waterfall: how many, and how much.
 *
 * @param count how many deals, or changes of deals, at least 0
 * @param amount minor units of one currency, at least 0
 */
public record Movement(long count, long amount) {
  /** No deal moved. */
  public static final Movement NONE = new Movement(0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public Movement {
    checkArgument(
        count >= 0 && amount >= 0,
        "Movement is %s deals of %s; neither may be negative",
        count,
        amount);
  }
}
