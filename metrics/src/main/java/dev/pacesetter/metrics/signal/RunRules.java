package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/**
 * Watches a series for the patterns of {@link RunRule}, one observation at a time.
 *
 * <p>The state is a few counters, however long the series. What completes a pattern depends on the
 * order of the observations, so two states cannot be merged. Not for use by several threads at
 * once.
 */
public final class RunRules {
  private static final int LAST_THREE = 0b111;
  private static final int LAST_FIVE = 0b11111;

  private final double center;
  private final double sigma;

  private long n;
  private double last;
  private boolean beyondThree;
  private int side; // points in a row above the centre, negative for below
  private int steps; // steps in a row upwards, negative for downwards
  private int turns; // steps in a row, each opposite to the one before
  private int within;
  private int beyond;
  // the latest points, one bit each, the newest lowest
  private int farAbove;
  private int farBelow;
  private int above;
  private int below;

  private RunRules(double center, double sigma) {
    checkArgument(
        Double.isFinite(center) && Double.isFinite(sigma) && sigma >= 0,
        "RunRules have centre %s and sigma %s; both must be finite, sigma at least 0",
        center,
        sigma);
    this.center = center;
    this.sigma = sigma;
  }

  /**
   * Returns rules that have seen nothing yet.
   *
   * @param center the centre line, finite
   * @param sigma the standard deviation of a point by chance alone, finite and at least 0; where it
   *     is 0, every point off the centre is beyond any number of sigmas and none is within
   * @return the rules
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static RunRules around(double center, double sigma) {
    return new RunRules(center, sigma);
  }

  /**
   * Returns which observations complete a pattern.
   *
   * @param rule the pattern
   * @param center the centre line, finite
   * @param sigma the standard deviation of a point by chance alone, finite and at least 0
   * @param observations the observations in order of time
   * @return the indexes of the observations that complete the pattern, in ascending order
   * @throws IllegalArgumentException if an argument is out of range or not finite
   */
  public static int[] hits(RunRule rule, double center, double sigma, double... observations) {
    RunRules rules = new RunRules(center, sigma);
    int[] hits = new int[observations.length];
    int count = 0;
    for (int i = 0; i < observations.length; i++) {
      rules.add(observations[i]);
      if (rules.completes(rule)) {
        hits[count++] = i;
      }
    }
    return Arrays.copyOf(hits, count);
  }

  /**
   * Takes the next observation.
   *
   * @param observation the observation, finite
   * @throws IllegalArgumentException if the observation is not finite
   */
  public void add(double observation) {
    if (!Double.isFinite(observation)) {
      throw new IllegalArgumentException(
          "RunRules observation " + n + " is " + observation + "; it must be finite");
    }
    double deviation = observation - center;
    double distance = Math.abs(deviation);
    beyondThree = distance > 3 * sigma;
    side = continued(side, Double.compare(deviation + 0.0, 0.0));
    if (n > 0) {
      int direction = Double.compare(observation + 0.0, last + 0.0);
      boolean turned = direction != 0 && Integer.signum(steps) == -direction;
      turns = turned ? increment(turns) : Math.abs(direction);
      steps = continued(steps, direction);
    }
    within = distance < sigma ? increment(within) : 0;
    beyond = distance > sigma ? increment(beyond) : 0;
    farAbove = shift(farAbove, deviation > 2 * sigma);
    farBelow = shift(farBelow, -deviation > 2 * sigma);
    above = shift(above, deviation > sigma);
    below = shift(below, -deviation > sigma);
    last = observation;
    n++;
  }

  /**
   * Returns whether the latest observation completes a pattern.
   *
   * @param rule the pattern
   * @return whether the pattern ends with the latest observation; false before the first
   */
  public boolean completes(RunRule rule) {
    return switch (rule) {
      case BEYOND_THREE_SIGMA -> beyondThree;
      case NINE_ON_ONE_SIDE -> Math.abs(side) >= 9;
      case SIX_RISING_OR_FALLING -> Math.abs(steps) >= 5;
      case FOURTEEN_ALTERNATING -> turns >= 13;
      case TWO_OF_THREE_BEYOND_TWO_SIGMA ->
          n >= 3 && (among(farAbove & LAST_THREE, 2) || among(farBelow & LAST_THREE, 2));
      case FOUR_OF_FIVE_BEYOND_ONE_SIGMA ->
          n >= 5 && (among(above & LAST_FIVE, 4) || among(below & LAST_FIVE, 4));
      case FIFTEEN_WITHIN_ONE_SIGMA -> within >= 15;
      case EIGHT_BEYOND_ONE_SIGMA -> beyond >= 8;
      case EIGHT_ON_ONE_SIDE -> Math.abs(side) >= 8;
    };
  }

  /**
   * Returns the number of observations taken.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n;
  }

  /** Counts on in the same direction, starts again in another, and stops where there is none. */
  private static int continued(int run, int direction) {
    if (direction == 0) {
      return 0;
    }
    return Integer.signum(run) == direction ? direction * increment(Math.abs(run)) : direction;
  }

  /** No rule asks for longer runs, and a counter must not overflow. */
  private static int increment(int count) {
    return Math.min(count + 1, 1000);
  }

  private static int shift(int history, boolean latest) {
    return (history << 1 | (latest ? 1 : 0)) & LAST_FIVE;
  }

  private static boolean among(int history, int least) {
    return (history & 1) == 1 && Integer.bitCount(history) >= least;
  }
}
