package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SignalProperties {
  @Property
  void noRuleKnowsUpFromDown(
      @ForAll RunRule rule,
      @ForAll @Size(max = 60) List<@IntRange(min = -4, max = 4) Integer> steps) {
    double[] x = steps.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] mirrored = Arrays.stream(x).map(value -> -value).toArray();

    assertThat(RunRules.hits(rule, 0, 1, mirrored)).isEqualTo(RunRules.hits(rule, 0, 1, x));
  }

  @Property
  void theUnitOfMeasurementDoesNotMatter(
      @ForAll RunRule rule,
      @ForAll @Size(max = 60) List<@IntRange(min = -4, max = 4) Integer> steps) {
    double[] x = steps.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] scaled = Arrays.stream(x).map(value -> 64 * value + 1024).toArray();

    assertThat(RunRules.hits(rule, 1024, 64, scaled)).isEqualTo(RunRules.hits(rule, 0, 1, x));
  }

  @Property
  void whatIsOutsideIsWhatBreaksTheFirstRule(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double[] x = toArray(values);
    IndividualsChart chart = IndividualsChart.of(Unit.MONEY, x);
    ControlLimits limits = chart.limits().orElseThrow();
    for (int i : chart.outside()) {
      assertThat(Math.abs(x[i] - limits.center()))
          .isGreaterThanOrEqualTo(3 * limits.sigma() * (1 - 1e-12));
    }
    for (int i : chart.hits(RunRule.BEYOND_THREE_SIGMA)) {
      assertThat(limits.contains(x[i]) && Math.abs(limits.upper() - x[i]) > 1e-6).isFalse();
    }
  }

  @Property
  void aProportionNeverLeavesZeroToOneNorItsInterval(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long trials,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
    long successes = Math.round(share * trials);
    Measure measure = ConfidenceSequence.proportion(Ratio.of(successes, trials), confidence);
    Interval interval = measure.interval().orElseThrow();

    assertThat(interval.lower()).isBetween(0.0, measure.value());
    assertThat(interval.upper()).isBetween(measure.value(), 1.0);
  }

  @Property
  void successAndFailureAreMirrorImages(
      @ForAll @LongRange(min = 1, max = 100_000) long trials,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    long successes = Math.round(share * trials);
    Interval won =
        ConfidenceSequence.proportion(Ratio.of(successes, trials), 0.95).interval().orElseThrow();
    Interval lost =
        ConfidenceSequence.proportion(Ratio.of(trials - successes, trials), 0.95)
            .interval()
            .orElseThrow();

    assertThat(lost.lower()).isEqualTo(1 - won.upper(), within(1e-12));
    assertThat(lost.upper()).isEqualTo(1 - won.lower(), within(1e-12));
  }

  @Property
  void aMeanLiesWithinItsIntervalAndItsBounds(
      @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0, max = 50) Double> days) {
    MeanSequence sequence = MeanSequence.within(Unit.DAYS, 0, 50);
    for (double day : days) {
      sequence.add(day);
    }
    Interval interval = sequence.mean().interval().orElseThrow();

    assertThat(sequence.mean().value()).isBetween(0.0, 50.0);
    assertThat(interval.lower()).isBetween(0.0, interval.upper());
    assertThat(interval.upper()).isLessThanOrEqualTo(50);
  }

  @Property
  void aCusumIsTheLargestSumOfAnyRecentStretch(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -5, max = 5) Double> values) {
    double[] x = toArray(values);
    Cusum cusum = Cusum.around(0, 1);
    for (double value : x) {
      cusum.add(value);
    }
    double largest = 0;
    double sum = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      sum += x[i] - 0.5;
      largest = Math.max(largest, sum);
    }

    assertThat(cusum.upper()).isEqualTo(largest, within(1e-9));
  }

  private static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
