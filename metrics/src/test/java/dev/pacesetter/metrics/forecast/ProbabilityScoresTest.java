package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbabilityScoresTest {
  static List<Golden> probabilities() {
    return Golden.of("forecasting", "brier");
  }

  static List<Golden> normals() {
    return Golden.of("forecasting", "crps_normal");
  }

  static List<Golden> ensembles() {
    return Golden.of("forecasting", "crps_ensemble");
  }

  static List<Golden> quantiles() {
    return Golden.of("forecasting", "quantile_interval_scores");
  }

  private static boolean[] booleans(JsonNode outcomes) {
    boolean[] happened = new boolean[outcomes.size()];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = outcomes.get(i).asInt() == 1;
    }
    return happened;
  }

  private static void assertAgrees(Golden golden, String what, Measure got, JsonNode expected) {
    assertThat(got.isPresent()).as("%s: %s", golden, what).isEqualTo(!expected.isNull());
    if (got.isPresent()) {
      golden.assertClose(what, got.value(), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("probabilities")
  void theBrierScoreAgreesWithTheGoldenValues(Golden golden) {
    BrierScore score =
        BrierScore.of(Golden.doubles(golden.in("probability")), booleans(golden.in("outcome")));

    assertAgrees(golden, "brier", score.score(), golden.out("brier"));
    assertAgrees(golden, "uncertainty", score.uncertainty(), golden.out("uncertainty"));
    assertAgrees(golden, "skillScore", score.skill(), golden.out("skillScore"));
    OptionalDouble loss = score.logarithmicLoss();
    assertThat(loss.isEmpty()).isEqualTo(golden.out("logLoss").isNull());
    if (loss.isPresent()) {
      golden.assertClose("logLoss", loss.getAsDouble(), golden.out("logLoss"));
    }
    ReliabilityTable exact = score.byProbability();
    JsonNode byProbability = golden.out("exact");
    assertAgrees(golden, "rel", exact.reliability(), byProbability.get("reliability"));
    assertAgrees(golden, "res", exact.resolution(), byProbability.get("resolution"));
    ReliabilityTable table = score.byBins(golden.in("bins").asInt());
    JsonNode binned = golden.out("binned");
    assertAgrees(golden, "rel", table.reliability(), binned.get("reliability"));
    assertAgrees(golden, "res", table.resolution(), binned.get("resolution"));
    assertAgrees(golden, "wbv", table.varianceWithin(), binned.get("withinBinVariance"));
    assertAgrees(golden, "wbc", table.covarianceWithin(), binned.get("withinBinCovariance"));
    assertAgrees(golden, "ece", table.calibrationError(), binned.get("calibrationError"));
  }

  @ParameterizedTest
  @MethodSource("normals")
  void theScoreOfANormalForecastAgreesWithTheGoldenValues(Golden golden) {
    golden.assertClose(
        "crps",
        RankedProbabilityScore.ofNormal(
            golden.in("observation").asDouble(),
            golden.in("mean").asDouble(),
            golden.in("sd").asDouble()),
        golden.out("crps"));
  }

  @ParameterizedTest
  @MethodSource("ensembles")
  void theScoreOfAnEnsembleAgreesWithTheGoldenValues(Golden golden) {
    double actual = golden.in("observation").asDouble();
    double[] members = Golden.doubles(golden.in("members"));

    golden.assertClose(
        "crps", RankedProbabilityScore.ofEnsemble(actual, members), golden.out("crps"));
    OptionalDouble fair = RankedProbabilityScore.ofFairEnsemble(actual, members);
    assertThat(fair.isEmpty()).isEqualTo(golden.out("crpsFair").isNull());
    if (fair.isPresent()) {
      golden.assertClose("fair", fair.getAsDouble(), golden.out("crpsFair"));
    }
  }

  @ParameterizedTest
  @MethodSource("quantiles")
  void theScoresOfQuantilesAndIntervalsAgreeWithTheGoldenValues(Golden golden) {
    double[] actual = Golden.doubles(golden.in("actual"));
    double[] levels = Golden.doubles(golden.in("taus"));
    double[][] rows = new double[actual.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Golden.doubles(golden.in("quantiles").get(i));
    }
    QuantileScores scores = QuantileScores.of(Unit.MONEY, levels, rows, actual);
    int last = levels.length - 1;
    IntervalScores intervals =
        IntervalScores.of(
            Unit.MONEY,
            0.8,
            IntStream.range(0, rows.length).mapToDouble(i -> rows[i][0]).toArray(),
            IntStream.range(0, rows.length).mapToDouble(i -> rows[i][last]).toArray(),
            actual);

    assertThat(golden.in("intervalTaus").get(1).asDouble()).isEqualTo(levels[last]);
    for (int level = 0; level < levels.length; level++) {
      assertAgrees(golden, "pinball", scores.pinball(level), golden.out("pinball").get(level));
    }
    assertAgrees(golden, "meanPinball", scores.meanPinball(), golden.out("meanPinball"));
    assertAgrees(golden, "coverage", intervals.coverage(), golden.out("coverage"));
    assertAgrees(golden, "meanWidth", intervals.meanWidth(), golden.out("meanWidth"));
    assertAgrees(golden, "winkler", intervals.winkler(), golden.out("winklerScore"));
  }

  @Test
  void aSlopeBelowOneShowsForecastsThatAreTooExtreme() {
    double[] extreme = {0, 0, 0, 0, 1, 1, 1, 1};
    boolean[] happened = {false, false, false, true, true, true, true, false};

    // 1 of 4 and 3 of 4: the outcomes differ by half of what the forecasts do
    BrierScore score = BrierScore.of(extreme, happened);
    assertThat(score.calibrationSlope().value()).isCloseTo(0.5, within(1e-15));
    assertThat(score.logarithmicLoss()).as("certain, and wrong").isEmpty();
  }

  @Test
  void aRowShowsWhatHappenedBesideWhatWasForecast() {
    ReliabilityTable table =
        BrierScore.of(new double[] {0.71, 0.79, 0.1, 1}, new boolean[] {true, false, false, true})
            .byBins(10);

    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.forecast(1)).isCloseTo(0.75, within(1e-15));
    assertThat(table.observed(1, 0.9).value()).isEqualTo(0.5);
    assertThat(table.observed(1, 0.9).n()).isEqualTo(2);
    assertThat(table.forecast(2)).as("1 belongs to the last bin").isEqualTo(1);
  }

  @Test
  void thereIsNoScoreWithoutForecasts() {
    BrierScore none = BrierScore.of(new double[0], new boolean[0]);

    assertThat(none.score().reason()).hasValue(NoData.NOTHING_OBSERVED);
    assertThat(none.skill().isPresent()).isFalse();
    assertThat(none.calibrationSlope().isPresent()).isFalse();
    assertThat(none.byBins(5).reliability().isPresent()).isFalse();
    assertThat(none.byProbability().rows()).isZero();
    double[] empty = {};
    assertThat(IntervalScores.of(Unit.MONEY, 0.8, empty, empty, empty).coverage().isPresent())
        .isFalse();
    assertThat(
            QuantileScores.of(Unit.MONEY, new double[] {0.5}, new double[0][], empty)
                .pinball(0)
                .isPresent())
        .isFalse();
  }

  @Test
  void aForecastThatNamesOneNumberScoresItsAbsoluteError() {
    assertThat(RankedProbabilityScore.ofNormal(7, 4, 0)).isEqualTo(3);
    assertThat(RankedProbabilityScore.ofEnsemble(7, 4, 4, 4)).isEqualTo(3);
    assertThat(RankedProbabilityScore.ofNormal(1e9, 0, 1e-9)).isCloseTo(1e9, within(1e-6));
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrierScore.of(new double[] {0.5, 1.2}, new boolean[2]))
        .withMessageContaining("probability 1 is 1.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedProbabilityScore.ofEnsemble(1))
        .withMessageContaining("no members");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                IntervalScores.of(
                    Unit.MONEY, 0.8, new double[] {2}, new double[] {1}, new double[] {1}))
        .withMessageContaining("[2.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                QuantileScores.of(
                    Unit.MONEY, new double[] {1}, new double[][] {{1}}, new double[] {1}))
        .withMessageContaining("level is 1.0");
  }
}
