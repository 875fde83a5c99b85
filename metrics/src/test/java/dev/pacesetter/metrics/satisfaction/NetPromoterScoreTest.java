package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetPromoterScoreTest {
  static List<Golden> scores() {
    return Golden.of("nps_csat", "nps");
  }

  @ParameterizedTest
  @MethodSource("scores")
  void agreesWithTheGoldenValues(Golden golden) {
    NetPromoterScore nps = NetPromoterScore.ofHistogram(Golden.longs(golden.in("histogram0to10")));
    double confidence = golden.in("confidence").asDouble();
    Measure score = nps.score(NetPromoterInterval.WALD, confidence);

    assertThat(nps.answers()).isEqualTo(golden.out("n").asLong());
    assertThat(nps.promoters()).isEqualTo(golden.out("promoters").asLong());
    assertThat(nps.passives()).isEqualTo(golden.out("passives").asLong());
    assertThat(nps.detractors()).isEqualTo(golden.out("detractors").asLong());
    golden.assertClose("nps", score.value(), golden.out("nps"));
    golden.assertClose("variance", nps.variance().orElseThrow(), golden.out("variance"));
    golden.assertClose(
        "standardError", nps.standardError().orElseThrow(), golden.out("standardError"));
    golden.assertClose(
        "marginOfError", nps.marginOfError(confidence).orElseThrow(), golden.out("marginOfError"));
    if (golden.out("standardErrorUnbiased").isNull()) {
      assertThat(nps.unbiasedStandardError()).isEmpty();
    } else {
      golden.assertClose(
          "standardErrorUnbiased",
          nps.unbiasedStandardError().orElseThrow(),
          golden.out("standardErrorUnbiased"));
    }
    Interval interval = score.interval().orElseThrow();
    golden.assertClose("lower", interval.lower(), golden.out("lower"));
    golden.assertClose("upper", interval.upper(), golden.out("upper"));
  }

  @Test
  void theAdjustedIntervalIsTheUsualOneWithAnAnswerMoreOfEitherExtreme() {
    // (9+1 - 5-1)/22 = 2/11 and (16 - 4·4/22)/22 = 2/3 - 2/33 = 0.694215; 1.959964·√(0.694215/22)
    Measure score = new NetPromoterScore(9, 6, 5).score(0.95);

    assertThat(score.value()).isEqualTo(20);
    assertThat(score.interval().orElseThrow().lower()).isCloseTo(18.181818 - 34.816, within(1e-3));
    assertThat(score.interval().orElseThrow().upper()).isCloseTo(18.181818 + 34.816, within(1e-3));
  }

  @Test
  void allAnswersInOneClassAreNoCertainty() {
    assertThat(new NetPromoterScore(1, 0, 0).score(0.95).interval().orElseThrow().lower())
        .isLessThan(0);
    assertThat(new NetPromoterScore(50, 0, 0).score(0.95).interval().orElseThrow().lower())
        .isBetween(85.0, 95.0);
    assertThat(new NetPromoterScore(0, 9, 0).score(0.95).interval().orElseThrow().lower())
        .isLessThan(-10);
    assertThat(new NetPromoterScore(0, 0, 30).score(0.5).interval().orElseThrow().lower())
        .isEqualTo(-100);
  }

  @Test
  void theVarianceOfNearlyAllInOneClassKeepsItsDigits() {
    long n = 1_000_000_000;
    // p = 1 - 1e-9 and d = 0: p - p² = p·1e-9
    assertThat(new NetPromoterScore(n - 1, 1, 0).variance().orElseThrow())
        .isCloseTo((1 - 1e-9) * 1e-9, within(1e-24));
  }

  @Test
  void withTwentyAnswersTheScoreIsUncertainByMoreThanThirtyPoints() {
    Interval interval = new NetPromoterScore(9, 6, 5).score(0.95).interval().orElseThrow();

    assertThat(interval.width() / 2).isGreaterThan(30);
  }

  @Test
  void theIntervalStaysOnTheScale() {
    assertThat(new NetPromoterScore(3, 1, 0).score(0.99).interval().orElseThrow().upper())
        .isEqualTo(100);
  }

  @Test
  void isNoDataWithoutAnswers() {
    NetPromoterScore none = new NetPromoterScore(0, 0, 0);

    assertThat(none.score(0.95)).isEqualTo(Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED));
    assertThat(none.responseRate(40, 0.95).value()).isZero();
    assertThat(none.responseRate(0, 0.95).isPresent()).isFalse();
    assertThat(none.variance()).isEmpty();
    assertThat(none.standardError()).isEmpty();
    assertThat(none.unbiasedStandardError()).isEmpty();
    assertThat(none.marginOfError(0.95)).isEmpty();
  }

  @Test
  void keepsTheResponseRateBesideTheScore() {
    assertThat(new NetPromoterScore(9, 6, 5).responseRate(80, 0.95))
        .isEqualTo(ProportionInterval.WILSON.measure(Ratio.of(20, 80), 0.95));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetPromoterScore.ofHistogram(1, 2, 3))
        .withMessageContaining("counts of 3 answers; there must be 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetPromoterScore.ofHistogram(0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0))
        .withMessageContaining("count 2 is -1");
    assertThatIllegalArgumentException().isThrownBy(() -> new NetPromoterScore(-1, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetPromoterScore(9, 6, 5).responseRate(19, 0.95))
        .withMessageContaining("19 were asked and 20 answered");
    assertThatIllegalArgumentException().isThrownBy(() -> new NetPromoterScore(9, 6, 5).score(95));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new NetPromoterScore(Long.MAX_VALUE, 1, 0).answers());
  }
}
