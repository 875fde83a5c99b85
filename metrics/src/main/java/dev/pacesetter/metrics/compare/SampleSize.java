package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many observations it takes to see a difference, so that "not enough data" can say how much is
 * missing: 34 more closed deals needed. What can be seen with the observations there are is said by
 * {@link DetectableDifference}.
 *
 * <p>All are two-sided and use normal quantiles: {@code a} that of {@code 1 - alpha/2}, {@code b}
 * that of {@code power}. They are planning values: the exact tests of this package, which waste a
 * little of {@code alpha}, can ask for a few per cent more.
 */
public final class SampleSize {
  private SampleSize() {}

  /**
   * Returns the number of trials that shows a rate to differ from an expected one.
   *
   * <p>{@code n = ((a·√(p₀(1-p₀)) + b·√(p₁(1-p₁))) / d)²} with {@code p₁ = p₀ + d}, rounded up.
   *
   * @param expected the rate expected, {@code p₀}, strictly between 0 and 1
   * @param difference the smallest difference worth seeing, {@code d}; not 0, negative for a lower
   *     rate; {@code p₀ + d} must be from 0 to 1
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, strictly between 0 and 1
   * @return the number of trials, at least 1
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1002/0471445428">Fleiss, Levin and Paik (2003), chapter 2</a>
   */
  public static long forProportion(double expected, double difference, double alpha, double power) {
    checkLevels(alpha, power);
    checkArgument(
        expected > 0 && expected < 1,
        "SampleSize expected rate is %s; it must be between 0 and 1, both excluded",
        expected);
    double other = expected + difference;
    checkArgument(
        difference != 0 && other >= 0 && other <= 1,
        "SampleSize difference is %s; it must not be 0, and %s + %s must be from 0 to 1",
        difference,
        expected,
        difference);
    double root =
        quantile(alpha / 2) * Math.sqrt(expected * (1 - expected))
            + quantile(1 - power) * Math.sqrt(other * (1 - other));
    return roundUp(Math.pow(Math.max(0, root) / difference, 2));
  }

