package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightedSampleTest {
  static List<Golden> moments() {
    return Golden.of("descriptive", "weighted_moments");
  }

  @ParameterizedTest
  @MethodSource("moments")
  void agreesWithTheGoldenValues(Golden golden) {
    WeightedSample sample =
        WeightedSample.of(
            Unit.MONEY, Golden.doubles(golden.in("x")), Golden.doubles(golden.in("weights")));

    golden.assertClose("mean", sample.mean().value(), golden.out("mean"));
    assertClose(golden, "variancePopulation", sample.populationVariance());
    assertClose(golden, "varianceReliability", sample.reliabilityVariance());
    assertClose(golden, "varianceFrequency", sample.frequencyVariance());
    assertClose(golden, "effectiveN", sample.effectiveN());
  }

  private static void assertClose(Golden golden, String what, OptionalDouble actual) {
    if (golden.out(what).isNull()) {
      assertThat(actual).as("%s: %s", golden, what).isEmpty();
    } else {
      golden.assertClose(what, actual.orElseThrow(), golden.out(what));
    }
  }

  @Test
  void equalWeightsMakeTheSampleWithoutWeights() {
    Measure weighted =
        WeightedSample.of(Unit.DAYS, new double[] {4, 5, 6, 7, 8}, new double[] {3, 3, 3, 3, 3})
            .withConfidence(0.9)
            .mean();
    Measure plain = Sample.of(Unit.DAYS, 4, 5, 6, 7, 8).withConfidence(0.9).mean();

    assertThat(weighted.value()).isCloseTo(plain.value(), within(1e-14));
    assertThat(weighted.interval().orElseThrow().upper())
        .isCloseTo(plain.interval().orElseThrow().upper(), within(1e-12));
    assertThat(weighted.n()).isEqualTo(5);
  }

  @Nested
  class WithoutMuchWeight {
    @Test
    void nothingObservedIsNoData() {
      WeightedSample none = WeightedSample.of(Unit.DAYS, new double[0], new double[0]);

      assertThat(none.mean()).isEqualTo(Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.effectiveN()).isEmpty();
      assertThat(none.populationVariance()).isEmpty();
    }

    @Test
    void weightsThatSumToZeroAreNoData() {
      WeightedSample weightless = WeightedSample.of(Unit.DAYS, new double[] {1, 2}, new double[2]);

      assertThat(weightless.mean()).isEqualTo(Measure.noData(Unit.DAYS, 2, NoData.TOO_FEW));
      assertThat(weightless.effectiveN()).isEmpty();
      assertThat(weightless.populationVariance()).isEmpty();
      assertThat(weightless.reliabilityVariance()).isEmpty();
      assertThat(weightless.frequencyVariance()).isEmpty();
    }

    @Test
    void oneObservationHasNoInterval() {
      WeightedSample one = WeightedSample.of(Unit.DAYS, new double[] {7}, new double[] {0.5});

      assertThat(one.mean()).isEqualTo(Measure.of(7, Unit.DAYS, 1));
      assertThat(one.reliabilityVariance()).isEmpty();
      assertThat(one.frequencyVariance()).isEmpty();
    }

    @Test
    void equalValuesDoNotSpread() {
      WeightedSample equal =
          WeightedSample.of(Unit.DAYS, new double[] {0.1, 0.1, 0.1}, new double[] {1, 3, 7});

      assertThat(equal.mean().value()).isEqualTo(0.1);
      assertThat(equal.reliabilityVariance()).hasValue(0);
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedSample.of(Unit.DAYS, new double[1], new double[2]))
        .withMessageContaining("1 values and 2 weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedSample.of(Unit.DAYS, new double[] {1}, new double[] {-1}))
        .withMessageContaining("value 0 is 1.0 with weight -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WeightedSample.of(Unit.DAYS, new double[] {Double.NaN}, new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WeightedSample.of(Unit.DAYS, new double[0], new double[0]).withConfidence(1));
  }
}
