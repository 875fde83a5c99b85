package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * What is known about the true rate of one peer once its own record is added to a prior.
 *
 * <p>The mean lies between the peer's own rate and that of the prior, nearer to the prior the less
 * the peer's own record says.
 */
public final class Posterior {
  private final Unit unit;
  private final long n;
  private final double shrinkage;
  private final double mean;
  private final ContinuousDistribution distribution;

  Posterior(Unit unit, long n, double shrinkage, double mean, ContinuousDistribution distribution) {
    this.unit = unit;
    this.n = n;
    this.shrinkage = shrinkage;
    this.mean = mean;
    this.distribution = distribution;
  }

  /**
   * Returns the expected true rate, the shrunken estimate.
   *
   * @return the mean of the posterior
   */
  public double mean() {
    return mean;
  }

  /**
   * Returns the variance of the true rate.
   *
   * @return the variance of the posterior, at least 0
   */
  public double variance() {
    return distribution.getVariance();
  }

  /**
   * Returns the weight of the prior in the mean; one minus it is that of the peer's own rate.
   *
   * @return the weight, in (0, 1]; 1 without any own record
   */
  public double shrinkage() {
    return shrinkage;
  }

  /**
   * Returns the equal-tailed credible interval: the true rate is below it and above it with
   * probability {@code (1 - confidence)/2} each.
   *
   * <p>It contains the mean unless the level is low or the posterior very skewed.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the interval
   * @throws IllegalArgumentException if the level is out of range
   */
  public Interval interval(double confidence) {
    Confidence.check("Posterior confidence", confidence);
    double tail = (1 - confidence) / 2;
    double lower = distribution.inverseCumulativeProbability(tail);
    double upper = distribution.inverseSurvivalProbability(tail);
    // rounding may swap equal ends
    return new Interval(Math.min(lower, upper), Math.max(lower, upper), confidence);
  }

  /**
   * Returns the mean with its credible interval.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the estimate; {@code n} counts the peer's own trials, or what happened to it
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure measure(double confidence) {
    return Measure.of(mean, unit, n).withInterval(interval(confidence));
  }

  /** Reads like {@code Posterior 0.34, n = 10}. */
  @Override
  public String toString() {
    return "Posterior " + mean + ", n = " + n;
  }
}
