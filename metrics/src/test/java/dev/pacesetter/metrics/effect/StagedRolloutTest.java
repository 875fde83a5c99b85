package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import org.junit.jupiter.api.Test;

class StagedRolloutTest {
  private static final int NEVER = StagedRollout.NEVER;

  @Test
  void aSingleStageIsADifferenceOfChangesByWelch() {
    double[][] y = {{1, 4}, {2, 7}, {5, 6}, {3, 4}, {8, 8}};
    StagedRollout rollout = StagedRollout.of(Unit.SCORE, y, new int[] {1, 1, NEVER, NEVER, NEVER});
    // the same as the changes 3, 5 against 1, 1, 0 with nothing to adjust for
    Effect welch =
        Cuped.of(
                Unit.SCORE,
                new boolean[] {true, true, false, false, false},
                new double[5],
                new double[] {3, 5, 1, 1, 0})
            .unadjusted();

    Effect effect = rollout.effect();

    assertThat(effect.estimate().value()).isEqualTo(4 - 2 / 3.0, within(1e-12));
    assertThat(effect.standardError().orElseThrow())
        .isEqualTo(welch.standardError().orElseThrow(), within(1e-12));
    assertThat(effect.degreesOfFreedom().orElseThrow())
        .isEqualTo(welch.degreesOfFreedom().orElseThrow(), within(1e-9));
    assertThat(effect.estimate().n()).isEqualTo(5);
  }

  @Test
  void comparesEachGroupWithThoseWhoseTurnIsStillToCome() {
    // the first group gains 1, then 2, then 3; the second gains 10 from period 2 on; period 1 adds
    // 100 and period 3 takes 50 from all
    double[][] y = {
      {5, 106, 107, 58}, {6, 107, 108, 59},
      {7, 107, 117, 67}, {8, 108, 118, 68},
      {9, 109, 109, 59}, {9, 109, 109, 59}
    };
    StagedRollout rollout = StagedRollout.of(Unit.SCORE, y, new int[] {1, 1, 2, 2, NEVER, 9});

    assertThat(rollout.effect(1, 1).estimate().value()).isEqualTo(1, within(1e-9));
    assertThat(rollout.effect(1, 3).estimate().value()).isEqualTo(3, within(1e-9));
    assertThat(rollout.effect(2, 2).estimate().value()).isEqualTo(10, within(1e-9));
    assertThat(rollout.effectAfter(0).estimate().value()).isEqualTo(5.5, within(1e-9));
    assertThat(rollout.effectAfter(2).estimate().value()).isEqualTo(3, within(1e-9));
    // (1 + 2 + 3 + 10 + 10) / 5
    assertThat(rollout.effect().estimate().value()).isEqualTo(5.2, within(1e-9));
    // the second group did not differ before its turn
    assertThat(rollout.effectAfter(-2).estimate().value()).isEqualTo(0, within(1e-9));
    assertThat(rollout.effectAfter(-1).estimate().reason()).contains(NoData.TOO_FEW);
    EffectAssert.assertUnjudged(rollout.effect()); // nobody strays from his or her group
  }

  @Test
  void whenAllAreTrainedTheLastPeriodsHaveNobodyToCompareWith() {
    double[][] y = {{1, 2, 9}, {1, 3, 9}, {1, 1, 9}, {1, 2, 9}};
    StagedRollout rollout = StagedRollout.of(Unit.SCORE, y, new int[] {1, 1, 2, 2});

    assertThat(rollout.effect(1, 2).estimate().reason()).contains(NoData.TOO_FEW);
    assertThat(rollout.effect(2, 2).estimate().reason()).contains(NoData.TOO_FEW);
    assertThat(rollout.effect().estimate().value()).isEqualTo(1);
  }

  @Test
  void whoeverIsTrainedFromTheStartTakesNoPart() {
    double[][] y = {{9, 99}, {1, 4}, {2, 7}, {5, 6}, {3, 4}};
    StagedRollout rollout = StagedRollout.of(Unit.SCORE, y, new int[] {0, 1, 1, NEVER, NEVER});

    assertThat(rollout.effect().estimate().value()).isEqualTo(3, within(1e-12));
    assertThat(rollout.effect().estimate().n()).isEqualTo(4);
  }

  @Test
  void aGroupOfOneLeavesTheUncertaintyUnknown() {
    double[][] y = {{1, 4}, {5, 6}, {3, 4}};

    Effect effect = StagedRollout.of(Unit.SCORE, y, new int[] {1, NEVER, NEVER}).effect();

    assertThat(effect.estimate().value()).isEqualTo(2);
    EffectAssert.assertUnjudged(effect);
  }

  @Test
  void nobodyIsNoData() {
    assertThat(
            StagedRollout.of(Unit.SCORE, new double[0][], new int[0]).effect().estimate().reason())
        .contains(NoData.NOTHING_OBSERVED);
    assertThat(
            StagedRollout.of(Unit.SCORE, new double[][] {{1, 2}}, new int[] {NEVER})
                .effect()
                .estimate()
                .reason())
        .contains(NoData.TOO_FEW);
  }

  @Test
  void refusesRowsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StagedRollout.of(Unit.SCORE, new double[][] {{1}, {}}, new int[2]))
        .withMessageContaining("Person 1 has 0 periods");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StagedRollout.of(Unit.SCORE, new double[][] {{1}}, new int[] {-1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StagedRollout.of(Unit.SCORE, new double[1][1], new int[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StagedRollout.of(Unit.SCORE, new double[][] {{Double.NaN}}, new int[1]));
  }
}
