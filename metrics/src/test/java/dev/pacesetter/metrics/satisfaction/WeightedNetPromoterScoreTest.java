package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightedNetPromoterScoreTest {
  static List<Golden> scores() {
    return Golden.of("nps_csat", "weighted_nps");
  }

  @ParameterizedTest
  @MethodSource("scores")
  void agreesWithTheGoldenValues(Golden golden) {
    int[] answers =
        Arrays.stream(Golden.longs(golden.in("scores"))).mapToInt(x -> (int) x).toArray();
    WeightedNetPromoterScore nps =
        WeightedNetPromoterScore.of(answers, Golden.doubles(golden.in("weights")));
    double confidence = golden.in("confidence").asDouble();

    golden.assertClose("nps", nps.score(confidence).value(), golden.out("nps"));
    golden.assertClose(
        "effectiveN", nps.effectiveAnswers().orElseThrow(), golden.out("effectiveN"));
    if (golden.out("standardError").isNull()) {
      assertThat(nps.standardError()).isEmpty();
      assertThat(nps.marginOfError(confidence)).isEmpty();
      assertThat(nps.score(NetPromoterInterval.WALD, confidence).interval()).isEmpty();
    } else {
      golden.assertClose(
          "standardError", nps.standardError().orElseThrow(), golden.out("standardError"));
      golden.assertClose(
          "marginOfError",
          nps.marginOfError(confidence).orElseThrow(),
          golden.out("marginOfError"));
    }
  }

  @Test
  void equalWeightsMakeTheScoreWithoutWeights() {
    int[] answers = {10, 9, 8, 7, 3, 0, 9};
    double[] weights = {2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5};
    Measure weighted = WeightedNetPromoterScore.of(answers, weights).score(0.9);
    Measure plain = new NetPromoterScore(3, 2, 2).score(0.9);

    assertThat(weighted.value()).isCloseTo(plain.value(), within(1e-12));
    assertThat(weighted.interval().orElseThrow().lower())
        .isCloseTo(plain.interval().orElseThrow().lower(), within(1e-12));
    assertThat(weighted.n()).isEqualTo(7);
  }

  @Test
  void allInOneClassIsNoCertainty() {
    WeightedNetPromoterScore two =
        WeightedNetPromoterScore.of(new int[] {10, 9}, new double[] {5, 1});

    assertThat(two.standardError()).hasValue(0);
    assertThat(two.score(0.95).interval().orElseThrow().lower()).isLessThan(30);
    assertThat(two.score(0.95).interval().orElseThrow().upper()).isEqualTo(100);
  }

  @Test
  void withoutWeightThereIsNoAnswer() {
    WeightedNetPromoterScore none = WeightedNetPromoterScore.of(new int[0], new double[0]);
    WeightedNetPromoterScore weightless =
        WeightedNetPromoterScore.of(new int[] {9, 1}, new double[2]);

    assertThat(none.score(0.95)).isEqualTo(Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED));
    assertThat(weightless.score(0.95)).isEqualTo(Measure.noData(Unit.SCORE, 2, NoData.TOO_FEW));
    assertThat(weightless.effectiveAnswers()).isEmpty();
    assertThat(weightless.standardError()).isEmpty();
    assertThat(weightless.responseRate(4, 0.95).value()).isEqualTo(0.5);
  }

  @Test
  void extremeWeightsStayFinite() {
    WeightedNetPromoterScore huge =
        WeightedNetPromoterScore.of(new int[] {9, 1}, new double[] {1e100, 1e100});
    WeightedNetPromoterScore tiny =
        WeightedNetPromoterScore.of(new int[] {9, 1}, new double[] {1e-100, 1e-100});

    assertThat(huge.effectiveAnswers().orElseThrow()).isCloseTo(2, within(1e-12));
    assertThat(tiny.effectiveAnswers().orElseThrow()).isCloseTo(2, within(1e-12));
    assertThat(tiny.standardError().orElseThrow()).isCloseTo(100, within(1e-9));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedNetPromoterScore.of(new int[] {11}, new double[] {1}))
        .withMessageContaining("answer 0 is 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedNetPromoterScore.of(new int[] {9, 9}, new double[] {1, -1}))
        .withMessageContaining("weight 1 is -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedNetPromoterScore.of(new int[] {9}, new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedNetPromoterScore.of(new int[] {9}, new double[2]))
        .withMessageContaining("1 answers and 2 weights");
  }
}
