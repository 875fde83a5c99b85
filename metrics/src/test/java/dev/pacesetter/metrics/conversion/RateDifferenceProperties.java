package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RateDifferenceProperties {
  @Provide
  Arbitrary<Ratio> counts() {
    return Arbitraries.integers()
        .between(1, 400)
        .flatMap(n -> Arbitraries.integers().between(0, n).map(x -> Ratio.of(x, n)));
  }

  @Property
  void containsTheObservedDifference(
      @ForAll RateDifference method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second,
      @ForAll @DoubleRange(min = 0.8, max = 0.99) double confidence) {
    Measure difference = method.of(first, second, confidence);

    assertThat(difference.interval().orElseThrow().contains(difference.value())).isTrue();
  }

  @Property
  void mirrorsWhenTheGroupsTradePlaces(
      @ForAll RateDifference method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second) {
    Measure one = method.of(first, second, 0.95);
    Measure other = method.of(second, first, 0.95);

    assertThat(other.value()).isEqualTo(-one.value() + 0.0);
    assertThat(interval(other).lower()).isEqualTo(-interval(one).upper() + 0.0);
    assertThat(interval(other).upper()).isEqualTo(-interval(one).lower() + 0.0);
  }

  @Property
  void mirrorsWhenLossesAreCountedInstead(
      @ForAll RateDifference method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second) {
    Measure won = method.of(first, second, 0.95);
    Measure lost = method.of(others(first), others(second), 0.95);

    assertThat(interval(lost).lower()).isCloseTo(-interval(won).upper(), within(1e-9));
    assertThat(interval(lost).upper()).isCloseTo(-interval(won).lower(), within(1e-9));
  }

  @Property
  void shrinksWithTheNumberOfTrials(
      @ForAll RateDifference method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second,
      @ForAll @IntRange(min = 2, max = 100) int times) {
    Measure few = method.of(first, second, 0.95);
    Measure many = method.of(times(first, times), times(second, times), 0.95);

    assertThat(interval(many).width()).isLessThanOrEqualTo(interval(few).width() + 1e-12);
  }

  @Property
  void widensWithConfidence(
      @ForAll RateDifference method,
      @ForAll("counts") Ratio first,
      @ForAll("counts") Ratio second) {
    Interval narrow = interval(method.of(first, second, 0.8));
    Interval wide = interval(method.of(first, second, 0.99));

    assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
    assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper());
  }

  private static Interval interval(Measure measure) {
    return measure.interval().orElseThrow();
  }

  private static Ratio others(Ratio counts) {
    return Ratio.of(counts.denominator() - counts.numerator(), counts.denominator());
  }

  private static Ratio times(Ratio counts, int times) {
    return Ratio.of(times * counts.numerator(), times * counts.denominator());
  }
}
