package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleTest {
  static List<Golden> ratios() {
    return Golden.of("two_sample", "ratio_interval");
  }

  static List<Golden> odds() {
    return Golden.of("two_sample", "odds_ratio");
  }

  static List<Golden> tables() {
    return Golden.of("two_sample", "fisher_exact");
  }

  @ParameterizedTest
  @MethodSource("ratios")
  void quotientsOfRatesAgreeWithTheGoldenValues(Golden golden) {
    Ratio first = Ratio.of(golden.in("x1").asLong(), golden.in("n1").asLong());
    Ratio second = Ratio.of(golden.in("x2").asLong(), golden.in("n2").asLong());
    double confidence = golden.in("confidence").asDouble();

    Multiple katz = RateRatio.KATZ.of(first, second, confidence);
    Multiple score = RateRatio.SCORE.of(first, second, confidence);

    assertClose(golden, "ratio", katz.value());
    assertClose(golden, "ratio", score.value());
    assertClose(golden, "seLog", katz.logStandardError());
    assertLimits(golden, "katz", katz);
    assertLimits(golden, "scoreMN", score);
  }

  @ParameterizedTest
  @MethodSource("odds")
  void quotientsOfOddsAgreeWithTheGoldenValues(Golden golden) {
    Multiple woolf = OddsRatio.WOOLF.of(group(golden, 0), group(golden, 1), 0.95);
    Multiple haldane = OddsRatio.HALDANE.of(group(golden, 0), group(golden, 1), 0.95);

    assertClose(golden, "oddsRatio", woolf.value());
    assertClose(golden, "seLog", woolf.logStandardError());
    assertLimits(golden, "woolf95", woolf);
    assertClose(golden, "haldane", haldane.value());
    assertClose(golden, "haldaneSeLog", haldane.logStandardError());
    assertLimits(golden, "haldaneCi95", haldane);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void conditionalQuotientsOfOddsAgreeWithTheGoldenValues(Golden golden) {
    Multiple exact = OddsRatio.EXACT.of(group(golden, 0), group(golden, 1), 0.95);

    assertClose(golden, "conditionalOddsRatio", exact.value());
    assertLimits(golden, "conditionalCi95", exact);
  }

  private static Ratio group(Golden golden, int row) {
    JsonNode counts = golden.in("table").get(row);
    long successes = counts.get(0).asLong();
    return Ratio.of(successes, successes + counts.get(1).asLong());
  }

  private static void assertClose(Golden golden, String name, OptionalDouble actual) {
    assertThat(actual.isPresent())
        .as("%s: whether there is a %s", golden, name)
        .isEqualTo(!golden.out(name).isNull());
    actual.ifPresent(value -> golden.assertClose(name, value, golden.out(name)));
  }

  private static void assertLimits(Golden golden, String name, Multiple actual) {
    JsonNode limits = golden.out(name);
    assertThat(actual.lower().isPresent()).isEqualTo(!limits.isNull());
    if (!limits.isNull()) {
      golden.assertClose(name, actual.lower().getAsDouble(), limits.get(0));
      if (limits.get(1).asText().equals("Infinity")) {
        assertThat(actual.upper()).isEmpty();
        assertThat(actual.interval()).isEmpty();
      } else {
        golden.assertClose(name, actual.interval().orElseThrow(), limits);
      }
    }
  }

  @Nested
  class WhenTheOtherGroupHasNoSuccess {
    private final Ratio ana = Ratio.of(7, 10);
    private final Ratio ben = Ratio.of(0, 10);

    @Test
    void thereIsNoNumberButALowerLimit() {
      for (Multiple multiple :
          List.of(RateRatio.SCORE.of(ana, ben, 0.95), OddsRatio.EXACT.of(ana, ben, 0.95))) {
        assertThat(multiple.value()).isEmpty();
        assertThat(multiple.reason()).contains(NoData.NOTHING_OBSERVED);
        assertThat(multiple.lower().orElseThrow()).isGreaterThan(2);
        assertThat(multiple.upper()).isEmpty();
        assertThat(multiple.contains(1)).isFalse();
        assertThat(multiple.contains(1e300)).isTrue();
        assertThat(multiple.toString())
            .startsWith("no data (NOTHING_OBSERVED) [2.")
            .endsWith("unbounded), n = 20");
      }
    }

    @Test
    void methodsByLogarithmsGiveNoLimits() {
      assertThat(RateRatio.KATZ.of(ana, ben, 0.95).lower()).isEmpty();
      assertThat(OddsRatio.WOOLF.of(ana, ben, 0.95).lower()).isEmpty();
      assertThat(OddsRatio.WOOLF.of(ana, ben, 0.95).contains(1)).isTrue();
    }

    @Test
    void theOtherWayRoundItIsZeroTimes() {
      assertThat(RateRatio.SCORE.of(ben, ana, 0.95).value()).hasValue(0);
      assertThat(RateRatio.SCORE.of(ben, ana, 0.95).lower()).hasValue(0);
      assertThat(OddsRatio.EXACT.of(ben, ana, 0.95).value()).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNoDataWithoutTrialsInAGroup(RateRatio method) {
    Multiple none = method.of(Ratio.NONE, Ratio.of(1, 3), 0.95);

    assertThat(none.value()).isEmpty();
    assertThat(none.lower()).isEmpty();
    assertThat(none.n()).isEqualTo(3);
    assertThat(none.reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(none.toString()).isEqualTo("no data (NOTHING_OBSERVED), n = 3");
    assertThat(method.of(Ratio.NONE, Ratio.NONE, 0.95).n()).isZero();
  }

  @Test
  void oddsAreTooFewWhereOneSplitAloneIsPossible() {
    assertThat(OddsRatio.EXACT.of(Ratio.of(0, 4), Ratio.of(0, 5), 0.95).reason())
        .contains(NoData.TOO_FEW);
    assertThat(OddsRatio.EXACT.of(Ratio.NONE, Ratio.of(2, 5), 0.95).reason())
        .contains(NoData.NOTHING_OBSERVED);
  }

  @Test
  void exactLimitsAreThoseAtWhichTheTailsAreSplit() {
    // Both tables of one and one are possible for one success of one trial each; with odds ψ the
    // observed one has probability ψ/(1+ψ), which is 0.025 at 1/39.
    Multiple exact = OddsRatio.EXACT.of(Ratio.of(1, 1), Ratio.of(0, 1), 0.95);

    assertThat(exact.lower().orElseThrow()).isCloseTo(1 / 39.0, within(1e-14));
    assertThat(exact.upper()).isEmpty();
  }

  @Test
  void exactLimitsOfAThousandMillionTrialsAreThoseOfTheNormalApproximation() {
    Ratio first = Ratio.of(500_000_000, 1_000_000_000);
    Ratio second = Ratio.of(500_100_000, 1_000_000_000);

    Multiple exact = OddsRatio.EXACT.of(first, second, 0.95);
    Multiple woolf = OddsRatio.WOOLF.of(first, second, 0.95);

    assertThat(exact.value().orElseThrow()).isCloseTo(woolf.value().orElseThrow(), within(1e-10));
    assertThat(exact.lower().orElseThrow()).isCloseTo(woolf.lower().orElseThrow(), within(1e-8));
    assertThat(exact.upper().orElseThrow()).isCloseTo(woolf.upper().orElseThrow(), within(1e-8));
  }

  @Test
  void isAValue() {
    Multiple one = RateRatio.KATZ.of(Ratio.of(1, 2), Ratio.of(1, 3), 0.95);

    assertThat(one)
        .isEqualTo(RateRatio.KATZ.of(Ratio.of(1, 2), Ratio.of(1, 3), 0.95))
        .hasSameHashCodeAs(RateRatio.KATZ.of(Ratio.of(1, 2), Ratio.of(1, 3), 0.95))
        .isNotEqualTo(RateRatio.KATZ.of(Ratio.of(1, 2), Ratio.of(1, 3), 0.9))
        .isNotEqualTo(RateRatio.SCORE.of(Ratio.of(1, 2), Ratio.of(1, 3), 0.95));
    assertThat(one.confidence()).isEqualTo(0.95);
    assertThat(one.toString()).startsWith("1.5 [").endsWith("], n = 5");
  }

  @Test
  void refusesWhatAreNoCounts() {
    Ratio some = Ratio.of(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateRatio.SCORE.of(Ratio.of(3, 2), some, 0.95))
        .withMessageContaining("SCORE has 3/2 as the first group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OddsRatio.EXACT.of(some, Ratio.of(1, -2), 0.95))
        .withMessageContaining("EXACT has 1/-2 as the second group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OddsRatio.WOOLF.of(some, some, 1))
        .withMessageContaining("confidence is 1.0");
  }
}
