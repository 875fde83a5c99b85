package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class StudyDesignTest {
  private static final StudyDesign DESIGN = new StudyDesign(20, 30, 3, 6, 10, 0.5);

  @Test
  void theErrorFollowsTheFormula() {
    // 10·√(0.5·(1/3 + 1/6)·(1/20 + 1/30))
    assertThat(DESIGN.standardError()).isEqualTo(10 * Math.sqrt(0.25 / 12), within(1e-12));
  }

  @Test
  void powerIsThatOfTheNoncentralT() {
    // R: power.t.test(n = 20, delta = 1, sd = 1)$power is 0.8689528
    double critical = TDistribution.of(38).inverseSurvivalProbability(0.025);
    assertThat(new ShiftedTest(critical, 38).power(1 / Math.sqrt(0.1)))
        .isEqualTo(0.8689528, within(2e-5));
  }

  @Test
  void theSmallestEffectIsSeenAsOftenAsAsked() {
    double effect = DESIGN.minimumDetectableEffect(0.05, 0.8);

    assertThat(DESIGN.power(effect, 0.05)).isEqualTo(0.8, within(1e-9));
    assertThat(DESIGN.power(-effect, 0.05)).isEqualTo(0.8, within(1e-9));
    assertThat(effect / DESIGN.standardError()).isBetween(2.8, 3.0);
  }

  @Test
  void noEffectIsSeenAboutAsOftenAsTheLevelSays() {
    assertThat(DESIGN.power(0, 0.05)).isEqualTo(0.05, within(5e-4));
    assertThat(DESIGN.power(1e9, 0.05)).isEqualTo(1);
  }

  @Test
  void morePeopleMorePeriodsAndSteadierPeopleSeeSmallerEffects() {
    double effect = DESIGN.minimumDetectableEffect(0.05, 0.8);

    assertThat(new StudyDesign(40, 30, 3, 6, 10, 0.5).minimumDetectableEffect(0.05, 0.8))
        .isLessThan(effect);
    assertThat(new StudyDesign(20, 30, 4, 6, 10, 0.5).minimumDetectableEffect(0.05, 0.8))
        .isLessThan(effect);
    assertThat(new StudyDesign(20, 30, 3, 6, 10, 0.6).minimumDetectableEffect(0.05, 0.8))
        .isLessThan(effect);
  }

  @Test
  void readsDeviationAndCorrelationFromHistory() {
    // by hand: person means 2, 4, 9; rests ±0.5, ∓0.5, 0 after periods 4.5 and 5.5
    double[][] history = {{1, 3}, {4, 4}, {8.5, 9.5}};

    StudyDesign design = StudyDesign.basedOn(history, 5, 5, 1, 1);

    // mean square of the rest: 4·0.25/2 = 0.5; between people 13 - 0.5/2
    assertThat(design.deviation()).isEqualTo(Math.sqrt(13.25), within(1e-12));
    assertThat(design.correlation()).isEqualTo(12.75 / 13.25, within(1e-12));
  }

  @Test
  void peopleWhoDifferLessThanByChanceDoNotCorrelate() {
    assertThat(StudyDesign.basedOn(new double[][] {{1, 3}, {3, 1}}, 2, 2, 1, 1).correlation())
        .isZero();
  }

  @Test
  void refusesDesignsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StudyDesign(1, 30, 3, 6, 10, 0.5))
        .withMessageContaining("1 people to train");
    assertThatIllegalArgumentException().isThrownBy(() -> new StudyDesign(2, 2, 0, 1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new StudyDesign(2, 2, 1, 1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new StudyDesign(2, 2, 1, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> DESIGN.power(Double.NaN, 0.05));
    assertThatIllegalArgumentException().isThrownBy(() -> DESIGN.power(1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DESIGN.minimumDetectableEffect(0.05, 0.05));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StudyDesign.basedOn(new double[][] {{1, 2}, {3, 4}}, 2, 2, 1, 1))
        .withMessageContaining("no chance variation");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StudyDesign.basedOn(new double[][] {{1}, {3}}, 2, 2, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StudyDesign.basedOn(new double[][] {{1, 2}}, 2, 2, 1, 1));
  }
}
