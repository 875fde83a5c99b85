package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmoothingModelTest {
  static Stream<Golden> smoothings() {
    return Stream.of("ses", "holt", "holt_winters")
        .flatMap(fn -> Golden.of("forecasting", fn).stream());
  }

  static List<Golden> intervals() {
    return Golden.of("forecasting", "ets_prediction_interval");
  }

  private static SmoothingModel model(Golden golden, String seasonal) {
    SmoothingModel model = SmoothingModel.simple();
    if (golden.in("trend0").isNumber()) {
      model = golden.in("phi").asDouble() < 1 ? model.withDampedTrend() : model.withTrend();
    }
    if (golden.in("seasonal0").isArray()) {
      Seasonality kind = seasonal.equals("mul") ? Seasonality.MULTIPLICATIVE : Seasonality.ADDITIVE;
      model = model.withSeason(kind, golden.in("period").asInt());
    }
    return golden.in("variant").asText().equals("holtwinters")
        ? model.updating(SeasonalUpdate.SMOOTHED_LEVEL)
        : model;
  }

  private static SmoothingState start(Golden golden) {
    return SmoothingState.ofLevel(golden.in("level0").asDouble())
        .withTrend(golden.in("trend0").asDouble(0))
        .withSeasons(Golden.doubles(golden.in("seasonal0")));
  }

  @ParameterizedTest
  @MethodSource("smoothings")
  void agreesWithTheGoldenValues(Golden golden) {
    SmoothingParameters parameters =
        new SmoothingParameters(
            golden.in("alpha").asDouble(),
            golden.in("beta").asDouble(0),
            golden.in("gamma").asDouble(0),
            golden.in("phi").asDouble());

    SmoothedSeries smoothed =
        model(golden, golden.in("seasonal").asText())
            .smooth(Unit.MONEY, parameters, start(golden), Golden.doubles(golden.in("y")));

    JsonNode fitted = golden.out("fitted");
    golden.assertClose(
        "fitted", IntStream.range(0, smoothed.n()).mapToDouble(smoothed::fitted).toArray(), fitted);
    JsonNode forecast = golden.out("forecast");
    golden.assertClose(
        "forecast",
        IntStream.rangeClosed(1, forecast.size())
            .mapToDouble(step -> smoothed.forecast(step, 0.95).value())
            .toArray(),
        forecast);
    golden.assertClose("level", smoothed.state().level(), golden.out("level"));
    golden.assertClose("trend", smoothed.state().trend(), golden.out("trend"));
    golden.assertClose("sse", smoothed.sumOfSquaredErrors(), golden.out("sse"));
    golden.assertClose("seasonal", smoothed.state().seasons(), golden.out("seasonal"));
  }

  @ParameterizedTest
  @MethodSource("intervals")
  void boundsForecastsAsTheGoldenValuesDo(Golden golden) {
    double alpha = golden.in("alpha").asDouble();
    SmoothingParameters parameters =
        new SmoothingParameters(
            alpha,
            golden.in("beta").asDouble(0) / alpha, // theirs multiplies the error itself
            golden.in("gamma").asDouble(0),
            golden.in("phi").asDouble());

    SmoothedSeries smoothed =
        model(golden, "add")
            .smooth(Unit.MONEY, parameters, start(golden), Golden.doubles(golden.in("y")))
            .withErrorVariance(golden.in("sigma2").asDouble());

    for (int step = 1; step <= golden.in("horizon").asInt(); step++) {
      golden.assertClose("variance", smoothed.variance(step), golden.out("variance").get(step - 1));
      for (int percent : new int[] {95, 80}) {
        Measure forecast = smoothed.forecast(step, percent / 100.0);
        Interval interval = forecast.interval().orElseThrow();
        golden.assertClose("mean", forecast.value(), golden.out("mean").get(step - 1));
        golden.assertClose("lower", interval.lower(), golden.out("lower" + percent).get(step - 1));
        golden.assertClose("upper", interval.upper(), golden.out("upper" + percent).get(step - 1));
      }
    }
  }

  @Test
  void goesOnFromTheStateItCameTo() {
    double[] y = {35, 41, 39, 52, 47, 55, 60, 58};
    SmoothingModel model = SmoothingModel.simple().withTrend();
    SmoothingParameters parameters = SmoothingParameters.ofLevel(0.4).withTrend(0.2);
    SmoothingState start = SmoothingState.ofLevel(33).withTrend(2);

    SmoothedSeries half = model.smooth(Unit.COUNT, parameters, start, Arrays.copyOf(y, 4));
    SmoothedSeries rest =
        model.smooth(Unit.COUNT, parameters, half.state(), Arrays.copyOfRange(y, 4, y.length));

    assertThat(rest.state()).isEqualTo(model.smooth(Unit.COUNT, parameters, start, y).state());
  }

  @Nested
  class WhenParametersAreFitted {
    /** A line with a season of four, without noise. */
    private static double[] clear(int length) {
      double[] season = {8, -3, 1, -6};
      return IntStream.range(0, length).mapToDouble(i -> 100 + 2.5 * i + season[i % 4]).toArray();
    }

    @Test
    void forecastsASeriesWithoutNoiseAlmostExactly() {
      SmoothedSeries smoothed =
          SmoothingModel.simple()
              .withTrend()
              .withSeason(Seasonality.ADDITIVE, 4)
              .fit(Unit.MONEY, clear(24))
              .orElseThrow();

      double[] next = clear(30);
      for (int step = 1; step <= 6; step++) {
        assertThat(smoothed.forecast(step, 0.95).value()).isCloseTo(next[23 + step], within(1e-6));
      }
    }

    @Test
    void beatsEveryPointOfAFineGrid() {
      double[] y = {52, 61, 49, 70, 66, 58, 75, 83, 71, 90, 85, 79, 96, 88, 102};
      SmoothingModel model = SmoothingModel.simple().withTrend();
      SmoothedSeries fitted = model.fit(Unit.MONEY, y).orElseThrow();
      SmoothingState start = SmoothingFit.start(model, y);

      for (double alpha = 0.01; alpha < 1; alpha += 0.01) {
        for (double beta = 0.01; beta < 1; beta += 0.01) {
          double squares =
              model
                  .smooth(Unit.MONEY, SmoothingParameters.ofLevel(alpha).withTrend(beta), start, y)
                  .sumOfSquaredErrors();
          assertThat(fitted.sumOfSquaredErrors()).isLessThanOrEqualTo(squares + 1e-6);
        }
      }
    }

    @Test
    void keepsTheDampingWithinItsBounds() {
      SmoothedSeries fitted =
          SmoothingModel.simple().withDampedTrend().fit(Unit.MONEY, clear(16)).orElseThrow();

      assertThat(fitted.parameters().phi()).isBetween(0.8, 0.98);
    }

    @Test
    void hasNoAnswerForASeriesShorterThanTwoSeasons() {
      SmoothingModel yearly = SmoothingModel.simple().withSeason(Seasonality.ADDITIVE, 12);

      assertThat(yearly.leastValues()).isEqualTo(24);
      assertThat(yearly.fit(Unit.MONEY, new double[23])).isEmpty();
      assertThat(yearly.fit(Unit.MONEY, new double[24])).isPresent();
      assertThat(SmoothingModel.simple().fit(Unit.MONEY, 1, 2)).isEmpty();
    }

    @Test
    void claimsNoCertaintyWhereAllValuesAreEqual() {
      SmoothedSeries smoothed =
          SmoothingModel.simple().withTrend().fit(Unit.MONEY, 7, 7, 7, 7, 7, 7).orElseThrow();

      Measure forecast = smoothed.forecast(3, 0.9);
      assertThat(forecast.value()).isCloseTo(7, within(1e-9));
      assertThat(forecast.interval()).isEmpty();
      assertThat(smoothed.simulated(2, 0.9, 100, 1)).hasSize(2);
    }

    private static final double[] MONTHS = {
      52, 61, 49, 70, 66, 58, 75, 83, 71, 90, 85, 79, 96, 88, 102, 93, 99, 104
    };

    @Test
    void allowsForWhatTheValuesLeaveOpen() {
      SmoothedSeries fitted =
          SmoothingModel.simple().withTrend().fit(Unit.MONEY, MONTHS).orElseThrow();

      for (int step = 1; step <= 12; step++) {
        Interval open = fitted.forecast(step, 0.95).interval().orElseThrow();
        Interval known = fitted.takenAsKnown().forecast(step, 0.95).interval().orElseThrow();
        assertThat(open.width()).isGreaterThan(known.width());
        assertThat(open.contains(fitted.forecast(step, 0.95).value())).isTrue();
      }
      assertThat(fitted.forecast(12, 0.95).interval())
          .isEqualTo(
              SmoothingModel.simple()
                  .withTrend()
                  .fit(Unit.MONEY, MONTHS)
                  .orElseThrow()
                  .forecast(12, 0.95)
                  .interval());
    }

    @Test
    void movesAndStretchesWithTheSeries() {
      SmoothingModel model = SmoothingModel.simple().withDampedTrend();
      double[] moved = Arrays.stream(MONTHS).map(y -> 1_000 * y + 5_000).toArray();
      Interval here =
          model.fit(Unit.MONEY, MONTHS).orElseThrow().forecast(4, 0.9).interval().orElseThrow();
      Interval there =
          model.fit(Unit.MONEY, moved).orElseThrow().forecast(4, 0.9).interval().orElseThrow();

      assertThat(there.lower()).isCloseTo(1_000 * here.lower() + 5_000, within(1e-3));
      assertThat(there.upper()).isCloseTo(1_000 * here.upper() + 5_000, within(1e-3));
    }

    @Test
    void isStudentsPredictionWhereOnlyTheLevelIsOpen() {
      // with alpha 0 the values are a sample; every error is as likely, so one value less counts
      double[] y = {3, 5, 8, 4, 6};
      SmoothingRegression sample =
          SmoothingRegression.of(
                  SmoothingModel.simple(),
                  y,
                  new SmoothingWeights(0, 0, 0, 1),
                  SmoothingState.ofLevel(100),
                  5,
                  0)
              .orElseThrow();

      assertThat(sample.at(1)).isCloseTo(5.2, within(1e-9));
      assertThat(sample.squares()).isCloseTo(14.8, within(1e-9));
      assertThat(sample.degreesOfFreedom()).isEqualTo(3);
      assertThat(sample.variance(1)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void valuesThatStandForTheMixtureLieEvenlyBetweenItsQuantiles() {
      StudentMixture mixture =
          new StudentMixture(
              4, new double[] {0.3, 0.7}, new double[] {10, 50}, new double[] {3, 8});
      double[] values = mixture.values(1_000);

      for (double p : new double[] {0.1, 0.25, 0.5, 0.9}) {
        double limit = mixture.quantile(p);
        assertThat(mixture.cumulative(limit)).isCloseTo(p, within(1e-9));
        assertThat(Arrays.stream(values).filter(value -> value <= limit).count() / 1_000.0)
            .isCloseTo(p, within(0.01));
      }
    }

    @Test
    void simulatedFuturesAgreeWithTheMixtureOfStudents() {
      SmoothedSeries fitted =
          SmoothingModel.simple()
              .withTrend()
              .withSeason(Seasonality.ADDITIVE, 2)
              .updating(SeasonalUpdate.SMOOTHED_LEVEL)
              .fit(Unit.MONEY, MONTHS)
              .orElseThrow();
      List<Measure> simulated = fitted.simulated(5, 0.8, 20_000, 42);

      for (int step = 1; step <= 5; step++) {
        Interval exact = fitted.forecast(step, 0.8).interval().orElseThrow();
        Interval drawn = simulated.get(step - 1).interval().orElseThrow();
        assertThat(drawn.lower()).isCloseTo(exact.lower(), within(0.04 * exact.width()));
        assertThat(drawn.upper()).isCloseTo(exact.upper(), within(0.04 * exact.width()));
      }
    }

    @Test
    void hasNoAnswerWhereAMultiplicativeSeriesCollapses() {
      double[] y = {900, 300, 100, 30, 10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003};

      SmoothingModel model =
          SmoothingModel.simple().withTrend().withSeason(Seasonality.MULTIPLICATIVE, 2);

      assertThat(model.fit(Unit.MONEY, y)).isEmpty();
    }
  }

  @Nested
  class WhenFuturesAreSimulated {
    private final SmoothedSeries linear =
        SmoothingModel.simple()
            .withTrend()
            .smooth(
                Unit.MONEY,
                SmoothingParameters.ofLevel(0.5).withTrend(0.2),
                SmoothingState.ofLevel(100).withTrend(2),
                104,
                99,
                110,
                108)
            .withErrorVariance(25);

    @Test
    void agreeWithTheFormulaWhereThereIsOne() {
      List<Measure> simulated = linear.simulated(6, 0.8, 20_000, 42);

      for (int step = 1; step <= 6; step++) {
        Interval exact = linear.forecast(step, 0.8).interval().orElseThrow();
        Interval drawn = simulated.get(step - 1).interval().orElseThrow();
        assertThat(drawn.lower()).isCloseTo(exact.lower(), within(0.04 * exact.width()));
        assertThat(drawn.upper()).isCloseTo(exact.upper(), within(0.04 * exact.width()));
      }
    }

    @Test
    void areTheSameForTheSameSeed() {
      assertThat(linear.simulated(3, 0.9, 200, 7)).isEqualTo(linear.simulated(3, 0.9, 200, 7));
      assertThat(linear.simulated(3, 0.9, 200, 7)).isNotEqualTo(linear.simulated(3, 0.9, 200, 8));
    }

    @Test
    void boundAMultiplicativeModelThatHasNoFormula() {
      SmoothedSeries seasonal =
          SmoothingModel.simple()
              .withSeason(Seasonality.MULTIPLICATIVE, 2)
              .smooth(
                  Unit.MONEY,
                  SmoothingParameters.ofLevel(0.3).withSeason(0.1),
                  SmoothingState.ofLevel(100).withSeasons(0.5, 1.5),
                  52,
                  148,
                  55,
                  160);

      assertThat(seasonal.forecast(1, 0.9).interval()).isEmpty();
      assertThatIllegalStateException().isThrownBy(() -> seasonal.variance(1));
      assertThat(seasonal.simulated(2, 0.9, 1_000, 3))
          .allSatisfy(
              forecast ->
                  assertThat(forecast.interval().orElseThrow().contains(forecast.value()))
                      .isTrue());
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    SmoothingModel seasonal = SmoothingModel.simple().withSeason(Seasonality.MULTIPLICATIVE, 2);
    SmoothingParameters parameters = SmoothingParameters.ofLevel(0.5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> seasonal.smooth(Unit.COUNT, parameters, SmoothingState.ofLevel(1), 1, 2))
        .withMessageContaining("period 2 starts with 0 seasons");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                seasonal.smooth(
                    Unit.COUNT, parameters, SmoothingState.ofLevel(1).withSeasons(1, 1), 1, 0))
        .withMessageContaining("value 1 is 0.0; it must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                seasonal.smooth(
                    Unit.COUNT, parameters, SmoothingState.ofLevel(-1).withSeasons(1, 1), 1))
        .withMessageContaining("before value 0; both must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmoothingParameters.ofLevel(1.1))
        .withMessageContaining("alpha is 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmoothingModel.simple().fit(Unit.COUNT, 1, Double.POSITIVE_INFINITY))
        .withMessageContaining("value 1 is Infinity");
  }
}
