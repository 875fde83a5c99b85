package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class ProportionIntervalProperties {
  @Property
  void staysWithinZeroAndOneAroundTheObservedShare(
      @ForAll ProportionInterval method,
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long trials,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double share,
      @ForAll @DoubleRange(min = 0.8, max = 0.99) double confidence) {
    long successes = Math.round(share * trials);

    Interval interval = method.of(successes, trials, confidence);

    assertThat(interval.lower()).isBetween(0.0, (double) successes / trials);
    assertThat(interval.upper()).isBetween((double) successes / trials, 1.0);
  }

  @Property
  void mirrorsWhenLossesAreCountedInstead(
      @ForAll ProportionInterval method,
      @ForAll @LongRange(min = 1, max = 100_000) long trials,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double share) {
    long successes = Math.round(share * trials);

    Interval won = method.of(successes, trials, 0.95);
    Interval lost = method.of(trials - successes, trials, 0.95);

    assertThat(won.lower()).isCloseTo(1 - lost.upper(), within(1e-12));
    assertThat(won.upper()).isCloseTo(1 - lost.lower(), within(1e-12));
  }

  @Property
  void widensWithConfidence(
      @ForAll ProportionInterval method,
      @ForAll @LongRange(min = 1, max = 100_000) long trials,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double share) {
    long successes = Math.round(share * trials);

    Interval narrow = method.of(successes, trials, 0.8);
    Interval wide = method.of(successes, trials, 0.99);

    assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
    assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper());
  }

  @Property
  void shrinksWithTheNumberOfTrials(
      @ForAll ProportionInterval method,
      @ForAll @LongRange(min = 1, max = 1_000) long trials,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double share,
      @ForAll @LongRange(min = 2, max = 1_000) long times) {
    long successes = Math.round(share * trials);

    Interval few = method.of(successes, trials, 0.95);
    Interval many = method.of(times * successes, times * trials, 0.95);

    assertThat(many.width()).isLessThan(few.width());
  }
}
