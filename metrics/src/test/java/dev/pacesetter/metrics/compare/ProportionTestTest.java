package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTestTest {
  @Test
  void agreesWithPublishedExamples() {
    // R documentation of binom.test, after Conover (1971): 682 of 925 against 3/4
    assertThat(ProportionTest.twoSided(682, 925, 0.75)).isCloseTo(0.3825, within(5e-5));
    // by hand: 2 * (1 + 10 + 45 + 120) / 1024
    assertThat(ProportionTest.twoSided(3, 10, 0.5)).isCloseTo(352.0 / 1024, within(1e-14));
    assertThat(ProportionTest.twoSided(7, 10, 0.5)).isCloseTo(352.0 / 1024, within(1e-14));
    // by hand: all successes, 0.1^3; no outcome on the other side is as rare
    assertThat(ProportionTest.twoSided(3, 3, 0.1)).isCloseTo(0.001, within(1e-15));
  }

  @Test
  void countsAnEquallyProbableOutcomeInSpiteOfRounding() {
    // 9 trials at 0.3: two and three successes are equally probable, together all is as rare
    assertThat(ProportionTest.twoSided(3, 9, 0.3)).isCloseTo(1, within(1e-12));
    assertThat(ProportionTest.twoSided(2, 9, 0.3)).isCloseTo(1, within(1e-12));
  }

  @Test
  void knowsImpossibleAndCertainExpectations() {
    assertThat(ProportionTest.twoSided(0, 10, 0)).isEqualTo(1);
    assertThat(ProportionTest.twoSided(1, 10, 0)).isZero();
    assertThat(ProportionTest.twoSided(10, 10, 1)).isEqualTo(1);
    assertThat(ProportionTest.twoSided(9, 10, 1)).isZero();
  }

  @Test
  void saysNothingWithoutTrials() {
    assertThat(ProportionTest.twoSided(0, 0, 0.3)).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionTest.twoSided(3, 2, 0.5))
        .withMessageContaining("3 successes in 2 trials");
    assertThatIllegalArgumentException().isThrownBy(() -> ProportionTest.twoSided(-1, 2, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionTest.twoSided(0, 1_000_000_001, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionTest.twoSided(1, 2, Double.NaN))
        .withMessageContaining("NaN");
  }
}
