package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunRulesTest {
  static List<Golden> series() {
    return Golden.of("control_charts", "run_rules");
  }

  @ParameterizedTest
  @MethodSource("series")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] x = Golden.doubles(golden.in("x"));
    double center = golden.in("center").asDouble();
    double sigma = golden.in("sigma").asDouble();

    for (int i = 0; i < RunRule.NELSON.size(); i++) {
      RunRule rule = RunRule.NELSON.get(i);
      assertThat(RunRules.hits(rule, center, sigma, x))
          .as("%s: %s", golden, rule)
          .isEqualTo(Indexes.of(golden.out("hits").get(String.valueOf(i + 1))));
    }
    assertThat(RunRules.hits(RunRule.EIGHT_ON_ONE_SIDE, center, sigma, x))
        .as("%s: we4", golden)
        .isEqualTo(Indexes.of(golden.out("hits").get("we4")));
  }

  @Test
  void nothingSeenCompletesNothing() {
    RunRules rules = RunRules.around(0, 1);

    for (RunRule rule : RunRule.values()) {
      assertThat(rules.completes(rule)).isFalse();
      assertThat(RunRules.hits(rule, 0, 1)).isEmpty();
    }
    assertThat(rules.n()).isZero();
  }

  @Test
  void aPointOnTheCentreBreaksARun() {
    assertThat(RunRules.hits(RunRule.EIGHT_ON_ONE_SIDE, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1))
        .isEmpty();
    assertThat(RunRules.hits(RunRule.EIGHT_ON_ONE_SIDE, 0, 1, 1, 1, 1, 1, -0.0, 1, 1, 1)).isEmpty();
  }

  @Test
  void anEqualNeighbourBreaksATrendAndAnAlternation() {
    assertThat(RunRules.hits(RunRule.SIX_RISING_OR_FALLING, 0, 1, 1, 2, 3, 3, 4, 5, 6)).isEmpty();
    assertThat(RunRules.hits(RunRule.SIX_RISING_OR_FALLING, 0, 1, 6, 5, 4, 3, 2, 1))
        .containsExactly(5);
    double[] wave = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0};
    assertThat(RunRules.hits(RunRule.FOURTEEN_ALTERNATING, 0, 1, wave)).containsExactly(13, 14);
    wave[7] = 0; // two equal neighbours in the middle
    assertThat(RunRules.hits(RunRule.FOURTEEN_ALTERNATING, 0, 1, wave)).isEmpty();
  }

  @Test
  void withoutVariationAnythingOffTheCentreIsBeyond() {
    double[] x = new double[20];
    x[15] = 1e-9;

    assertThat(RunRules.hits(RunRule.BEYOND_THREE_SIGMA, 0, 0, x)).containsExactly(15);
    assertThat(RunRules.hits(RunRule.FIFTEEN_WITHIN_ONE_SIGMA, 0, 0, x)).isEmpty();
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunRules.hits(RunRule.NINE_ON_ONE_SIDE, 0, 1, 3, Double.NaN))
        .withMessageContaining("observation 1 is NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> RunRules.around(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> RunRules.around(Double.NaN, 1));
  }
}
