package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The cumulative sum chart: finds small lasting shifts that no single value shows.
 *
 * <pre>{@code
 * upper = max(0, x - (target + k·sigma) + upper)
 * lower = max(0, (target - k·sigma) - x + lower)
 * }</pre>
 *
 * and a signal while one of them is above {@code h·sigma}. The default {@code k = 0.5}, {@code h =
 * 5} finds a shift of one sigma after about 10 observations and is wrong once in about 465
 * independent normal ones; {@code k} is best half the shift worth finding. A signal does not reset
 * the sums.
 *
 * <p>The state depends on the order of the observations, so two cannot be merged. Not for use by
 * several threads at once.
 *
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page (1954)</a>
 */
public final class Cusum {
  private static final double MOST_SIGMAS = 1e6;

  private final double target;
  private final double sigma;
  private final double slack;
  private final double decision;
  private final double headStart;

  private long n;
  private double upper;
  private double lower;
  private long upperRun;
  private long lowerRun;

  private Cusum(double target, double sigma, double slack, double decision, double headStart) {
    checkArgument(
        Double.isFinite(target) && sigma > 0 && sigma <= 1e300,
        "Cusum has target %s and sigma %s; the target must be finite, sigma above 0 and at most"
            + " 1e300",
        target,
        sigma);
    checkArgument(
        slack >= 0 && Double.isFinite(slack),
        "Cusum slack is %s sigmas; it must be finite and at least 0",
        slack);
    checkArgument(
        decision > 0 && decision <= MOST_SIGMAS,
        "Cusum decision limit is %s sigmas; it must be above 0 and at most 1e6",
        decision);
    checkArgument(
        headStart >= 0 && headStart < 1,
        "Cusum head start is %s; it must be at least 0 and below 1",
        headStart);
    this.target = target;
    this.sigma = sigma;
    this.slack = slack;
    this.decision = decision;
    this.headStart = headStart;
    this.upper = headStart * decisionLimit();
    this.lower = upper;
  }

  /**
   * Returns a chart that has seen nothing yet, with {@code k = 0.5}, {@code h = 5} and no head
   * start.
   *
   * @param target the level that should hold, finite
   * @param sigma the standard deviation of one observation, above 0 and at most 1e300
   * @return the chart
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Cusum around(double target, double sigma) {
    return new Cusum(target, sigma, 0.5, 5, 0);
  }

  /**
   * Returns a fresh chart with another slack, {@code k}.
   *
   * @param sigmas by how much an observation may miss the target without counting, in sigmas;
   *     finite and at least 0
   * @return the chart; it has seen nothing yet
   * @throws IllegalArgumentException if the slack is out of range
   */
  public Cusum withSlack(double sigmas) {
    return new Cusum(target, sigma, sigmas, decision, headStart);
  }

  /**
   * Returns a fresh chart with another decision limit, {@code h}.
   *
   * @param sigmas above how many sigmas a sum is a signal; above 0 and at most 1e6
   * @return the chart; it has seen nothing yet
   * @throws IllegalArgumentException if the limit is out of range
   */
  public Cusum withDecision(double sigmas) {
    return new Cusum(target, sigma, slack, sigmas, headStart);
  }

  /**
   * Returns a fresh chart whose sums start above 0, to find a process that is off from the start.
   *
   * @param share the start as a share of the decision limit, at least 0 and below 1; 0.5 is usual
   * @return the chart; it has seen nothing yet
   * @throws IllegalArgumentException if the share is out of range
   * @see "Lucas and Crosier (1982), Fast initial response for CUSUM quality-control schemes,
   *     Technometrics 24:199"
   */
  public Cusum withHeadStart(double share) {
    return new Cusum(target, sigma, slack, decision, share);
  }

  /**
   * Takes the next observation.
   *
   * @param observation the observation, finite
   * @return whether there is a signal, upwards or downwards
   * @throws IllegalArgumentException if the observation is not finite, or so large that a sum would
   *     not be
   */
  public boolean add(double observation) {
    double up = Math.max(0, observation - (target + slack * sigma) + upper);
    double down = Math.max(0, target - slack * sigma - observation + lower);
    if (!Double.isFinite(up) || !Double.isFinite(down)) {
      throw new IllegalArgumentException(
          "Cusum observation "
              + n
              + " is "
              + observation
              + "; it must be finite, and so must the sums");
    }
    upper = up;
    lower = down;
    upperRun = upper > 0 ? upperRun + 1 : 0;
    lowerRun = lower > 0 ? lowerRun + 1 : 0;
    n++;
    return signalsUp() || signalsDown();
  }

  /**
   * Returns whether the level is shown to be above the target.
   *
   * @return whether {@code upper() > decisionLimit()}
   */
  public boolean signalsUp() {
    return upper > decisionLimit();
  }

  /**
   * Returns whether the level is shown to be below the target.
   *
   * @return whether {@code lower() > decisionLimit()}
   */
  public boolean signalsDown() {
    return lower > decisionLimit();
  }

  /**
   * Returns the sum that rises when observations are above the target.
   *
   * @return the sum, at least 0
   */
  public double upper() {
    return upper;
  }

  /**
   * Returns the sum that rises when observations are below the target.
   *
   * @return the sum, at least 0
   */
  public double lower() {
    return lower;
  }

  /**
   * Returns for how many observations the upper sum has been above 0; at a signal the usual guess
   * of how long ago the level rose.
   *
   * @return the count, at least 0
   */
  public long upperRun() {
    return upperRun;
  }

  /**
   * Returns for how many observations the lower sum has been above 0; at a signal the usual guess
   * of how long ago the level fell.
   *
   * @return the count, at least 0
   */
  public long lowerRun() {
    return lowerRun;
  }

  /**
   * Returns above what a sum is a signal.
   *
   * @return {@code h·sigma}
   */
  public double decisionLimit() {
    return decision * sigma;
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
