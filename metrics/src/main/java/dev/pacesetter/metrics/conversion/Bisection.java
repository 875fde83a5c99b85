package dev.pacesetter.metrics.conversion;

import java.util.function.DoublePredicate;

/**
 * Finds where an answer changes; slow, and right wherever the answer changes once.
 *
 * <p>Own code because the question has no value, only yes or no: root finders such as Brent's of
 * Commons Numbers interpolate between values and need a change of sign, which a limit that
 * saturates at 0 or infinity does not show.
 */
final class Bisection {
  private Bisection() {}

  /**
   * Returns the largest number for which {@code isBelow} still holds, to the last bit that matters.
   *
   * @param low a number for which it holds; not asked for
   * @param high a larger one for which it does not; not asked for
   */
  static double lastBelow(double low, double high, DoublePredicate isBelow) {
    double below = low;
    double above = high;
    // relative to the interval's ends, for a root near zero is found among ever smaller numbers
    for (int i = 0; i < 200; i++) {
      double middle = below + (above - below) / 2;
      if (middle <= below || middle >= above) {
        break;
      }
      if (isBelow.test(middle)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }
}
