package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.NoData;
import java.util.OptionalDouble;

/**
 * The number of successes of the first group when those of both groups together are given: the
 * noncentral hypergeometric distribution, for one quotient of odds after the other.
 */
final class ConditionalOdds {
  /** The natural logarithm beyond which no quotient of counts up to 10^9 has a limit. */
  private static final double FARTHEST = 200;

  /** Terms this much smaller than the largest do not matter to a tail of any level. */
  private static final double NEGLIGIBLE = 1e-40;

  private final TwoRates rates;
  private final long successes;
  private final long least;
  private final long most;

  private double below;
  private double above;
  private double mean;

  private ConditionalOdds(TwoRates rates) {
    this.rates = rates;
    this.successes = (long) rates.x1() + rates.x2();
    this.least = Math.max(0, successes - rates.n2());
    this.most = Math.min(rates.n1(), successes);
  }

  static Multiple of(TwoRates rates, double confidence) {
    return new ConditionalOdds(rates).estimate(confidence);
  }

  private Multiple estimate(double confidence) {
    if (least == most) {
      NoData reason = rates.isIncomplete() ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW;
      return Multiple.noData(rates.n(), confidence, reason);
    }
    int x = rates.x1();
    double tail = (1 - confidence) / 2;
    double lower = x == least ? 0 : odds(() -> above < tail);
    OptionalDouble upper =
        x == most ? OptionalDouble.empty() : OptionalDouble.of(odds(() -> below > tail));
    Multiple value =
        x == most
            ? Multiple.of(1, 0, rates.n(), confidence)
            : Multiple.of(x == least ? 0 : odds(() -> mean < x), 1, rates.n(), confidence);
    return value.withLimits(lower, upper);
  }

  /** Asks about the distribution that was computed last. */
  private interface Question {
    boolean isYes();
  }

  /** The quotient of odds up to which the answer is yes. */
  private double odds(Question question) {
    double log =
        Bisection.lastBelow(
            -FARTHEST,
            FARTHEST,
            candidate -> {
              compute(Math.exp(candidate));
              return question.isYes();
            });
    return Math.exp(log);
  }

  /** Computes the mean and the probabilities of the observed count or fewer, or more. */
  private void compute(double odds) {
    long mode = mode(odds);
    double total = 0;
    double weighted = 0;
    double fewer = 0;
    double more = 0;
    double term = 1;
    for (long k = mode; k <= most && term > NEGLIGIBLE; k++) {
      total += term;
      weighted += term * (k - mode);
      fewer += k <= rates.x1() ? term : 0;
      more += k >= rates.x1() ? term : 0;
      term *= step(k, odds);
    }
    term = mode > least ? 1 / step(mode - 1, odds) : 0;
    for (long k = mode - 1; k >= least && term > NEGLIGIBLE; k--) {
      total += term;
      weighted += term * (k - mode);
      fewer += k <= rates.x1() ? term : 0;
      more += k >= rates.x1() ? term : 0;
      term = k > least ? term / step(k - 1, odds) : 0;
    }
    mean = mode + weighted / total;
    below = fewer / total;
    above = more / total;
  }

  /** How many times as probable {@code k + 1} successes are as {@code k}; falls with k. */
  private double step(long k, double odds) {
    double up = (double) (rates.n1() - k) * (successes - k);
    double down = (k + 1.0) * (rates.n2() - successes + k + 1);
    return up / down * odds;
  }

  private long mode(double odds) {
    long low = least;
    long high = most;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (step(middle, odds) > 1) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
