package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateChartTest {
  static List<Golden> proportions() {
    return Golden.of("control_charts", "p_chart");
  }

  static List<Golden> rates() {
    return Golden.of("control_charts", "u_chart");
  }

  @ParameterizedTest
  @MethodSource("proportions")
  void agreesWithTheGoldenValuesOfProportions(Golden golden) {
    RateChart chart =
        RateChart.ofProportion(
            Golden.longs(golden.in("defectives")), Golden.longs(golden.in("sizes")));

    assertAgrees(golden, chart);
    if (golden.out("laneySigmaZ").isNull()) {
      assertThat(chart.variationBetween().isPresent()).isFalse();
      assertThat(chart.laney()).isEmpty();
    } else {
      golden.assertClose(
          "laneySigmaZ", chart.variationBetween().value(), golden.out("laneySigmaZ"));
      RateChart laney = chart.laney().orElseThrow();
      golden.assertClose("laneyLower", each(laney, ControlLimits::lower), golden.out("laneyLower"));
      golden.assertClose("laneyUpper", each(laney, ControlLimits::upper), golden.out("laneyUpper"));
    }
  }

  @ParameterizedTest
  @MethodSource("rates")
  void agreesWithTheGoldenValuesOfRates(Golden golden) {
    assertAgrees(
        golden,
        RateChart.ofRate(
            Golden.longs(golden.in("counts")), Golden.doubles(golden.in("exposures"))));
  }

  private static void assertAgrees(Golden golden, RateChart chart) {
    golden.assertClose("center", chart.center().value(), golden.out("center"));
    golden.assertClose("lower", each(chart, ControlLimits::lower), golden.out("lower"));
    golden.assertClose("upper", each(chart, ControlLimits::upper), golden.out("upper"));
    assertThat(chart.outside()).isEqualTo(Indexes.of(golden.out("outside")));
  }

  private static double[] each(RateChart chart, ToDoubleFunction<ControlLimits> end) {
    return IntStream.range(0, chart.points())
        .mapToDouble(i -> end.applyAsDouble(chart.limits(i).orElseThrow()))
        .toArray();
  }

  @Nested
  class WhereAWeekHasNoDeals {
    private final RateChart chart =
        RateChart.ofProportion(new long[] {5, 0, 4, 0, 6}, new long[] {10, 0, 10, 0, 10});

    @Test
    void thereIsNoRateAndThereAreNoLimits() {
      assertThat(chart.value(1)).isEmpty();
      assertThat(chart.limits(1)).isEmpty();
      assertThat(chart.outside()).isEmpty();
      assertThat(chart.center().value()).isEqualTo(0.5);
      assertThat(chart.center().n()).isEqualTo(30);
      assertThat(chart.points()).isEqualTo(5);
    }

    @Test
    void theNeighboursOnBothSidesAreNeighbours() {
      RateChart without = RateChart.ofProportion(new long[] {5, 4, 6}, new long[] {10, 10, 10});

      assertThat(chart.variationBetween()).isEqualTo(without.variationBetween());
      assertThat(chart.variationBetween().n()).isEqualTo(3);
    }

    @Test
    void patternsPassOverItAndKeepTheIndexesOfTheSeries() {
      // ten weeks above the centre with an empty one among them, then one far below
      long[] won = {6, 6, 6, 6, 0, 6, 6, 6, 6, 6, 0};
      long[] closed = {10, 10, 10, 10, 0, 10, 10, 10, 10, 10, 10};

      assertThat(RateChart.ofProportion(won, closed).hits(RunRule.NINE_ON_ONE_SIDE))
          .containsExactly(9);
    }
  }

  @Test
  void nothingAtAllIsNoData() {
    for (RateChart chart :
        List.of(
            RateChart.ofProportion(new long[0], new long[0]),
            RateChart.ofProportion(new long[2], new long[2]),
            RateChart.ofRate(new long[2], new double[2]))) {
      assertThat(chart.center().reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(chart.variationBetween().reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(chart.laney()).isEmpty();
      assertThat(chart.limitsFor(10)).isEmpty();
      assertThat(chart.outside()).isEmpty();
      assertThat(chart.hits(RunRule.BEYOND_THREE_SIGMA)).isEmpty();
    }
  }

  @Test
  void aCertaintyKnowsNoVariationAndNoPattern() {
    RateChart chart =
        RateChart.ofProportion(new long[10], new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 9});

    assertThat(chart.variationBetween().reason()).contains(NoData.TOO_FEW);
    assertThat(chart.hits(RunRule.NINE_ON_ONE_SIDE)).isEmpty();
    assertThat(chart.outside()).isEmpty();
  }

  @Test
  void equalRatesNeedNoWideningAndGetNone() {
    // 0.3 over 3 and 0.1 over 1 are the same rate but for rounding
    RateChart chart = RateChart.ofRate(new long[] {3, 1, 2}, new double[] {0.3, 0.1, 0.2});

    assertThat(chart.variationBetween().value()).isZero();
    assertThat(chart.laney()).isEmpty();
    assertThat(chart.outside()).isEmpty();
  }

  @Test
  void givesNewPointsTheirOwnLimits() {
    RateChart chart = RateChart.ofProportion(new long[] {50}, new long[] {100});

    // 0.5 ± 3 * sqrt(0.25/25)
    assertThat(chart.limitsFor(25).orElseThrow().upper()).isEqualTo(0.8);
    assertThat(chart.limitsFor(1).orElseThrow().upper()).isEqualTo(1);
    assertThat(chart.limitsFor(1).orElseThrow().lower()).isZero();
    assertThat(chart.limitsFor(0)).isEmpty();
  }

  @Test
  void holdsABillionTrials() {
    long many = 1_000_000_000;
    RateChart chart =
        RateChart.ofProportion(new long[] {many / 2, many / 2 + 60_000}, new long[] {many, many});

    // sigma is 1.58e-5, the distance of each from the centre 3e-5
    assertThat(chart.center().n()).isEqualTo(2 * many);
    assertThat(chart.outside()).isEmpty();
    assertThat(chart.hits(RunRule.BEYOND_THREE_SIGMA)).isEmpty();
    assertThat(chart.variationBetween().value()).isBetween(3.36, 3.37);
  }

  @Test
  void refusesWhatCannotBeCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateChart.ofProportion(new long[] {3}, new long[] {2}))
        .withMessageContaining("3 successes at point 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateChart.ofProportion(new long[] {0}, new long[] {-1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateChart.ofProportion(new long[1], new long[2]))
        .withMessageContaining("1 counts and 2 sizes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateChart.ofRate(new long[] {1}, new double[] {0}))
        .withMessageContaining("1 events at point 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateChart.ofRate(new long[] {1}, new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateChart.ofRate(new long[] {-1}, new double[] {1}));
  }
}
