package dev.pacesetter.goal;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What a period's total will be if its months come like the months before.
 *
 * <p>The months are taken as independent draws around their mean. From two whole years on, each
 * month of the year has its own share: the ratio of its mean to the mean of all. With {@code y} the
 * months divided by their shares {@code f}, {@code m} their number and {@code s} their standard
 * deviation, the total of the months {@code j} has the mean {@code ȳ·Σf} and the variance {@code
 * s²·Σf² + e}: the spread of the months to come, and the error {@code e} of the mean they are drawn
 * around, {@code s²·(Σf)²/m} without shares and {@code s²·Σf²·12/m} with a mean a month of the
 * year. Divided by its root, the distance of a total to the mean follows Student's t distribution
 * with {@code m - 1} degrees of freedom, or {@code m - 12} with shares; the year may have 13 months
 * too.
 *
 * <p>Months of unequal numbers of weeks are first divided by their length, and {@code f} is their
 * length times their share.
 *
 * <p>No trend is assumed: a business that grows steadily gets too low a chance, one that shrinks
 * too high a one.
 *
 * @param mean the expected total
 * @param deviation the standard deviation of the prediction, at least 0
 * @param degrees the degrees of freedom
 * @see <a href="https://doi.org/10.1002/9780470316771">Hahn and Meeker (1991), 4.7: prediction
 *     intervals for a future sample mean</a>
 */
record PeriodTotal(double mean, double deviation, int degrees) {
  /**
   * Predicts.
   *
   * @param past the months' totals, each divided by its length, the last of them last; at least two
   * @param firstOfPast which month of the year the first of them is, from 0
   * @param toCome the months of the period
   */
  static PeriodTotal from(double[] past, int firstOfPast, MonthsToCome toCome) {
    int years = past.length / toCome.aYear();
    double all = Arrays.stream(past).average().orElseThrow();
    return years >= 2 && all != 0
        ? seasonal(past, firstOfPast, toCome, years)
        : even(past, all, toCome);
  }

  private static PeriodTotal even(double[] past, double mean, MonthsToCome toCome) {
    int degrees = past.length - 1;
    double squares = Arrays.stream(past).map(x -> (x - mean) * (x - mean)).sum();
    double variance = squares / degrees;
    double months = toCome.lengths().stream().sum();
    double each = toCome.lengths().stream().map(length -> length * length).sum();
    double spread = variance * each + variance * months * months / past.length;
    return new PeriodTotal(mean * months, Math.sqrt(spread), degrees);
  }

  private static PeriodTotal seasonal(
      double[] past, int firstOfPast, MonthsToCome toCome, int years) {
    int year = toCome.aYear();
    int used = years * year;
    int skipped = past.length - used;
    double[] means = new double[year];
    for (int i = skipped; i < past.length; i++) {
      means[(firstOfPast + i) % year] += past[i] / years;
    }
    double all = Arrays.stream(means).average().orElseThrow();
    double squares = 0;
    for (int i = skipped; i < past.length; i++) {
      double share = means[(firstOfPast + i) % year] / all;
      double rest = share == 0 ? 0 : past[i] / share - all;
      squares += rest * rest;
    }
    int degrees = used - year;
    double variance = squares / degrees;
    double total = 0;
    double shares = 0;
    for (int i = 0; i < toCome.size(); i++) {
      double usual = means[toCome.places().get(i)] * toCome.lengths().get(i);
      double share = usual / all;
      total += usual;
      shares += share * share;
    }
    return new PeriodTotal(total, Math.sqrt(variance * shares * (1 + 1.0 / years)), degrees);
  }

  /** The chance that the total is {@code amount} or more. */
  double chanceOfAtLeast(double amount) {
    if (deviation == 0) {
      return mean >= amount ? 1 : 0;
    }
    return TDistribution.of(degrees).survivalProbability((amount - mean) / deviation);
  }

  /** The amount that is reached or exceeded with a chance. */
  double reachedWithChance(double chance) {
    return mean + deviation * TDistribution.of(degrees).inverseSurvivalProbability(chance);
  }
}
