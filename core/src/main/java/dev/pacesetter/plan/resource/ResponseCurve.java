package dev.pacesetter.plan.resource;

/**
 * What comes back for what is put in: nothing for nothing, never less for more, and each unit at
 * most as much as the one before.
 *
 * <p>Amounts put in are in whole units of the resource, such as hours or cents; what comes back is
 * in whatever the caller measures, such as cents of revenue. All curves are concave, which is what
 * makes the best allocation findable.
 */
public sealed interface ResponseCurve permits PowerCurve, SaturatingCurve, PiecewiseCurve {

  /**
   * Returns {@code a·x^b}: doubling the input multiplies the return by {@code 2^b}, without end.
   *
   * @param a the return of one unit, finite and above 0
   * @param b the elasticity, strictly between 0 and 1
   * @return the curve
   * @throws IllegalArgumentException if a parameter is out of range
   */
  static ResponseCurve power(double a, double b) {
    return new PowerCurve(a, b);
  }

  /**
   * Returns {@code a·(1 - e^(-x/c))}: {@code a} can be had at most, 63 % of it for {@code c} units.
   *
   * @param a what can be had at most, finite and above 0
   * @param c how many units the first 63 % take, finite and above 0
   * @return the curve
   * @throws IllegalArgumentException if a parameter is out of range
   */
  static ResponseCurve saturating(double a, double c) {
    return new SaturatingCurve(a, c);
  }

  /**
   * Returns straight lines from the origin through points, level after the last.
   *
   * @param inputs the inputs of the points, ascending, the first above 0; copied
   * @param returns what comes back at each; copied
   * @return the curve
   * @throws IllegalArgumentException if there is no point, the lengths differ, a number is not
   *     finite, inputs do not ascend, or the lines are not ever less steep, down to level
   */
  static ResponseCurve through(double[] inputs, double[] returns) {
    return PiecewiseCurve.of(inputs, returns);
  }

  /**
   * Returns what comes back.
   *
   * @param input what is put in, at least 0
   * @return the return, at least 0
   */
  double value(double input);

  /**
   * Returns what a little more brings, for each unit of it.
   *
   * @param input what is put in already, at least 0
   * @return the slope to the right; infinite for a power at 0
   */
  double marginal(double input);

  /**
   * Returns what more brings, without the rounding of a difference of two large values.
   *
   * @param input what is put in already, at least 0
   * @param more how much more, at least 0
   * @return {@code value(input + more) - value(input)}
   */
  double gain(double input, double more);

  /**
   * Returns how much is worth putting in where each unit costs so much.
   *
   * @param price what a unit costs, above 0
   * @return the largest input up to which every unit returns at least its price
   */
  double inputAt(double price);
}
