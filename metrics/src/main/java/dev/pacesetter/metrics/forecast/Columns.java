package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

/** What this package asks of columns and levels. */
final class Columns {
  /** Keeps sums of squares finite for every possible number of values. */
  private static final double LARGEST = 1e100;

  private Columns() {}

  /** Returns a copy of finite values of a magnitude up to 1e100. */
  static double[] finite(String subject, double[] values) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!(Math.abs(copy[i]) <= LARGEST)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            subject + " " + i + " is " + copy[i] + "; it must be from -1e100 to 1e100");
      }
      copy[i] += 0.0; // -0.0 becomes 0.0
    }
    return copy;
  }

  /** Returns a copy of values from 0 to 1e100. */
  static double[] notNegative(String subject, double[] values) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!(copy[i] >= 0 && copy[i] <= LARGEST)) {
        throw new IllegalArgumentException(
            subject + " " + i + " is " + copy[i] + "; it must be from 0 to 1e100");
      }
      copy[i] += 0.0;
    }
    return copy;
  }

  /** Returns a copy of values from 0 to 1. */
  static double[] probabilities(String subject, double[] values) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!(copy[i] >= 0 && copy[i] <= 1)) {
        throw new IllegalArgumentException(
            subject + " " + i + " is " + copy[i] + "; it must be from 0 to 1");
      }
      copy[i] += 0.0;
    }
    return copy;
  }

  static void checkLength(String subject, int expected, int length) {
    checkArgument(
        length == expected, "%s are %s; there must be %s, one for each", subject, length, expected);
  }

  /** Checks a number; what is not a number is out of range. */
  static void checkRange(String subject, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          subject + " is " + value + "; it must be from " + least + " to " + most);
    }
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
