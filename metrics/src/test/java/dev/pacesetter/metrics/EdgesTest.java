package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final int MANY = 1_000_000_000;

  @Test
  void equalObservationsHaveAPointForAnIntervalAndNoShape() {
    Sample equal = Sample.of(Unit.DAYS, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    Measure point = Measure.of(0.1, Unit.DAYS, 6).withInterval(new Interval(0.1, 0.1, 0.95));

    assertThat(equal.mean()).isEqualTo(point);
    assertThat(equal.median()).isEqualTo(point);
    assertThat(equal.standardDeviation()).isEqualTo(Measure.of(0, Unit.DAYS, 6));
    assertThat(equal.variance()).hasValue(0);
    assertThat(equal.populationVariance()).hasValue(0);
    assertThat(equal.skewness()).isEmpty();
    assertThat(equal.adjustedSkewness()).isEmpty();
    assertThat(equal.excessKurtosis()).isEmpty();
  }

  @Test
  void aQuantileOfAThousandMillionObservationsIsBetweenItsRanks() {
    Measure median = Sample.quantile(Unit.COUNT, MANY, rank -> rank, 0.5, 0.95);
    double margin = 1.959964 * Math.sqrt(MANY / 4.0);

    assertThat(median.value()).isEqualTo((MANY - 1) / 2.0);
    assertThat(median.interval().orElseThrow().lower()).isCloseTo(MANY / 2.0 - margin, within(2.0));
    assertThat(median.interval().orElseThrow().upper()).isCloseTo(MANY / 2.0 + margin, within(2.0));
  }

  @Test
  void weightsOfAThousandMillionAreAsManyObservationsOnlyAsFrequencies() {
    WeightedSample heavy =
        WeightedSample.of(Unit.DAYS, new double[] {0, 1}, new double[] {MANY, MANY});

    assertThat(heavy.mean().value()).isEqualTo(0.5);
    assertThat(heavy.effectiveN()).hasValue(2);
    assertThat(heavy.populationVariance()).hasValue(0.25);
    assertThat(heavy.reliabilityVariance()).hasValue(0.5);
    assertThat(heavy.frequencyVariance().orElseThrow())
        .isCloseTo(0.25 * (2.0 * MANY) / (2.0 * MANY - 1), within(1e-15));
  }
}
