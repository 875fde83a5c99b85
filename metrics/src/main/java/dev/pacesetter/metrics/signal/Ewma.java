package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The chart of the exponentially weighted moving average: a smooth level with limits that widen
 * from the first observation to their final width.
 *
 * <p>{@code z(i) = λ·x(i) + (1-λ)·z(i-1)} from {@code z(0) = target}, with limits {@code target ±
 * L·sigma·√(λ/(2-λ)·(1-(1-λ)^2i))}. The default {@code λ = 0.2}, {@code L = 2.814} finds a shift of
 * one sigma after about 10 observations. With {@code λ = 1} it is a chart of single values.
 *
 * <p>The state depends on the order of the observations, so two cannot be merged. Not for use by
 * several threads at once.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1959.10489860">Roberts (1959)</a>
 * @see "Lucas and Saccucci (1990), Exponentially weighted moving average control schemes,
 *     Technometrics 32:1"
 */
public final class Ewma {
  private static final double VANISHED = 1e-30;

  private final double target;
  private final double sigma;
  private final double weight;
  private final double width;

  private long n;
  private double level;
  private double forgotten = 1; // (1-λ)^2i, what is left of the start

  private Ewma(double target, double sigma, double weight, double width) {
    checkArgument(
        Double.isFinite(target) && sigma > 0 && Double.isFinite(sigma),
        "Ewma has target %s and sigma %s; both must be finite, sigma above 0",
        target,
        sigma);
    checkArgument(
        weight > 0 && weight <= 1, "Ewma weight is %s; it must be above 0 and at most 1", weight);
    checkArgument(
        width > 0 && Double.isFinite(width),
        "Ewma width is %s sigmas; it must be finite and above 0",
        width);
    this.target = target;
    this.sigma = sigma;
    this.weight = weight;
    this.width = width;
    this.level = target;
  }

  /**
   * Returns a chart that has seen nothing yet, with {@code λ = 0.2} and {@code L = 2.814}.
   *
   * @param target the level that should hold, finite
   * @param sigma the standard deviation of one observation, finite and above 0
   * @return the chart
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Ewma around(double target, double sigma) {
    return new Ewma(target, sigma, 0.2, 2.814);
  }

  /**
   * Returns a fresh chart with another weight of the latest observation, {@code λ}.
   *
   * @param latest the weight, above 0 and at most 1; the smaller, the smaller the shifts it finds
   * @return the chart; it has seen nothing yet
   * @throws IllegalArgumentException if the weight is out of range
   */
  public Ewma withWeight(double latest) {
    return new Ewma(target, sigma, latest, width);
  }

  /**
   * Returns a fresh chart with another width of its limits, {@code L}.
   *
   * @param sigmas the distance of a limit in standard deviations of the average, finite and above 0
   * @return the chart; it has seen nothing yet
   * @throws IllegalArgumentException if the width is out of range
   */
  public Ewma withWidth(double sigmas) {
    return new Ewma(target, sigma, weight, sigmas);
  }

  /**
   * Takes the next observation.
   *
   * @param observation the observation, finite
   * @return whether the average is outside its limits
   * @throws IllegalArgumentException if the observation is not finite
   */
  public boolean add(double observation) {
    if (!Double.isFinite(observation)) {
      throw new IllegalArgumentException(
          "Ewma observation " + n + " is " + observation + "; it must be finite");
    }
    level = weight * observation + (1 - weight) * level;
    // what is lost beside 1 anyway would become so small that multiplying it takes long
    forgotten = forgotten < VANISHED ? 0 : forgotten * ((1 - weight) * (1 - weight));
    n++;
    return signals();
  }

  /**
   * Returns whether the level is shown to have left the target.
   *
   * @return whether the average is outside its limits; false before the first observation
   */
  public boolean signals() {
    return !limits().contains(level);
  }

  /**
   * Returns the average.
   *
   * @return the level, the target before the first observation
   */
  public double level() {
    return level;
  }

  /**
   * Returns the limits of the average after as many observations.
   *
   * @return the limits around the target; both are the target before the first observation
   */
  public ControlLimits limits() {
    double deviation = sigma * Math.sqrt(weight / (2 - weight) * (1 - forgotten));
    return new ControlLimits(
        target, deviation, target - width * deviation, target + width * deviation);
  }

  /**
   * Returns the number of observations taken.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n;
  }
}
