package dev.pacesetter.metrics.conversion;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The limits of Clopper and Pearson, accurate relative to their own size.
 *
 * <p>The library evaluates the beta distribution of few successes among very many trials with
 * powers of a rounded {@code 1 - p}; at a thousand million trials eight digits are left. There the
 * binomial sum, with {@code log1p}, takes its result as the start of Newton's method.
 */
final class ClopperPearson {
  /** Below this many successes the binomial sum is short and does not underflow. */
  private static final int FEW = 50;

  private ClopperPearson() {}

  /** Returns the p at which x or more successes have probability {@code tail}; x at least 1. */
  static double lower(int x, int n, double tail) {
    double p = BetaDistribution.of(x, n - x + 1.0).inverseCumulativeProbability(tail);
    if (x >= FEW || p > 0.5) {
      return p;
    }
    for (int i = 0; i < 3; i++) {
      double odds = p / (1 - p);
      double atX = probability(x, n, p);
      double sum = 0;
      double term = atX;
      for (int k = x; k <= n && term > sum * 1e-18; k++) {
        sum += term;
        term *= (n - k) / (k + 1.0) * odds;
      }
      p -= (sum - tail) / (atX * x / p);
    }
    return p;
  }

  /** Returns the p at which x or fewer successes have probability {@code tail}; x below n. */
  static double upper(int x, int n, double tail) {
    double p = BetaDistribution.of(x + 1.0, n - x).inverseSurvivalProbability(tail);
    if (x >= FEW || p > 0.5) {
      return p;
    }
    for (int i = 0; i < 3; i++) {
      double odds = p / (1 - p);
      double term = Math.exp(n * Math.log1p(-p));
      double sum = term;
      for (int k = 0; k < x; k++) {
        term *= (n - k) / (k + 1.0) * odds;
        sum += term;
      }
      p += (sum - tail) / (term * (n - x) / (1 - p));
    }
    return p;
  }

  private static double probability(int x, int n, double p) {
    double odds = p / (1 - p);
    double term = Math.exp(n * Math.log1p(-p));
    for (int k = 0; k < x; k++) {
      term *= (n - k) / (k + 1.0) * odds;
    }
    return term;
  }
}
