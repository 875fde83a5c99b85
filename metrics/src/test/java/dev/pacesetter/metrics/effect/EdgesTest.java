package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import org.junit.jupiter.api.Test;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final boolean[] TWO_AND_TWO = {true, true, false, false};

  @Test
  void equalFiguresInBothGroupsHaveAnEffectOfZeroThatIsNotJudged() {
    double[] alike = {0.1, 0.1, 0.1, 0.1};
    Cuped cuped = Cuped.of(Unit.MONEY, TWO_AND_TWO, alike, alike);

    assertThat(cuped.slope()).isZero();
    assertThat(cuped.correlation()).isEmpty();
    assertThat(cuped.varianceReduction()).isEmpty();
    for (Effect effect : new Effect[] {cuped.unadjusted(), cuped.adjusted()}) {
      assertThat(effect.estimate()).isEqualTo(Measure.of(0, Unit.MONEY, 4));
      EffectAssert.assertUnjudged(effect);
    }
  }

  @Test
  void whereEverybodyChangedAlikeTheChangeIsNotJudgedButByRanks() {
    PairedChange alike =
        PairedChange.of(Unit.MONEY, new double[] {1, 2, 3, 4, 5}, new double[] {3, 4, 5, 6, 7});

    assertThat(alike.change().estimate()).isEqualTo(Measure.of(2, Unit.MONEY, 5));
    EffectAssert.assertUnjudged(alike.change());
    assertThat(alike.deviation()).isEqualTo(Measure.of(0, Unit.MONEY, 5));
    assertThat(alike.standardised()).isEmpty();
    assertThat(alike.signedRankSum()).hasValue(15);
  }

  @Test
  void aRolloutOfEqualFiguresIsZeroAndNotJudged() {
    double[][] alike = {{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}};
    Effect effect =
        StagedRollout.of(
                Unit.SCORE, alike, new int[] {1, 1, StagedRollout.NEVER, StagedRollout.NEVER})
            .effect();

    assertThat(effect.estimate().value()).isZero();
    EffectAssert.assertUnjudged(effect);
  }

  @Test
  void everybodyTrainedLeavesNobodyToCompareWith() {
    double[][] rising = {{1, 2}, {3, 5}};

    assertThat(StagedRollout.of(Unit.SCORE, rising, new int[] {1, 1}).effect().estimate().reason())
        .contains(NoData.TOO_FEW);
  }

  @Test
  void perfectAndWorthlessFiguresRecoverNothingAndEverythingOfEqualPeople() {
    double[] before = {10, 10, 10};
    double[] after = {30, 30, 30};

    assertThat(RegressionToTheMean.given(Unit.SCORE, before, after, 50, 1).expectedChange().value())
        .isZero();
    assertThat(RegressionToTheMean.given(Unit.SCORE, before, after, 50, 0).expectedChange().value())
        .isEqualTo(40);
    Effect corrected = RegressionToTheMean.given(Unit.SCORE, before, after, 50, 0.5).corrected();
    assertThat(corrected.estimate().value()).isZero();
    EffectAssert.assertUnjudged(corrected);
  }

  @Test
  void aDesignOfAThousandMillionPeopleSeesWhatever() {
    StudyDesign many = new StudyDesign(1_000_000_000, 1_000_000_000, 1, 1, 10, 0.5);

    // 10·√((1/n + 1/n)·(1 - 0.5)·2)
    assertThat(many.standardError()).isCloseTo(10 * Math.sqrt(2e-9), within(1e-12));
    assertThat(many.power(0.01, 0.05)).isCloseTo(1, within(1e-12));
    assertThat(many.minimumDetectableEffect(0.05, 0.8))
        .isCloseTo(2.801585 * many.standardError(), within(1e-8));
  }
}
