package dev.pacesetter.metrics.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of a total hangs on few: revenue on customers, a forecast on deals, bookings on people.
 *
 * <p>Below, {@code x} are the amounts, {@code n} of them, and {@code s = x/Σx} the shares. Who is
 * worth nothing counts too. Without anybody, or when all are worth nothing, there is no data. The
 * figures describe these amounts and are no estimates for others, so they have no interval.
 *
 * <pre>{@code
 * Concentration revenue = Concentration.ofMoney(byCustomer);
 * revenue.topShare(0.2);        // 0.72: the first fifth of the customers brings 72 %
 * revenue.customersFor(0.8);    // 34 of 100 bring 80 %
 * }</pre>
 */
public final class Concentration {
  private static final double LARGEST = 1e140; // so that squares and sums stay finite

  /** Shares this close to a limit are at the limit but for rounding. */
  private static final double SLACK = 1e-12;

  private final double[] descending;
  private final double total;

  private Concentration(double[] amounts) {
    double[] ascending = amounts.clone();
    for (int i = 0; i < ascending.length; i++) {
      if (!(ascending[i] >= 0 && ascending[i] <= LARGEST)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            "Concentration amount " + i + " is " + ascending[i] + "; it must be from 0 to 1e140");
      }
      ascending[i] += 0.0; // -0.0 becomes 0.0
    }
    Arrays.sort(ascending);
    descending = new double[ascending.length];
    Arrays.setAll(descending, i -> ascending[ascending.length - 1 - i]);
    total = sum(descending.length, 0);
  }

  /**
   * Returns the concentration of amounts.
   *
   * @param amounts one for each customer, at least 0 and at most 1e140, in any order; copied
   * @return the concentration
   * @throws IllegalArgumentException if an amount is out of range; what was paid back is to be
   *     taken off the customer's amount first
   */
  public static Concentration of(double... amounts) {
    return new Concentration(amounts);
  }

  /**
   * Returns the concentration of money in minor units.
   *
   * @param amounts one for each customer, at least 0; each exact up to 2<sup>53</sup>
   * @return the concentration
   * @throws IllegalArgumentException if an amount is negative
   */
  public static Concentration ofMoney(long... amounts) {
    return new Concentration(Arrays.stream(amounts).asDoubleStream().toArray());
  }

  /**
   * Returns how many there are, those who are worth nothing included.
   *
   * @return the number, at least 0
   */
  public int n() {
    return descending.length;
  }

  /**
   * Returns what all are worth together.
   *
   * @return the sum of the amounts
   */
  public double total() {
    return total;
  }

  /**
   * Returns the Gini coefficient: 0 when all are worth the same, {@code 1 - 1/n} when one is worth
   * all.
   *
   * @return {@code Σ(2i - n - 1)·x(i)/(nΣx)}, {@code x(i)} ascending
   * @see <a href="https://doi.org/10.2307/2223319">Gini (1921), The Economic Journal 31:124</a>
   */
  public Measure gini() {
    return ratio(1, this::rawGini);
  }

  /**
   * Returns the Gini coefficient that is 1 when one is worth all, however many there are.
   *
   * @return {@link #gini} times {@code n/(n-1)}; no data for fewer than two
   */
  public Measure adjustedGini() {
    return ratio(2, () -> rawGini() * n() / (n() - 1));
  }

  /**
   * Returns the Herfindahl-Hirschman index: from {@code 1/n} when all are worth the same to 1 when
   * one is worth all (Hirschman 1964, American Economic Review 54:761).
   *
   * @return {@code Σs²}
   */
  public Measure herfindahl() {
    return ratio(1, this::rawHerfindahl);
  }

  /**
   * Returns the Herfindahl-Hirschman index on a scale from 0 to 1, however many there are.
   *
   * @return {@code (Σs² - 1/n)/(1 - 1/n)}; no data for fewer than two
   */
  public Measure normalisedHerfindahl() {
    // Σ(s - 1/n)² is Σs² - 1/n without subtracting nearly equal numbers
    return ratio(
        2,
        () -> {
          double even = 1.0 / n();
          double sum = 0;
          for (double x : descending) {
            sum += (x / total - even) * (x / total - even);
          }
          return sum / (1 - even);
        });
  }

  /**
   * Returns how many of equal worth would be as concentrated.
   *
   * @return {@code 1/Σs²}, from 1 to {@code n}
   */
  public Measure effectiveCustomers() {
    return measure(Unit.COUNT, 1, () -> 1 / rawHerfindahl());
  }

  /**
   * Returns the share of the total that the largest bring, whole customers counted: {@code
   * ⌈n·share⌉} of them, so that the top fifth of three is one.
   *
   * @param share which part of the customers, from 0 to 1
   * @return their part of the total
   * @throws IllegalArgumentException if the share is out of range
   */
  public Measure topShare(double share) {
    checkShare(share);
    int count = (int) Math.ceil(n() * share * (1 - SLACK));
    return ratio(1, () -> Math.min(1, sum(count, 0) / total));
  }

  /**
   * Returns the share of the total that the largest bring, a fraction of a customer counted as
   * such.
   *
   * @param share which part of the customers, from 0 to 1
   * @return their part of the total; {@code share} itself when all are worth the same
   * @throws IllegalArgumentException if the share is out of range
   */
  public Measure interpolatedTopShare(double share) {
    checkShare(share);
    double count = n() * share;
    int whole = Math.min(n(), (int) Math.floor(count * (1 + SLACK)));
    double part = Math.max(0, count - whole);
    double next = whole < n() ? part * descending[whole] : 0;
    return ratio(1, () -> Math.min(1, sum(whole, next) / total));
  }

  /**
   * Returns how few of the largest bring a share of the total.
   *
   * @param share the part of the total, from 0 to 1
   * @return the fewest customers who bring at least that, as a {@link Unit#COUNT}
   * @throws IllegalArgumentException if the share is out of range
   */
  public Measure customersFor(double share) {
    checkShare(share);
    return measure(
        Unit.COUNT,
        1,
        () -> {
          int count = 0;
          double sum = 0;
          double lost = 0; // by which the sum is too small
          while (count < n() && sum + lost < share * total * (1 - SLACK)) {
            double x = descending[count++];
            double next = sum + x;
            lost += Math.max(sum, x) - next + Math.min(sum, x);
            sum = next;
          }
          return count;
        });
  }

  private double rawGini() {
    double n = n();
    double[] terms = new double[n()];
    Arrays.setAll(terms, i -> (n - 1 - 2.0 * i) * descending[i]);
    return Math.max(0, Arrays.stream(terms).sum() / n / total);
  }

  private double rawHerfindahl() {
    double sum = 0;
    for (double x : descending) {
      sum += (x / total) * (x / total);
    }
    return sum;
  }

  /** Returns the sum of the largest, compensated, and something more. */
  private double sum(int count, double more) {
    return Arrays.stream(descending, 0, count).sum() + more;
  }

  private Measure ratio(int least, DoubleSupplier value) {
    return measure(Unit.RATIO, least, value);
  }

  private Measure measure(Unit unit, int least, DoubleSupplier value) {
    if (total == 0) {
      return Measure.noData(unit, n(), NoData.NOTHING_OBSERVED);
    }
    return n() < least
        ? Measure.noData(unit, n(), NoData.TOO_FEW)
        : Measure.of(value.getAsDouble(), unit, n());
  }

  private static void checkShare(double share) {
    checkArgument(
        share >= 0 && share <= 1, "Concentration share is %s; it must be from 0 to 1", share);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Concentration that && Arrays.equals(descending, that.descending);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(descending);
  }

  /** Reads like {@code Concentration of 5150549.45 on 1000}. */
  @Override
  public String toString() {
    return "Concentration of " + total + " on " + n();
  }
}
