package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {
  static List<Golden> moments() {
    return Golden.of("descriptive", "moments");
  }

  static List<Golden> quantiles() {
    return Golden.of("descriptive", "quantiles");
  }

  @ParameterizedTest
  @MethodSource("moments")
  void sumAndMeanAgreeWithTheGoldenValues(Golden golden) {
    Sample sample = Sample.of(Unit.MONEY, Golden.doubles(golden.in("x")));

    assertThat(sample.n()).isEqualTo(golden.out("n").asLong());
    golden.assertClose("sum", sample.sum(), golden.out("sum"));
    golden.assertClose("mean", sample.mean().value(), golden.out("mean"));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void theIntervalOfTheMeanRestsOnTheGoldenStandardDeviation(Golden golden) {
    Sample sample = Sample.of(Unit.MONEY, Golden.doubles(golden.in("x")));
    if (golden.out("sd").isNull()) {
      assertThat(sample.mean().interval()).isEmpty();
      return;
    }
    double n = sample.n();
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(0.975);
    double half = t * golden.out("sd").asDouble() / Math.sqrt(n);

    Measure mean = sample.mean();
    Interval interval = mean.interval().orElseThrow();

    double rounding = 4 * Math.ulp(Math.abs(mean.value()) + half);
    assertThat(interval.upper()).isCloseTo(mean.value() + half, within(rounding + 1e-9 * half));
    assertThat(interval.lower()).isCloseTo(mean.value() - half, within(rounding + 1e-9 * half));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void spreadAndShapeAgreeWithTheGoldenValues(Golden golden) {
    Sample sample = Sample.of(Unit.MONEY, Golden.doubles(golden.in("x")));

    assertThat(sample.standardDeviation().isPresent()).isEqualTo(!golden.out("sd").isNull());
    if (sample.standardDeviation().isPresent()) {
      golden.assertClose("sd", sample.standardDeviation().value(), golden.out("sd"));
    }
    assertFinite(golden, "variance", sample.variance());
    assertFinite(golden, "populationVariance", sample.populationVariance());
    // where samples are symmetric or the moments exceed a double, the golden shape is left open
    if (!golden.out("skewness").isNull()) {
      golden.assertClose("skewness", sample.skewness().orElseThrow(), golden.out("skewness"));
      golden.assertClose(
          "skewnessAdjusted",
          sample.adjustedSkewness().orElseThrow(),
          golden.out("skewnessAdjusted"));
      golden.assertClose(
          "excessKurtosis", sample.excessKurtosis().orElseThrow(), golden.out("excessKurtosis"));
    }
  }

  private static void assertFinite(Golden golden, String what, OptionalDouble actual) {
    if (golden.out(what).isNumber()) {
      golden.assertClose(what, actual.orElseThrow(), golden.out(what));
    } else {
      assertThat(actual).as("%s: %s", golden, what).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void quantilesOfEveryTypeAgreeWithTheGoldenValues(Golden golden) {
    Sample sample = Sample.of(Unit.DAYS, Golden.doubles(golden.in("x")));
    double[] probabilities = Golden.doubles(golden.in("probs"));
    Map<QuantileType, String> names =
        Map.of(
            QuantileType.OBSERVED, "type1",
            QuantileType.AVERAGED, "type2",
            QuantileType.WEIBULL, "type6",
            QuantileType.LINEAR, "type7",
            QuantileType.MEDIAN_UNBIASED, "type8");
    assertThat(names).hasSameSizeAs(QuantileType.values());
    names.forEach(
        (type, name) -> {
          double[] actual = new double[probabilities.length];
          for (int i = 0; i < actual.length; i++) {
            actual[i] = sample.quantile(type, probabilities[i]).value();
          }
          golden.assertClose(name, actual, golden.out(name));
        });
  }

  @Test
  void theUsualQuantileIsTheLinearOne() {
    Sample sample = Sample.of(Unit.DAYS, 1, 2, 4, 8, 16, 32, 64).withConfidence(0.8);

    assertThat(sample.quantile(QuantileType.LINEAR, 0.4)).isEqualTo(sample.quantile(0.4));
    assertThat(sample.quantile(QuantileType.OBSERVED, 0.4).interval())
        .isEqualTo(sample.quantile(0.4).interval())
        .isPresent();
  }

  @Test
  void theShapeOfASymmetricSampleIsThatOfItsDeviations() {
    // deviations -6, -3, 3, 6: m2 = 22.5, m3 = 0, m4 = 688.5
    Sample sample = Sample.of(Unit.DAYS, 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

    assertThat(sample.skewness()).hasValue(0);
    assertThat(sample.adjustedSkewness()).hasValue(0);
    assertThat(sample.excessKurtosis().orElseThrow())
        .isCloseTo(688.5 / (22.5 * 22.5) - 3, within(1e-12));
  }

  @Test
  void theMeanCarriesStudentsInterval() {
    // R 4.2.2: t.test(c(4, 5, 6, 7, 8))$conf.int gives 4.036757 and 7.963243
    Interval interval = Sample.of(Unit.DAYS, 4, 5, 6, 7, 8).mean().interval().orElseThrow();

    assertThat(interval.lower()).isCloseTo(4.036757, within(1e-6));
    assertThat(interval.upper()).isCloseTo(7.963243, within(1e-6));
  }

  @Test
  void theMedianOfTenIsCoveredByTheSecondSmallestAndTheSecondLargest() {
    // P(B <= 1) = 11/1024 = 0.0107 and P(B <= 2) = 56/1024 = 0.0547 for B binomial(10, 1/2)
    Measure median = Sample.of(Unit.DAYS, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1).median();

    assertThat(median.value()).isEqualTo(5.5);
    assertThat(median.interval()).contains(new Interval(2, 9, 0.95));
  }

  @Test
  void theRankIsNotWastedWhereTheTailIsMetExactly() {
    // P(B <= 0) = 1/32 for B binomial(5, 1/2): confidence 15/16 is exactly smallest to largest
    Measure median = Sample.of(Unit.DAYS, 1, 2, 3, 4, 5).withConfidence(0.9375).median();

    assertThat(median.interval()).contains(new Interval(1, 5, 0.9375));
  }

  @Test
  void exactWholeNumbersStayExact() {
    assertThat(Sample.ofLongs(Unit.MONEY, 1L << 52, 3, -(1L << 52)).sum()).isEqualTo(3);
  }

  @Nested
  class WithFewObservations {
    @Test
    void nothingObservedIsNoData() {
      Sample none = Sample.of(Unit.MONEY);

      assertThat(none.sum()).isZero();
      assertThat(none.mean()).isEqualTo(Measure.noData(Unit.MONEY, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.median()).isEqualTo(none.mean());
      assertThat(none.quantile(0.8)).isEqualTo(none.mean());
      assertThat(none.quantile(QuantileType.OBSERVED, 0.8)).isEqualTo(none.mean());
      assertThat(none.standardDeviation()).isEqualTo(none.mean());
      assertThat(none.variance()).isEmpty();
      assertThat(none.populationVariance()).isEmpty();
      assertThat(none.skewness()).isEmpty();
      assertThat(none.excessKurtosis()).isEmpty();
    }

    @Test
    void oneObservationHasNoInterval() {
      Sample one = Sample.of(Unit.MONEY, 12);

      assertThat(one.mean()).isEqualTo(Measure.of(12, Unit.MONEY, 1));
      assertThat(one.median()).isEqualTo(Measure.of(12, Unit.MONEY, 1));
      assertThat(one.standardDeviation()).isEqualTo(Measure.noData(Unit.MONEY, 1, NoData.TOO_FEW));
      assertThat(one.variance()).isEmpty();
      assertThat(one.populationVariance()).hasValue(0);
      assertThat(one.skewness()).isEmpty();
    }

    @Test
    void twoObservationsHaveNoAdjustedSkewness() {
      assertThat(Sample.of(Unit.DAYS, 1, 2).skewness()).hasValue(0);
      assertThat(Sample.of(Unit.DAYS, 1, 2).adjustedSkewness()).isEmpty();
    }

    @Test
    void theMedianHasAnIntervalFromSixOn() {
      // 2 * (1/2)^5 = 0.0625 > 0.05 >= 2 * (1/2)^6
      assertThat(Sample.of(Unit.DAYS, 1, 2, 3, 4, 5).median().interval()).isEmpty();
      assertThat(Sample.of(Unit.DAYS, 1, 2, 3, 4, 5, 6).median().interval())
          .contains(new Interval(1, 6, 0.95));
    }
  }

  @Nested
  class Refuses {
    @Test
    void anObservationThatIsNotANumber() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sample.of(Unit.MONEY, 1, Double.NaN))
          .withMessageContaining("observation 1 is NaN");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sample.of(Unit.MONEY, Double.NEGATIVE_INFINITY));
    }

    @Test
    void aProbabilityOrLevelThatIsNone() {
      Sample sample = Sample.of(Unit.MONEY, 1, 2);

      assertThatIllegalArgumentException().isThrownBy(() -> sample.quantile(1.01));
      assertThatIllegalArgumentException().isThrownBy(() -> sample.quantile(Double.NaN));
      assertThatIllegalArgumentException().isThrownBy(() -> sample.withConfidence(95));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sample.quantile(Unit.DAYS, 3, rank -> rank, 0.5, 95));
    }

    @Test
    void fewerObservationsThanNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sample.quantile(Unit.DAYS, -1, rank -> rank, 0.5, 0.95))
          .withMessageContaining("-1 observations");
    }
  }

  @Test
  void equalObservationsMakeEqualSamplesInWhicheverOrder() {
    assertThat(Sample.of(Unit.DAYS, 1, 2, -0.0))
        .isEqualTo(Sample.of(Unit.DAYS, 0.0, 2, 1))
        .hasSameHashCodeAs(Sample.of(Unit.DAYS, 0.0, 2, 1))
        .isNotEqualTo(Sample.of(Unit.COUNT, 1, 2, 0))
        .isNotEqualTo(Sample.of(Unit.DAYS, 1, 2))
        .isNotEqualTo(Sample.of(Unit.DAYS, 1, 2, 0).withConfidence(0.9));
  }

  @Test
  void aQuantileNeedsNoArray() {
    Sample sample = Sample.of(Unit.DAYS, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9).withConfidence(0.8);

    assertThat(Sample.quantile(Unit.DAYS, 10, rank -> rank, 0.25, 0.8))
        .isEqualTo(sample.quantile(0.25));
  }

  @Test
  void copiesWhatItIsGiven() {
    double[] observations = {3, 1, 2};
    Sample sample = Sample.of(Unit.COUNT, observations);
    observations[0] = 100;

    assertThat(sample.sum()).isEqualTo(6);
  }
}
