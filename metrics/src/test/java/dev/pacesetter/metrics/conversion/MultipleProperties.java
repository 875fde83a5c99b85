package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Ratio;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MultipleProperties {
  /** The methods of both kinds of quotients. */
  interface Method {
    Multiple of(Ratio first, Ratio second, double confidence);
  }

  @Provide
  Arbitrary<Method> methods() {
    return Arbitraries.of(
        RateRatio.KATZ::of,
        RateRatio.SCORE::of,
        OddsRatio.WOOLF::of,
        OddsRatio.HALDANE::of,
        OddsRatio.EXACT::of);
  }

  /** Neither nobody nor everybody succeeds. */
  @Provide
  Arbitrary<Ratio> counts() {
    return Arbitraries.integers()
        .between(2, 300)
        .flatMap(n -> Arbitraries.integers().between(1, n - 1).map(x -> Ratio.of(x, n)));
  }

  @Property
  void containsTheObservedNumber(
      @ForAll("methods") Method method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second) {
    Multiple multiple = method.of(first, second, 0.9);

    assertThat(multiple.contains(multiple.value().orElseThrow())).isTrue();
  }

  @Property
  void isTheReciprocalWhenTheGroupsTradePlaces(
      @ForAll("methods") Method method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second) {
    Multiple one = method.of(first, second, 0.95);
    Multiple other = method.of(second, first, 0.95);

    assertThat(one.value().orElseThrow() * other.value().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(interval(one).lower() * interval(other).upper()).isCloseTo(1, within(1e-9));
    assertThat(interval(one).upper() * interval(other).lower()).isCloseTo(1, within(1e-9));
  }

  @Property
  void oddsAreTheReciprocalWhenLossesAreCountedInstead(
      @ForAll OddsRatio method, @ForAll("counts") Ratio first, @ForAll("counts") Ratio second) {
    Interval won = interval(method.of(first, second, 0.95));
    Interval lost = interval(method.of(others(first), others(second), 0.95));

    assertThat(won.lower() * lost.upper()).isCloseTo(1, within(1e-9));
  }

  @Property
  void shrinksWithTheNumberOfTrials(
      @ForAll("methods") Method method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second,
      @ForAll @IntRange(min = 2, max = 50) int times) {
    Interval few = interval(method.of(first, second, 0.95));
    Interval many = interval(method.of(times(first, times), times(second, times), 0.95));

    assertThat(many.upper() / many.lower()).isLessThan(few.upper() / few.lower());
  }

  private static Interval interval(Multiple multiple) {
    return multiple.interval().orElseThrow();
  }

  private static Ratio others(Ratio counts) {
    return Ratio.of(counts.denominator() - counts.numerator(), counts.denominator());
  }

  private static Ratio times(Ratio counts, int times) {
    return Ratio.of(times * counts.numerator(), times * counts.denominator());
  }
}
