package dev.pacesetter.plan.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static StepRate beta(double alpha, double beta) {
    return new StepRate(Measure.of(alpha / (alpha + beta), Unit.RATIO, 1), alpha, beta);
  }

  private static Chance.Enough atLeast(int deals) {
    return won -> won >= deals ? 1 : 0;
  }

  @Test
  void isEvenOverAllNumbersOfDealsWhereNothingIsKnownOfTheRate() {
    // Beta(1, 1): each of 0..n deals has the probability 1/(n + 1), so (n - 33)/(n + 1) for 34
    Chance chance = new Chance(List.of(beta(1, 1)), atLeast(34));
    assertThat(chance.of(99)).isCloseTo(66 / 100.0, within(1e-12));
    assertThat(chance.least(0.8)).hasValue(169);
  }

  @Test
  void isThatOfACoinWhereTheRateIsKnown() {
    // 1 - 2^-n reaches 0.8 with 3 throws
    Chance chance = new Chance(List.of(beta(5e8, 5e8)), atLeast(1));
    assertThat(chance.of(2)).isCloseTo(0.75, within(1e-8));
    assertThat(chance.least(0.8)).hasValue(3);
  }

  @Test
  void isNoCertaintyWhereTheRateMayBeNothing() {
    // the rate lies below one in a million with probability 0.25
    Chance chance = new Chance(List.of(beta(0.1, 1)), atLeast(1));
    assertThat(chance.least(0.8)).isEmpty();
  }

  /** Goes through all steps one by one, as the lattice does not. */
  private static double exact(List<StepRate> rates, int n, Chance.Enough enough) {
    double[] chance = new double[n + 1];
    for (int won = 0; won <= n; won++) {
      chance[won] = enough.chance(won);
    }
    for (int step = rates.size() - 1; step >= 0; step--) {
      double[] next = new double[n + 1];
      for (int entered = 0; entered <= n; entered++) {
        for (int passed = 0; passed <= entered; passed++) {
          next[entered] += mass(rates.get(step), entered, passed) * chance[passed];
        }
      }
      chance = next;
    }
    return chance[n];
  }

  /** The beta-binomial as a product of rising factorials. */
  private static double mass(StepRate rate, int n, int x) {
    double log = 0;
    for (int i = 0; i < n; i++) {
      log -= Math.log(rate.alpha() + rate.beta() + i);
    }
    for (int i = 0; i < x; i++) {
      log += Math.log(rate.alpha() + i) + Math.log(n - i) - Math.log(i + 1);
    }
    for (int i = 0; i < n - x; i++) {
      log += Math.log(rate.beta() + i);
    }
    return Math.exp(log);
  }

  @Property(tries = 60)
  void isExactForOneStepAndWithinAThousandthForMore(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 40) Integer> successes,
      @ForAll @IntRange(min = 1, max = 40) int failures,
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 1, max = 10) int deals) {
    List<StepRate> rates =
        successes.stream().map(count -> beta(count + 0.5, failures + 0.5)).toList();
    double exact = exact(rates, n, atLeast(deals));
    assertThat(new Chance(rates, atLeast(deals)).of(n))
        .isCloseTo(exact, within(rates.size() == 1 ? 1e-10 : 1e-3));
  }

  @Property(tries = 60)
  void neverFallsWithMoreCases(
      @ForAll @Size(min = 1, max = 2) List<@DoubleRange(min = 0.6, max = 50) Double> successes,
      @ForAll @DoubleRange(min = 0.6, max = 50) double failures,
      @ForAll @IntRange(min = 1, max = 400) int n,
      @ForAll @IntRange(min = 1, max = 20) int deals) {
    Chance chance =
        new Chance(successes.stream().map(count -> beta(count, failures)).toList(), atLeast(deals));
    assertThat(chance.of(n + 1)).isGreaterThanOrEqualTo(chance.of(n) - 1e-12);
  }
}