  /**
   * Returns the number of trials in each of two groups that shows their rates to differ.
   *
   * <p>{@code n = ((a·√(2p̄(1-p̄)) + b·√(p₁(1-p₁) + p₂(1-p₂))) / (p₁-p₂))²} with {@code p̄ =
   * (p₁+p₂)/2}, rounded up.
   *
   * @param first the rate of one group, {@code p₁}, from 0 to 1
   * @param second the rate of the other group, {@code p₂}, from 0 to 1 and not {@code p₁}
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, strictly between 0 and 1
   * @return the number of trials in each group, at least 1
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1002/0471445428">Fleiss, Levin and Paik (2003), Statistical
   *     Methods for Rates and Proportions, 3rd edition, chapter 4</a>
   */
  public static long forTwoProportions(double first, double second, double alpha, double power) {
    checkLevels(alpha, power);
    checkArgument(
        first >= 0 && first <= 1 && second >= 0 && second <= 1 && first != second,
        "SampleSize rates are %s and %s; they must be from 0 to 1 and differ",
        first,
        second);
    double mean = (first + second) / 2;
    double root =
        quantile(alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
            + quantile(1 - power) * Math.sqrt(first * (1 - first) + second * (1 - second));
    return roundUp(Math.pow(Math.max(0, root) / (first - second), 2));
  }

  /**
   * Returns the number of observations that shows a mean to differ from an expected one.
   *
   * <p>{@code n = ((a + b) / d)² + a²/2}, rounded up; the last term pays for the standard deviation
   * being estimated.
   *
   * @param standardisedEffect the smallest difference worth seeing in standard deviations, {@code
   *     d}; finite and not 0, the sign does not matter
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, strictly between 0 and 1
   * @return the number of observations, at least 2
   * @throws IllegalArgumentException if an argument is out of range
   * @see "Guenther (1981), Sample size formulas for normal theory t tests, The American
   *     Statistician 35:243"
   */
  public static long forMean(double standardisedEffect, double alpha, double power) {
    checkLevels(alpha, power);
    checkEffect(standardisedEffect);
    double a = quantile(alpha / 2);
    double sum = Math.max(0, a + quantile(1 - power));
    return Math.max(2, roundUp(Math.pow(sum / standardisedEffect, 2) + a * a / 2));
  }

  /**
   * Returns the number of observations in each of two groups that shows their means to differ.
   *
   * <p>{@code n = 2·((a + b) / d)² + a²/4}, rounded up.
   *
   * @param standardisedEffect the smallest difference worth seeing in standard deviations, {@code
   *     d}; finite and not 0, the sign does not matter
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing the difference, strictly between 0 and 1
   * @return the number of observations in each group, at least 2
   * @throws IllegalArgumentException if an argument is out of range
   * @see "Guenther (1981), Sample size formulas for normal theory t tests, The American
   *     Statistician 35:243"
   */
  public static long forTwoMeans(double standardisedEffect, double alpha, double power) {
    checkLevels(alpha, power);
    checkEffect(standardisedEffect);
    double a = quantile(alpha / 2);
    double sum = Math.max(0, a + quantile(1 - power));
    return Math.max(2, roundUp(2 * Math.pow(sum / standardisedEffect, 2) + a * a / 4));
  }

  /**
   * Returns the number of observations that shows one group to be superior by the {@link RankTest}
   * when the other group is as large as it is.
   *
   * <p>{@code n = 1 / (12·((s - ½)/(a + b))² - 1/m)}, rounded up: Noether's formula with the number
   * {@code m} of the peers' observations given.
   *
   * @param superiority the smallest probability of superiority worth seeing, {@code s}, from 0 to 1
   *     and not 0.5
   * @param peers the number of observations of the peers, {@code m}, at least 1
   * @param alpha the level of the test, strictly between 0 and 1
   * @param power the probability of seeing it, strictly between 0 and 1
   * @return the number of observations, at least 1; empty when no number is enough against so few
   *     peers
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://doi.org/10.1080/01621459.1987.10478478">Noether (1987)</a>
   */
  public static OptionalLong forRanks(double superiority, long peers, double alpha, double power) {
    checkLevels(alpha, power);
    checkArgument(
        superiority >= 0 && superiority <= 1 && superiority != 0.5,
        "SampleSize superiority is %s; it must be from 0 to 1 and not 0.5",
        superiority);
    checkArgument(
        peers >= 1, "SampleSize has %s peer observations; there must be 1 or more", peers);
    double sum = Math.max(0, quantile(alpha / 2) + quantile(1 - power));
    if (sum == 0) {
      return OptionalLong.of(1);
    }
    double inverse = 12 * Math.pow((superiority - 0.5) / sum, 2) - 1.0 / peers;
    return inverse > 0 ? OptionalLong.of(roundUp(1 / inverse)) : OptionalLong.empty();
  }

  /**
   * Returns how many more observations are needed.
   *
   * @param needed the number needed, at least 0
   * @param n the number there are, at least 0
   * @return {@code needed - n}, or 0 when there are enough
   * @throws IllegalArgumentException if a number is negative
   */
  public static long missing(long needed, long n) {
    checkArgument(
        needed >= 0 && n >= 0,
        "SampleSize needs %s observations and has %s; both must be at least 0",
        needed,
        n);
    return Math.max(0, needed - n);
  }

  private static void checkEffect(double standardisedEffect) {
    checkArgument(
        Double.isFinite(standardisedEffect) && standardisedEffect != 0,
        "SampleSize effect is %s standard deviations; it must be finite and not 0",
        standardisedEffect);
  }

  private static void checkLevels(double alpha, double power) {
    checkArgument(
        alpha > 0 && alpha < 1,
        "SampleSize alpha is %s; it must be between 0 and 1, both excluded",
        alpha);
    checkArgument(
        power > 0 && power < 1,
        "SampleSize power is %s; it must be between 0 and 1, both excluded",
        power);
  }

  private static double quantile(double upperTail) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(upperTail);
  }

  /** Saturates at {@link Long#MAX_VALUE}, as the cast does. */
  private static long roundUp(double n) {
    return Math.max(1, (long) Math.ceil(n));
  }
}
