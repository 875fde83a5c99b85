package dev.pacesetter.plan.need;

import java.util.List;
import java.util.OptionalLong;

/**
 * How likely a number of trials leads to enough deals.
 *
 * <p>The chance is the mean of {@code enough(X)} over the predictive distribution of the deals X:
 * of a single uncertain rate the beta-binomial, summed term by term; of several in a row a binomial
 * of their product, over the lattice of {@link RateProduct}. Terms follow from each other by their
 * ratio, starting at the mode, and are divided by their sum, so that no large factorial is met.
 * More trials never make enough deals less likely, and neither do the sums here beyond rounding.
 */
final class Chance {
  /** More trials than these are not looked for. */
  static final long MOST = 1_000_000;

  private static final double NEGLIGIBLE = 1e-18;

  private final List<StepRate> rates;
  private final Enough enough;
  private final RateProduct product;

  /** How likely so many deals are enough, which more of them do not make less likely. */
  interface Enough {
    double chance(int deals);
  }

  Chance(List<StepRate> rates, Enough enough) {
    this.rates = rates;
    this.enough = enough;
    product = RateProduct.of(rates);
  }

  /** Returns how likely so many trials lead to enough. */
  double of(long trials) {
    int n = Math.toIntExact(trials);
    if (rates.size() == 1) {
      return betaBinomial(n, rates.get(0));
    }
    double chance = 0;
    for (int cell = 0; cell < product.size(); cell++) {
      if (product.mass(cell) > NEGLIGIBLE) {
        chance += product.mass(cell) * binomial(n, product.rate(cell));
      }
    }
    return chance;
  }

  /** Returns the least number of trials that is enough with a confidence; empty above the most. */
  OptionalLong least(double confidence) {
    long high = 1;
    while (of(high) < confidence) {
      if (high == MOST) {
        return OptionalLong.empty();
      }
      high = Math.min(MOST, 2 * high);
    }
    long low = high / 2; // not enough, or none
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (of(middle) >= confidence) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalLong.of(high);
  }

  private double betaBinomial(int n, StepRate rate) {
    double a = rate.alpha();
    double b = rate.beta();
    int start = (int) Math.min(n, Math.round(n * a / (a + b)));
    double sum = 1;
    double met = enough.chance(start);
    double term = 1;
    for (int x = start; x < n; x++) {
      term *= (n - x) * (a + x) / ((x + 1.0) * (b + n - x - 1));
      sum += term;
      met += term * enough.chance(x + 1);
    }
    term = 1;
    for (int x = start; x > 0; x--) {
      term *= x * (b + n - x) / ((n - x + 1.0) * (a + x - 1));
      sum += term;
      met += term * enough.chance(x - 1);
    }
    return met / sum;
  }

  private double binomial(int n, double p) {
    double odds = p / (1 - p);
    int start = (int) Math.min(n, Math.floor((n + 1.0) * p));
    double sum = 1;
    double met = enough.chance(start);
    double term = 1;
    for (int x = start; x < n && term > NEGLIGIBLE; x++) {
      term *= (n - x) / (x + 1.0) * odds;
      sum += term;
      met += term * enough.chance(x + 1);
    }
    term = 1;
    for (int x = start; x > 0 && term > NEGLIGIBLE; x--) {
      term *= x / (n - x + 1.0) / odds;
      sum += term;
      met += term * enough.chance(x - 1);
    }
    return met / sum;
  }
}
