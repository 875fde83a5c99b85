package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
    Measure score = nps.score(golden.in("confidence").asDouble());

    assertThat(nps.answers()).isEqualTo(golden.out("n").asLong());
    assertThat(nps.promoters()).isEqualTo(golden.out("promoters").asLong());
    assertThat(nps.passives()).isEqualTo(golden.out("passives").asLong());
    assertThat(nps.detractors()).isEqualTo(golden.out("detractors").asLong());
    golden.assertClose("nps", score.value(), golden.out("nps"));
    golden.assertClose("standardError", nps.standardError(), golden.out("standardError"));
    if (golden.out("standardError").asDouble() == 0) {
      assertThat(score.interval()).as("no certainty from one class").isEmpty();
    } else {
      Interval interval = score.interval().orElseThrow();
      golden.assertClose("lower", interval.lower(), golden.out("lower"));
      golden.assertClose("upper", interval.upper(), golden.out("upper"));
    }
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
    assertThatIllegalStateException().isThrownBy(none::standardError);
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
