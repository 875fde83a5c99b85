package dev.pacesetter.metrics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerSatisfactionTest {
  static List<Golden> satisfactions() {
    return Golden.of("nps_csat", "csat");
  }

  @ParameterizedTest
  @MethodSource("satisfactions")
  void agreesWithTheGoldenValues(Golden golden) {
    CustomerSatisfaction csat =
        CustomerSatisfaction.ofHistogram(Golden.longs(golden.in("histogram1to5")));
    double confidence = golden.in("confidence").asDouble();

    assertThat(csat.answers()).isEqualTo(golden.out("n").asLong());
    assertThat(csat.satisfied()).isEqualTo(golden.out("topTwo").asLong());
    if (golden.out("csat").isNull()) {
      assertThat(csat.share(confidence).reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(csat.meanAnswer(confidence).reason()).contains(NoData.NOTHING_OBSERVED);
    } else {
      Measure share = csat.share(confidence);
      golden.assertClose("csat", share.value(), golden.out("csat"));
      golden.assertClose("wilson", share.interval().orElseThrow(), golden.out("wilson"));
      golden.assertClose("mean", csat.meanAnswer(confidence).value(), golden.out("mean"));
    }
  }

  @Test
  void theMeanAnswerHasTheIntervalOfItsSample() {
    Measure mean = CustomerSatisfaction.ofHistogram(0, 1, 2, 1, 0).meanAnswer(0.8);
    Interval expected =
        Sample.of(Unit.SCORE, 2, 3, 3, 4).withConfidence(0.8).mean().interval().orElseThrow();

    assertThat(mean.value()).isEqualTo(3);
    assertThat(mean.interval().orElseThrow().lower()).isCloseTo(expected.lower(), within(1e-12));
    assertThat(mean.interval().orElseThrow().upper()).isCloseTo(expected.upper(), within(1e-12));
  }

  @Test
  void equalAnswersShowNoSpread() {
    assertThat(CustomerSatisfaction.ofHistogram(0, 0, 0, 0, 9).meanAnswer(0.95))
        .isEqualTo(Measure.of(5, Unit.SCORE, 9));
  }

  @Test
  void equalHistogramsAreEqual() {
    assertThat(CustomerSatisfaction.ofHistogram(0, 1, 23, 26, 24))
        .isEqualTo(CustomerSatisfaction.ofHistogram(0, 1, 23, 26, 24))
        .hasSameHashCodeAs(CustomerSatisfaction.ofHistogram(0, 1, 23, 26, 24))
        .isNotEqualTo(CustomerSatisfaction.ofHistogram(0, 1, 23, 24, 26))
        .hasToString("1 to 5 answered [0, 1, 23, 26, 24] times");
  }

  @Test
  void aThousandMillionAnswersAreNoTrouble() {
    CustomerSatisfaction csat =
        CustomerSatisfaction.ofHistogram(100_000_000, 0, 100_000_000, 300_000_000, 500_000_000);

    assertThat(csat.share(0.95).value()).isEqualTo(0.8);
    assertThat(csat.meanAnswer(0.95).value()).isCloseTo(4.1, within(1e-12));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerSatisfaction.ofHistogram(0, 0, 0, 0, 0).meanAnswer(95))
        .withMessageContaining("confidence is 95.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerSatisfaction.ofHistogram(1, 2, 3, 4, 5, 6))
        .withMessageContaining("counts of 6 answers; there must be 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerSatisfaction.ofHistogram(1, 2, 3, 4, -5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerSatisfaction.ofHistogram(1, 0, 0, 0, 0).responseRate(0, 0.95));
  }
}
