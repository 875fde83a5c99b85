package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How many deals stand how.
 *
 * @param open still open
 * @param won won
 * @param lost lost
 */
public record Outcomes(long open, long won, long lost) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public Outcomes {
    checkArgument(
        open >= 0 && won >= 0 && lost >= 0,
        "Outcomes are %s open, %s won, %s lost; none may be negative",
        open,
        won,
        lost);
  }

  /**
   * Returns all deals.
   *
   * @return open, won and lost together
   */
  public long total() {
    return open + won + lost;
  }
}
