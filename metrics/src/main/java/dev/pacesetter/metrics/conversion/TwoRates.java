package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.confidence.Confidence;

/**
 * Two independent shares of counts.
 *
 * @param x1 successes of the first group, from 0 to {@code n1}
 * @param n1 its trials
 * @param x2 successes of the second group, from 0 to {@code n2}
 * @param n2 its trials
 */
record TwoRates(int x1, int n1, int x2, int n2) {
  private static final long MOST_TRIALS = 1_000_000_000;

  static TwoRates of(Object method, Ratio first, Ratio second, double confidence) {
    check(method, "first", first);
    check(method, "second", second);
    Confidence.check(method + " confidence", confidence);
    return new TwoRates(
        (int) first.numerator(),
        (int) first.denominator(),
        (int) second.numerator(),
        (int) second.denominator());
  }

  private static void check(Object method, String which, Ratio counts) {
    checkArgument(
        counts.denominator() >= 0
            && counts.denominator() <= MOST_TRIALS
            && counts.numerator() >= 0
            && counts.numerator() <= counts.denominator(),
        "%s has %s as the %s group; successes must be from 0 to the trials, of which there may be"
            + " from 0 to 1000000000",
        method,
        counts,
        which);
  }

  /** Whether a group has no trials, so that it has no share. */
  boolean isIncomplete() {
    return n1 == 0 || n2 == 0;
  }

  long n() {
    return (long) n1 + n2;
  }

  double p1() {
    return (double) x1 / n1;
  }

  double p2() {
    return (double) x2 / n2;
  }

  /** {@code p1 - p2}, rounded once: shares that nearly agree would cancel. */
  double difference() {
    return (double) ((long) x1 * n2 - (long) x2 * n1) / ((double) n1 * n2);
  }

  TwoRates swapped() {
    return new TwoRates(x2, n2, x1, n1);
  }

  /** The factor {@code N/(N-1)} of Miettinen and Nurminen's variance. */
  double varianceFactor() {
    return n() / (n() - 1.0);
  }
}
