package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The continuous ranked probability score (CRPS) of a forecast distribution {@code F} when {@code
 * y} came: {@code ∫(F(x) - [x >= y])² dx}. It is in the unit of the value, at least 0, and the
 * absolute error for a forecast that names one number.
 *
 * @see <a href="https://doi.org/10.1198/016214506000001437">Gneiting and Raftery (2007)</a>
 */
public final class RankedProbabilityScore {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double ROOT_OF_PI = Math.sqrt(Math.PI);

  private RankedProbabilityScore() {}

  /**
   * Returns the score of a normal distribution: {@code σ·(z·(2Φ(z) - 1) + 2φ(z) - 1/√π)} with
   * {@code z = (y - mean) / σ}.
   *
   * @param actual what came, {@code y}, up to 1e100 in magnitude
   * @param mean the mean of the forecast, up to 1e100 in magnitude
   * @param deviation its standard deviation {@code σ}, from 0 to 1e100
   * @return the score, at least 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double ofNormal(double actual, double mean, double deviation) {
    Columns.checkRange("RankedProbabilityScore actual", actual, -1e100, 1e100);
    Columns.checkRange("RankedProbabilityScore mean", mean, -1e100, 1e100);
    Columns.checkRange("RankedProbabilityScore deviation", deviation, 0, 1e100);
    double distance = Math.abs(actual - mean);
    double z = distance / deviation;
    if (deviation == 0 || z > 40) { // what is left of the tail is nothing
      return distance - deviation / ROOT_OF_PI;
    }
    double inner = z * (1 - 2 * NORMAL.survivalProbability(z)) + 2 * NORMAL.density(z);
    return deviation * (inner - 1 / ROOT_OF_PI);
  }

  /**
   * Returns the score of the members of an ensemble, taken as the distribution: {@code mean|x - y|
   * - ΣΣ|x - x'| / 2n²}.
   *
   * @param actual what came, up to 1e100 in magnitude
   * @param members simulated or past values, in any order, up to 1e100 in magnitude; at least one
   * @return the score, at least 0
   * @throws IllegalArgumentException if there is no member or a value is out of range
   */
  public static double ofEnsemble(double actual, double... members) {
    int n = members.length;
    return distance(actual, members) - pairs(members) / n / n;
  }

  /**
   * Returns the score of an ensemble as if it had endless members, so that small ones are not
   * punished: {@code mean|x - y| - ΣΣ|x - x'| / 2n(n-1)}.
   *
   * @param actual what came, up to 1e100 in magnitude
   * @param members simulated or past values, in any order, up to 1e100 in magnitude; at least one
   * @return the score, which may be below 0; empty for a single member
   * @throws IllegalArgumentException if there is no member or a value is out of range
   * @see <a href="https://doi.org/10.1002/qj.2270">Ferro (2014)</a>
   */
  public static OptionalDouble ofFairEnsemble(double actual, double... members) {
    int n = members.length;
    double distance = distance(actual, members);
    return n == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(distance - pairs(members) / n / (n - 1));
  }

  private static double distance(double actual, double[] members) {
    checkArgument(
        members.length >= 1, "RankedProbabilityScore has no members; there must be at least 1");
    Columns.checkRange("RankedProbabilityScore actual", actual, -1e100, 1e100);
    double sum = 0;
    for (double member : Columns.finite("RankedProbabilityScore member", members)) {
      sum += Math.abs(member - actual);
    }
    return sum / members.length;
  }

  /** The sum of the distances of all pairs, through gaps of the sorted members. */
  private static double pairs(double[] members) {
    double[] sorted = members.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = 1; i < sorted.length; i++) {
      sum += (sorted[i] - sorted[i - 1]) * ((double) i * (sorted.length - i));
    }
    return sum;
  }
}
