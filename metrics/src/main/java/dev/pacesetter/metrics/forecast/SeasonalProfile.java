package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a period's plan spreads over its parts: the share planned for each, such as every week of a
 * quarter.
 *
 * <p>Weights say how much a part counts, in any unit: seasonal indices, working days, or their
 * product by {@link #times}.
 */
public final class SeasonalProfile {
  private final double[] weights;

  /** The sum of the weights before each part, and of all. */
  private final double[] sums;

  private SeasonalProfile(double[] weights) {
    this.weights = weights;
    this.sums = new double[weights.length + 1];
    for (int part = 0; part < weights.length; part++) {
      sums[part + 1] = sums[part] + weights[part];
    }
    checkArgument(
        sums[weights.length] > 0,
        "SeasonalProfile has %s weights and none above 0; there must be one",
        weights.length);
  }

  /**
   * Returns a profile.
   *
   * @param weights how much each part counts, from 0 to 1e100, not all 0
   * @return the profile
   * @throws IllegalArgumentException if a weight is out of range or none is above 0
   */
  public static SeasonalProfile ofWeights(double... weights) {
    return new SeasonalProfile(Columns.notNegative("SeasonalProfile weight", weights));
  }

  /**
   * Returns a profile in which all parts count alike.
   *
   * @param parts the number of parts, at least 1
   * @return the profile
   * @throws IllegalArgumentException if there is no part
   */
  public static SeasonalProfile even(int parts) {
    checkArgument(parts >= 1, "SeasonalProfile has %s parts; it must be at least 1", parts);
    double[] weights = new double[parts];
    Arrays.fill(weights, 1);
    return new SeasonalProfile(weights);
  }

  /**
   * Returns this profile with each weight multiplied, such as by the working days of the part.
   *
   * @param factors one for each part, from 0 to 1e100
   * @return the profile
   * @throws IllegalArgumentException if their number differs, one is out of range, or no product is
   *     above 0
   */
  public SeasonalProfile times(double... factors) {
    Columns.checkLength("SeasonalProfile factors", weights.length, factors.length);
    double[] products = Columns.notNegative("SeasonalProfile factor", factors);
    for (int part = 0; part < products.length; part++) {
      products[part] *= weights[part] / sums[weights.length];
    }
    return new SeasonalProfile(products);
  }

  /**
   * Returns the number of parts.
   *
   * @return the count, at least 1
   */
  public int parts() {
    return weights.length;
  }

  /**
   * Returns the share planned for a part: {@code w / Σw}.
   *
   * @param part the part, from 0
   * @return the share, from 0 to 1
   * @throws IndexOutOfBoundsException if there is no such part
   */
  public double share(int part) {
    return weights[Objects.checkIndex(part, weights.length)] / sums[weights.length];
  }

  /**
   * Returns the share planned by a moment.
   *
   * @param elapsed how many parts are over, from 0 to their number; 4.5 is in the middle of the
   *     fifth part, whose share counts half
   * @return the cumulative share, from 0 to 1
   * @throws IllegalArgumentException if it is out of range
   */
  public double shareBy(double elapsed) {
    Columns.checkRange("SeasonalProfile elapsed parts", elapsed, 0, weights.length);
    int whole = (int) elapsed;
    double begun = whole < weights.length ? weights[whole] * (elapsed - whole) : 0;
    return Math.min(1, (sums[whole] + begun) / sums[weights.length]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SeasonalProfile that && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  /** Reads like {@code SeasonalProfile of [22.0, 20.0, 21.0]}. */
  @Override
  public String toString() {
    return "SeasonalProfile of " + Arrays.toString(weights);
  }
}
