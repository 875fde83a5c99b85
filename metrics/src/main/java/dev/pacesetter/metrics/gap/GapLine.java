package dev.pacesetter.metrics.gap;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;

/**
 * One line of an explained difference, in minor units.
 *
 * <pre>{@code plan + Σ parts + appeared - disappeared = actual}</pre>
 *
 * @param name what the line is about: a cell, a group of cells or everything
 * @param cells the number of cells in it, those on one side only included
 * @param plan the planned or earlier amount
 * @param actual the actual or later amount
 * @param parts what each driver brought or cost, by the drivers' names in alphabetical order
 * @param appeared the actual amount of cells that the plan does not know
 * @param disappeared the planned amount of cells of which there is no actual
 */
public record GapLine(
    String name,
    long cells,
    long plan,
    long actual,
    ImmutableMap<String, Long> parts,
    long appeared,
    long disappeared) {

  /**
   * Checks that the line adds up.
   *
   * @throws IllegalArgumentException if there is a residual
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public GapLine {
    long sum = Math.subtractExact(Math.addExact(plan, appeared), disappeared);
    for (long part : parts.values()) {
      sum = Math.addExact(sum, part);
    }
    checkArgument(
        sum == actual,
        "GapLine %s explains %s from plan %s and the parts; the actual amount is %s",
        name,
        sum,
        plan,
        actual);
  }

  /**
   * Returns actual less plan.
   *
   * @return the difference, positive when there is more than planned
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public long difference() {
    return Math.subtractExact(actual, plan);
  }

  /**
   * Returns what a driver brought or cost.
   *
   * @param driver the name of the driver
   * @return its part of the difference; 0 in a cell where it is as planned
   * @throws IllegalArgumentException if there is no such driver
   */
  public long part(String driver) {
    Long part = parts.get(driver);
    if (part == null) {
      throw new IllegalArgumentException(
          "There is no driver " + driver + "; there are " + parts.keySet());
    }
    return part;
  }
}
