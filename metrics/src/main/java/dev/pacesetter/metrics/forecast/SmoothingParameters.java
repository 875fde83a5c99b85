package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How fast a smoothing forgets. What a model does not have is not looked at.
 *
 * @param alpha how much of a new value enters the level, from 0 to 1
 * @param beta how much of a change of level enters the trend, from 0 to 1
 * @param gamma how much of a new value enters its season, from 0 to 1
 * @param phi what is left of the trend after a step, from 0 to 1; 1 does not damp
 */
public record SmoothingParameters(double alpha, double beta, double gamma, double phi) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public SmoothingParameters {
    check("alpha", alpha);
    check("beta", beta);
    check("gamma", gamma);
    check("phi", phi);
  }

  private static void check(String name, double value) {
    checkArgument(
        value >= 0 && value <= 1,
        "SmoothingParameters %s is %s; it must be from 0 to 1",
        name,
        value);
  }

  /**
   * Returns parameters of a level alone.
   *
   * @param alpha how much of a new value enters the level, from 0 to 1
   * @return the parameters, with 0 for trend and season, and no damping
   * @throws IllegalArgumentException if it is out of range
   */
  public static SmoothingParameters ofLevel(double alpha) {
    return new SmoothingParameters(alpha, 0, 0, 1);
  }

  /**
   * Returns these parameters with one for the trend.
   *
   * @param beta how much of a change of level enters the trend, from 0 to 1
   * @return the parameters
   * @throws IllegalArgumentException if it is out of range
   */
  public SmoothingParameters withTrend(double beta) {
    return new SmoothingParameters(alpha, beta, gamma, phi);
  }

  /**
   * Returns these parameters with one for the season.
   *
   * @param gamma how much of a new value enters its season, from 0 to 1
   * @return the parameters
   * @throws IllegalArgumentException if it is out of range
   */
  public SmoothingParameters withSeason(double gamma) {
    return new SmoothingParameters(alpha, beta, gamma, phi);
  }

  /**
   * Returns these parameters with a damped trend.
   *
   * @param phi what is left of the trend after a step, from 0 to 1
   * @return the parameters
   * @throws IllegalArgumentException if it is out of range
   */
  public SmoothingParameters withDamping(double phi) {
    return new SmoothingParameters(alpha, beta, gamma, phi);
  }
}
