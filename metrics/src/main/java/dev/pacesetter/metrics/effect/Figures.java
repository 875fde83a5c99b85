package dev.pacesetter.metrics.effect;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;

/** Sums over columns; the order of the rows changes no bit of any. */
final class Figures {
  /** Keeps squares and their sums finite. */
  private static final double LARGEST = 1e100;

  private Figures() {}

  static void check(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            what + " " + i + " is " + values[i] + "; it must be from -1e100 to 1e100");
      }
    }
  }

  static void checkPairs(String what, int first, int second) {
    checkArgument(
        first == second, "%s are %s and %s values; they must pair up", what, first, second);
  }

  static double sum(double... terms) {
    return Sample.of(Unit.SCORE, terms).sum();
  }

  /** Not beyond the extremes, so that equal values have exactly that mean. */
  static double mean(double... values) {
    double least = values[0];
    double most = values[0];
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return Math.min(most, Math.max(least, sum(values) / values.length));
  }

  /** The sum of products of deviations from the means. */
  static double products(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double[] terms = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      terms[i] = (x[i] - meanX) * (y[i] - meanY);
    }
    return sum(terms);
  }

  /** With divisor {@code n - 1}. */
  static double variance(double... values) {
    return products(values, values) / (values.length - 1);
  }

  static double scale(double[]... columns) {
    double scale = 0;
    for (double[] column : columns) {
      for (double value : column) {
        scale = Math.max(scale, Math.abs(value));
      }
    }
    return scale;
  }
}
