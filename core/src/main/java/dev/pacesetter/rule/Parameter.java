package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A number a rule can be tuned with.
 *
 * @param name what it is called within its rule
 * @param standard the value unless somebody sets another
 * @param lowest the lowest value allowed
 * @param highest the highest value allowed
 */
public record Parameter(String name, double standard, double lowest, double highest) {

  /**
   * Checks that the standard value is allowed.
   *
   * @throws IllegalArgumentException if it is outside the range
   */
  public Parameter {
    checkArgument(
        lowest <= standard && standard <= highest,
        "parameter %s is %s as standard; its range is %s to %s",
        name,
        standard,
        lowest,
        highest);
  }

  /**
   * Returns whether a value may be set.
   *
   * @param value the value
   * @return whether it lies in the range, ends included
   */
  public boolean allows(double value) {
    return lowest <= value && value <= highest;
  }
}
