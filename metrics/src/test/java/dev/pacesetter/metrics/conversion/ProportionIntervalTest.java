package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionIntervalTest {
  static List<Golden> intervals() {
    return Golden.of("binomial_intervals", "interval");
  }

  @ParameterizedTest
  @MethodSource("intervals")
  void agreesWithTheGoldenValues(Golden golden) {
    long x = golden.in("successes").asLong();
    long n = golden.in("trials").asLong();
    double confidence = golden.in("confidence").asDouble();
    for (ProportionInterval method : ProportionInterval.values()) {
      golden.assertClose(
          method.name(), method.of(x, n, confidence), golden.out(nameInTheFile(method)));
    }
  }

  private static String nameInTheFile(ProportionInterval method) {
    return switch (method) {
      case WILSON -> "wilson";
      case WILSON_CORRECTED -> "wilsonCc";
      case CLOPPER_PEARSON -> "clopperPearson";
      case JEFFREYS -> "jeffreys";
      case AGRESTI_COULL -> "agrestiCoull";
    };
  }

  @ParameterizedTest
  @EnumSource
  void refusesCountsThatCannotBe(ProportionInterval method) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(3, 2, 0.95))
        .withMessageContaining("3 successes in 2 trials");
    assertThatIllegalArgumentException().isThrownBy(() -> method.of(-1, 2, 0.95));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(0, 0, 0.95))
        .withMessageContaining("0 trials");
    assertThatIllegalArgumentException().isThrownBy(() -> method.of(0, 1_000_000_001, 0.95));
  }

  @ParameterizedTest
  @EnumSource
  void staysFiniteAtAnExtremeLevel(ProportionInterval method) {
    for (long x = 0; x <= 60; x++) {
      Interval interval = method.of(x, 60, 1 - 1e-15);

      assertThat(interval.lower()).isBetween(0.0, x / 60.0);
      assertThat(interval.upper()).isBetween(x / 60.0, 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesALevelThatIsNone(ProportionInterval method) {
    assertThatIllegalArgumentException().isThrownBy(() -> method.of(1, 2, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(1, 2, 1))
        .withMessageContaining("confidence is 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> method.of(1, 2, Double.NaN));
  }

  @Nested
  class AsAMeasure {
    @Test
    void carriesTheNumberOfTrialsAndTheInterval() {
      Measure rate = ProportionInterval.WILSON.measure(Ratio.of(81, 263), 0.95);

      assertThat(rate.unit()).isEqualTo(Unit.RATIO);
      assertThat(rate.n()).isEqualTo(263);
      assertThat(rate.value()).isEqualTo(81.0 / 263);
      // Newcombe (1998), table I, case a: 0.2553 to 0.3662
      Interval interval = rate.interval().orElseThrow();
      assertThat(interval.lower()).isEqualTo(0.2553, within(5e-5));
      assertThat(interval.upper()).isEqualTo(0.3662, within(5e-5));
      assertThat(interval.confidence()).isEqualTo(0.95);
    }

    @Test
    void isNoDataWithoutTrials() {
      assertThat(ProportionInterval.WILSON.measure(Ratio.NONE, 0.95).reason())
          .contains(NoData.NOTHING_OBSERVED);
    }

    @Test
    void refusesARatioThatIsNotOneOfCounts() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProportionInterval.WILSON.measure(Ratio.of(5, 4), 0.95));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProportionInterval.WILSON.measure(Ratio.of(1, 0), 0.95));
    }
  }
}
