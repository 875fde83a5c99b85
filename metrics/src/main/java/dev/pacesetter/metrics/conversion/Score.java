package dev.pacesetter.metrics.conversion;

/**
 * Limits by the score test: all differences, or quotients, that the test does not reject.
 *
 * <p>The variance is estimated under the value tested, which keeps the limits honest for small
 * counts and for shares of 0 and 1, where the shares themselves show no spread.
 */
final class Score {
  /** The natural logarithm beyond which no quotient of counts has a limit. */
  private static final double FARTHEST = 100;

  private Score() {}

  /** Returns the lower limit of {@code p1 - p2}; the upper one is that of the swapped groups. */
  static double lowerDifference(TwoRates rates, double z) {
    double d = rates.difference();
    return d == -1
        ? -1
        : Bisection.lastBelow(-1, d, delta -> d - delta > z * deviation(rates, delta));
  }

  /** The standard deviation of the difference if it is {@code delta}. */
  private static double deviation(TwoRates rates, double delta) {
    double p2 = likeliestSecond(rates, delta);
    double p1 = Math.min(1, Math.max(0, p2 + delta));
    double variance = p1 * (1 - p1) / rates.n1() + p2 * (1 - p2) / rates.n2();
    return Math.sqrt(variance * rates.varianceFactor());
  }

  /** The second share for which the counts are likeliest, the first being {@code delta} more. */
  private static double likeliestSecond(TwoRates rates, double delta) {
    int lost1 = rates.n1() - rates.x1();
    int lost2 = rates.n2() - rates.x2();
    return Bisection.lastBelow(
        Math.max(0, -delta),
        Math.min(1, 1 - delta),
        p2 -> {
          double p1 = p2 + delta;
          // where the logarithm of the likelihood still rises
          return slope(rates.x1(), p1) + slope(rates.x2(), p2)
              > slope(lost1, 1 - p1) + slope(lost2, 1 - p2);
        });
  }

  private static double slope(int count, double p) {
    return count == 0 ? 0 : count / Math.max(0, p);
  }

  /** Returns the lower limit of {@code p1/p2}; 0 when the first group has no success. */
  static double lowerRatio(TwoRates rates, double z) {
    return rates.x1() == 0
        ? 0
        : Math.exp(Bisection.lastBelow(-FARTHEST, FARTHEST, log -> ratioStatistic(rates, log) > z));
  }

  /** Returns the upper limit of {@code p1/p2}; the second group has a success. */
  static double upperRatio(TwoRates rates, double z) {
    return Math.exp(
        Bisection.lastBelow(-FARTHEST, FARTHEST, log -> ratioStatistic(rates, log) > -z));
  }

  /**
   * How many standard deviations the first share lies above a quotient times the second. Everything
   * is written in the distance of the quotient from 1 and of the shares from 1, which do not cancel
   * where a thousand million trials all succeed.
   */
  private static double ratioStatistic(TwoRates rates, double log) {
    if (log > 0) {
      return -ratioStatistic(rates.swapped(), -log);
    }
    double ratio = Math.exp(log);
    double beyond = Math.expm1(log); // at most 0
    double lost1 = rates.n1() - rates.x1();
    double lost2 = rates.n2() - rates.x2();
    double a = rates.n() * ratio;
    double b = rates.n1() * ratio + rates.x1() + rates.n2() + rates.x2() * ratio;
    double middle = rates.n() * beyond + lost1 + ratio * lost2; // 2a - b
    double root = Math.sqrt(middle * middle - 4 * a * lost2 * beyond);
    // the likeliest second share is the smaller root of ap² - bp + x1 + x2; q2 and q1 are what is
    // missing to 1
    double p2 = 2 * ((double) rates.x1() + rates.x2()) / (b + root);
    double q2 = middle >= 0 ? (middle + root) / (2 * a) : 2 * lost2 * beyond / (middle - root);
    double q1 = q2 - beyond * p2;
    double variance = ratio * p2 * q1 / rates.n1() + ratio * ratio * p2 * q2 / rates.n2();
    double distance = rates.difference() - beyond * rates.p2();
    // everybody succeeds in both groups: at a quotient of 1 nothing varies and nothing is off
    return distance == 0 ? 0 : distance / Math.sqrt(variance * rates.varianceFactor());
  }
}
