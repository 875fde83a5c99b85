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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RateDifferenceTest {
  static List<Golden> differences() {
    return Golden.of("two_sample", "difference_interval");
  }

  @ParameterizedTest
  @MethodSource("differences")
  void agreesWithTheGoldenValues(Golden golden) {
    Ratio first = Ratio.of(golden.in("x1").asLong(), golden.in("n1").asLong());
    Ratio second = Ratio.of(golden.in("x2").asLong(), golden.in("n2").asLong());
    double confidence = golden.in("confidence").asDouble();
    for (RateDifference method : RateDifference.values()) {
      Measure difference = method.of(first, second, confidence);
      golden.assertClose("difference", difference.value(), golden.out("difference"));
      golden.assertClose(
          method.name(),
          difference.interval().orElseThrow(),
          golden.out(
              switch (method) {
                case NEWCOMBE -> "newcombe";
                case NEWCOMBE_CORRECTED -> "newcombeCc";
                case WALD -> "wald";
                case MIETTINEN_NURMINEN -> "miettinenNurminen";
              }));
    }
  }

  @Test
  void carriesTheTrialsOfBothGroups() {
    Measure difference = RateDifference.NEWCOMBE.of(Ratio.of(56, 70), Ratio.of(48, 80), 0.95);

    assertThat(difference.unit()).isEqualTo(Unit.RATIO);
    assertThat(difference.n()).isEqualTo(150);
    assertThat(difference.value()).isEqualTo(0.2, within(1e-15));
    // Newcombe (1998), Statistics in Medicine 17:873, table II, case a: 0.0524 to 0.3339
    Interval interval = difference.interval().orElseThrow();
    assertThat(interval.lower()).isEqualTo(0.0524, within(5e-5));
    assertThat(interval.upper()).isEqualTo(0.3339, within(5e-5));
  }

  @ParameterizedTest
  @EnumSource
  void isNoDataWithoutTrialsInAGroup(RateDifference method) {
    Measure none = Measure.noData(Unit.RATIO, 3, NoData.NOTHING_OBSERVED);

    assertThat(method.of(Ratio.NONE, Ratio.of(1, 3), 0.95)).isEqualTo(none);
    assertThat(method.of(Ratio.of(1, 3), Ratio.NONE, 0.95)).isEqualTo(none);
    assertThat(method.of(Ratio.NONE, Ratio.NONE, 0.95).n()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void staysFiniteForCertaintiesAndExtremes(RateDifference method) {
    long many = 1_000_000_000;
    for (Ratio first :
        List.of(Ratio.of(0, 1), Ratio.of(1, 1), Ratio.of(0, many), Ratio.of(many, many))) {
      for (Ratio second : List.of(Ratio.of(0, 1), Ratio.of(1, 1), Ratio.of(1, many))) {
        for (double confidence : new double[] {1e-9, 0.5, 1 - 1e-15}) {
          Measure difference = method.of(first, second, confidence);

          assertThat(difference.interval().orElseThrow().lower())
              .isLessThanOrEqualTo(difference.value() + 1e-15);
          assertThat(difference.interval().orElseThrow().upper())
              .isGreaterThanOrEqualTo(difference.value() - 1e-15);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatAreNoCounts(RateDifference method) {
    Ratio some = Ratio.of(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(Ratio.of(3, 2), some, 0.95))
        .withMessageContaining("3/2 as the first group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(some, Ratio.of(-1, 2), 0.95))
        .withMessageContaining("-1/2 as the second group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(some, Ratio.of(0, 1_000_000_001), 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> method.of(some, some, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.of(some, some, Double.NaN))
        .withMessageContaining("confidence is NaN");
  }
}
