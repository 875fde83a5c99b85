package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateTestTest {
  static List<Golden> rates() {
    return Golden.of("two_sample", "two_proportion_z");
  }

  static List<Golden> tables() {
    return Golden.of("two_sample", "fisher_exact");
  }

  @ParameterizedTest
  @MethodSource("rates")
  void scoresAgreeWithTheGoldenValues(Golden golden) {
    RateTest test =
        RateTest.of(
            Ratio.of(golden.in("x1").asLong(), golden.in("n1").asLong()),
            Ratio.of(golden.in("x2").asLong(), golden.in("n2").asLong()));

    if (golden.out("z").isNull()) {
      assertThat(test.z()).isEmpty();
      assertThat(test.approximate()).isEmpty();
      assertThat(test.reason()).contains(NoData.TOO_FEW);
    } else {
      golden.assertClose("z", test.z().orElseThrow(), golden.out("z"));
      assertClose(golden, test.approximate().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void exactTestsAgreeWithTheGoldenValues(Golden golden) {
    RateTest test = RateTest.of(group(golden, 0), group(golden, 1));

    assertClose(golden, test.exact().orElseThrow());
    assertThat(test.pValue()).isEqualTo(test.exact().orElseThrow().twoSided());
  }

  private static Ratio group(Golden golden, int row) {
    JsonNode counts = golden.in("table").get(row);
    long successes = counts.get(0).asLong();
    return Ratio.of(successes, successes + counts.get(1).asLong());
  }

  private static void assertClose(Golden golden, PValues actual) {
    golden.assertClose("pTwoSided", actual.twoSided(), golden.out("pTwoSided"));
    golden.assertClose("pLess", actual.less(), golden.out("pLess"));
    golden.assertClose("pGreater", actual.greater(), golden.out("pGreater"));
  }

  @Test
  void isExactForFewTrials() {
    // R 4.2.2: fisher.test(matrix(c(9, 3, 1, 7), 2))$p.value
    assertThat(RateTest.of(Ratio.of(9, 10), Ratio.of(3, 10)).pValue())
        .isCloseTo(0.01976661, within(5e-9));
  }

  @Test
  void isApproximateBeyondAHundredThousandTrials() {
    RateTest few = RateTest.of(Ratio.of(20_000, 50_000), Ratio.of(20_300, 50_000));
    RateTest many = RateTest.of(Ratio.of(20_000, 50_000), Ratio.of(20_300, 50_001));

    assertThat(few.exact()).isPresent();
    assertThat(many.exact()).isEmpty();
    assertThat(many.pValue()).isEqualTo(many.approximate().orElseThrow().twoSided());
    assertThat(many.pValue()).isCloseTo(few.pValue(), within(1e-3));
    assertThat(many.n()).isEqualTo(100_001);
  }

  @Nested
  class NothingSpeaksAgainstChance {
    @Test
    void whereAGroupHasNoTrials() {
      RateTest test = RateTest.of(Ratio.NONE, Ratio.of(3, 4));

      assertThat(test.pValue()).isEqualTo(1);
      assertThat(test.reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(RateTest.of(Ratio.NONE, Ratio.NONE).pValue()).isEqualTo(1);
    }

    @Test
    void whereNobodyOrEverybodySucceeds() {
      long many = 1_000_000_000;
      assertThat(RateTest.of(Ratio.of(0, 5), Ratio.of(0, 9)).pValue()).isEqualTo(1);
      assertThat(RateTest.of(Ratio.of(5, 5), Ratio.of(9, 9)).pValue()).isEqualTo(1);
      assertThat(RateTest.of(Ratio.of(0, many), Ratio.of(0, many)).pValue()).isEqualTo(1);
    }

    @Test
    void whereEachGroupHasASingleTrial() {
      assertThat(RateTest.of(Ratio.of(1, 1), Ratio.of(0, 1)).pValue()).isEqualTo(1);
    }
  }

  @Test
  void refusesWhatAreNoCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateTest.of(Ratio.of(3, 2), Ratio.NONE))
        .withMessageContaining("3/2 as the first group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateTest.of(Ratio.NONE, Ratio.of(-1, 2)))
        .withMessageContaining("-1/2 as the second group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateTest.of(Ratio.NONE, Ratio.of(0, 1_000_000_001)));
  }
}
