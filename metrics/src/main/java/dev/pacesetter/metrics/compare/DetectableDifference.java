package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalDouble;
import java.util.function.DoubleToLongFunction;

/**
 * The smallest difference that the observations there are can show: the inverse of {@link
 * SampleSize}, whose formulas it uses.
 *
 * <p>Whoever asks before looking learns whether looking is worth while: with 40 closed deals, only
 * a win rate 21 points above one of 30 % would be seen four times in five. The power must be at
 * least 0.5.
 */
public final class DetectableDifference {
  /** More standard deviations than any difference has that needs a test. */
  private static final double LARGEST_EFFECT = 1_000;

  private DetectableDifference() {}

  /**
   * Returns by how much a rate must lie above an expected one.
   *
   * @param expected the rate expected, strictly between 0 and 1
   * @param trials the number of trials, at least 0
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, from 0.5 below 1
   * @return the difference, above 0; empty when even a rate of 1 would not be seen
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalDouble aboveRate(double expected, long trials, double alpha, double power) {
    checkRate(expected);
    return smallest(
        1 - expected, trials, power, by -> SampleSize.forProportion(expected, by, alpha, power));
  }

  /**
   * Returns by how much a rate must lie below an expected one.
   *
   * @param expected the rate expected, strictly between 0 and 1
   * @param trials the number of trials, at least 0
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, from 0.5 below 1
   * @return the difference, above 0; empty when even a rate of 0 would not be seen
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalDouble belowRate(double expected, long trials, double alpha, double power) {
    checkRate(expected);
    return smallest(
        expected, trials, power, by -> SampleSize.forProportion(expected, -by, alpha, power));
  }

  /**
   * Returns by how much the rate of one group must lie above that of another as large.
   *
   * @param other the rate of the other group, strictly between 0 and 1
   * @param each the number of trials in each group, at least 0
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, from 0.5 below 1
   * @return the difference, above 0; empty when even a rate of 1 would not be seen
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalDouble aboveOtherRate(double other, long each, double alpha, double power) {
    checkRate(other);
    return smallest(
        1 - other,
        each,
        power,
        by -> SampleSize.forTwoProportions(Math.min(1, other + by), other, alpha, power));
  }

  /**
   * Returns by how many standard deviations a mean must differ from an expected one.
   *
   * @param observations the number of observations, at least 0
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, from 0.5 below 1
   * @return the difference, above 0; empty for so few observations that their spread is unknown
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalDouble ofMean(long observations, double alpha, double power) {
    return smallest(
        LARGEST_EFFECT, observations, power, by -> SampleSize.forMean(by, alpha, power));
  }

  /**
   * Returns by how many standard deviations the means of two groups must differ.
   *
   * @param each the number of observations in each group, at least 0
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, from 0.5 below 1
   * @return the difference, above 0; empty for so few observations that their spread is unknown
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalDouble ofTwoMeans(long each, double alpha, double power) {
    return smallest(LARGEST_EFFECT, each, power, by -> SampleSize.forTwoMeans(by, alpha, power));
  }

  private static void checkRate(double rate) {
    checkArgument(
        rate > 0 && rate < 1,
        "DetectableDifference starts from rate %s; it must be between 0 and 1, both excluded",
        rate);
  }

  /** By bisection: from a power of one half on, a larger difference never needs more. */
  private static OptionalDouble smallest(
      double largest, long n, double power, DoubleToLongFunction needed) {
    checkArgument(n >= 0, "DetectableDifference has %s observations; there must be 0 or more", n);
    checkArgument(
        power >= 0.5 && power < 1,
        "DetectableDifference power is %s; it must be from 0.5 below 1",
        power);
    if (needed.applyAsLong(largest) > n) {
      return OptionalDouble.empty();
    }
    double tooSmall = 0;
    double enough = largest;
    double middle = largest / 2;
    while (middle > tooSmall && middle < enough && enough - tooSmall > 1e-14 * enough) {
      if (needed.applyAsLong(middle) <= n) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
      middle = tooSmall + (enough - tooSmall) / 2;
    }
    return OptionalDouble.of(enough);
  }
}
