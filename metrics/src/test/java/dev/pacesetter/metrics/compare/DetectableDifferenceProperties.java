package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class DetectableDifferenceProperties {
  @Property
  void isTheInverseOfTheSampleSize(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double rate,
      @ForAll @LongRange(min = 1, max = 10_000_000) long n,
      @ForAll @DoubleRange(min = 0.01, max = 0.2) double alpha,
      @ForAll @DoubleRange(min = 0.5, max = 0.95) double power) {
    DetectableDifference.aboveRate(rate, n, alpha, power)
        .ifPresent(
            by -> {
              assertThat(SampleSize.forProportion(rate, by, alpha, power)).isLessThanOrEqualTo(n);
              assertThat(SampleSize.forProportion(rate, by * (1 - 1e-9), alpha, power))
                  .isGreaterThan(n);
            });
    DetectableDifference.belowRate(rate, n, alpha, power)
        .ifPresent(
            by ->
                assertThat(SampleSize.forProportion(rate, -by, alpha, power))
                    .isLessThanOrEqualTo(n));
    DetectableDifference.ofMean(n, alpha, power)
        .ifPresent(by -> assertThat(SampleSize.forMean(by, alpha, power)).isLessThanOrEqualTo(n));
  }

  @Property
  void shrinksWithTheNumberOfObservations(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double rate,
      @ForAll @LongRange(min = 1, max = 1_000_000) long n) {
    OptionalDouble few = DetectableDifference.aboveOtherRate(rate, n, 0.05, 0.8);
    OptionalDouble more = DetectableDifference.aboveOtherRate(rate, 2 * n, 0.05, 0.8);

    if (few.isPresent()) {
      assertThat(more.orElseThrow()).isLessThan(few.getAsDouble());
    }
  }

  @Property
  void ratesAndTheirComplementsMirror(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double rate,
      @ForAll @LongRange(min = 1, max = 1_000_000) long n) {
    OptionalDouble above = DetectableDifference.aboveRate(rate, n, 0.05, 0.8);
    OptionalDouble below = DetectableDifference.belowRate(1 - rate, n, 0.05, 0.8);

    if (above.isPresent() && below.isPresent()) {
      assertThat(below.getAsDouble() / above.getAsDouble()).isBetween(1 - 1e-6, 1 + 1e-6);
    }
  }
}
