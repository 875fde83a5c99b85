package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StageFunnelTest {
  private static final long DAY = 86_400_000;
  private static final int LEAD = 0;
  private static final int DEMO = 1;
  private static final int OFFER = 2;

  private final StageHistory.Builder history = StageHistory.builder("Lead", "Demo", "Offer");

  private StageFunnelReport funnel(ReachRule rule) {
    return StageFunnel.withDefaults().with(rule).over(history.build(), atDay(100));
  }

  private StageFunnelReport funnel() {
    return funnel(ReachRule.REACHED_OR_PASSED);
  }

  private static Instant atDay(long day) {
    return Instant.ofEpochMilli(day * DAY);
  }

  @Test
  void aDealCountsInEveryStageItReached() {
    history.entered(1, LEAD, 0).entered(1, DEMO, DAY).entered(1, OFFER, 2 * DAY).won(1, 3 * DAY);
    history.entered(2, LEAD, 0).entered(2, DEMO, DAY).lost(2, 5 * DAY);
    history.entered(3, LEAD, 0).entered(3, DEMO, DAY);
    history.entered(4, LEAD, 0);
    StageFunnelReport funnel = funnel();

    assertThat(funnel.steps())
        .extracting(StageStep::stage)
        .containsExactly("Lead", "Demo", "Offer");
    assertThat(funnel.steps()).extracting(StageStep::reached).containsExactly(4L, 3L, 1L);
    assertThat(funnel.steps()).extracting(StageStep::converted).containsExactly(3L, 1L, 1L);
    assertThat(funnel.steps()).extracting(StageStep::dropped).containsExactly(0L, 1L, 0L);
    assertThat(funnel.steps()).extracting(StageStep::pending).containsExactly(1L, 1L, 0L);
    assertThat(funnel.steps()).extracting(StageStep::implied).containsExactly(0L, 0L, 0L);
    assertThat(funnel.won()).isEqualTo(1);
    assertThat(funnel.deals()).isEqualTo(new Outcomes(2, 1, 1));
    assertThat(funnel.deals().total()).isEqualTo(4);
    assertThat(funnel.unstaged()).isEqualTo(new Outcomes(0, 0, 0));
  }

  @Test
  void ratesCarryWilsonIntervals() {
    history.entered(1, LEAD, 0).entered(1, DEMO, DAY);
    history.entered(2, LEAD, 0).lost(2, DAY);
    history.entered(3, LEAD, 0);
    StageStep lead = funnel().step("Lead");

    assertThat(lead.stepRate()).isEqualTo(wilson(1, 3));
    assertThat(lead.decidedRate()).isEqualTo(wilson(1, 2));
    assertThat(lead.totalRate()).isEqualTo(wilson(3, 3));
    assertThat(funnel().step("Demo").totalRate()).isEqualTo(wilson(1, 3));
    assertThat(funnel().wonRate()).isEqualTo(wilson(0, 3));
    assertThat(funnel().step("Offer").stepRate().reason()).contains(NoData.NOTHING_OBSERVED);
  }

  private static Measure wilson(long part, long whole) {
    return ProportionInterval.WILSON.measure(Ratio.of(part, whole), 0.95);
  }

  @Nested
  class ASkippedStage {
    @Test
    void isImpliedByALaterOne() {
      history.entered(1, OFFER, 0);
      StageFunnelReport funnel = funnel();

      assertThat(funnel.steps()).extracting(StageStep::reached).containsExactly(1L, 1L, 1L);
      assertThat(funnel.steps()).extracting(StageStep::implied).containsExactly(1L, 1L, 0L);
    }

    @Test
    void isImpliedByWinning() {
      history.entered(1, LEAD, 0).won(1, DAY);

      assertThat(funnel().steps()).extracting(StageStep::reached).containsExactly(1L, 1L, 1L);
      assertThat(funnel().steps()).extracting(StageStep::implied).containsExactly(0L, 1L, 1L);
    }

    @Test
    void isNotImpliedByLosing() {
      history.entered(1, LEAD, 0).lost(1, DAY);

      assertThat(funnel().steps()).extracting(StageStep::reached).containsExactly(1L, 0L, 0L);
      assertThat(funnel().step("Lead").dropped()).isEqualTo(1);
    }

    @Test
    void isNotReachedWhenOnlyEntriesCount() {
      history.entered(1, LEAD, 0).entered(1, OFFER, DAY).won(1, 2 * DAY);
      StageFunnelReport funnel = funnel(ReachRule.ENTERED);

      assertThat(funnel.steps()).extracting(StageStep::reached).containsExactly(1L, 0L, 1L);
      assertThat(funnel.steps()).extracting(StageStep::converted).containsExactly(1L, 0L, 1L);
      assertThat(funnel.steps()).extracting(StageStep::implied).containsExactly(0L, 0L, 0L);
      assertThat(funnel.won()).isEqualTo(1);
    }
  }

  @Nested
  class ADealMovedBack {
    @Test
    void keepsWhatItReached() {
      history
          .entered(1, LEAD, 0)
          .entered(1, DEMO, DAY)
          .entered(1, LEAD, 2 * DAY)
          .entered(1, DEMO, 4 * DAY)
          .lost(1, 5 * DAY);
      StageFunnelReport funnel = funnel();

      assertThat(funnel.step("Demo").dropped()).isEqualTo(1);
      assertThat(funnel.step("Demo").backwardMoves()).isEqualTo(1);
      assertThat(funnel.step("Demo").reentries()).isEqualTo(1);
      assertThat(funnel.step("Lead").backwardMoves()).isZero();
      assertThat(funnel.step("Lead").reentries()).isEqualTo(1);
      // two visits of 1 and 2 days in Lead, of 1 and 1 days in Demo
      assertThat(funnel.step("Lead").days().sum()).isEqualTo(3);
      assertThat(funnel.step("Lead").days().n()).isEqualTo(1);
      assertThat(funnel.step("Demo").days().sum()).isEqualTo(2);
    }

    @Test
    void isPendingInItsDeepestStageAndRunsWhereItIs() {
      history.entered(1, LEAD, 0).entered(1, DEMO, DAY).entered(1, LEAD, 2 * DAY);
      StageFunnelReport funnel = funnel();

      assertThat(funnel.step("Demo").pending()).isEqualTo(1);
      assertThat(funnel.step("Lead").pending()).isZero();
      assertThat(funnel.step("Lead").running()).isEqualTo(1);
      assertThat(funnel.step("Lead").days().n()).isZero();
      assertThat(funnel.step("Demo").days().sum()).isEqualTo(1);
    }
  }

  @Nested
  class ADealWithoutAnyStage {
    @Test
    void reachesNoneWhileOpenOrWhenLost() {
      history.created(1, 0).lost(2, DAY);
      StageFunnelReport funnel = funnel();

      assertThat(funnel.steps()).extracting(StageStep::reached).containsOnly(0L);
      assertThat(funnel.unstaged()).isEqualTo(new Outcomes(1, 0, 1));
      assertThat(funnel.deals()).isEqualTo(new Outcomes(1, 0, 1));
      assertThat(funnel.wonRate().isPresent()).isFalse();
    }

    @Test
    void passedThemAllWhenWon() {
      history.won(1, DAY);

      assertThat(funnel().steps()).extracting(StageStep::implied).containsOnly(1L);
      assertThat(funnel().won()).isEqualTo(1);
      assertThat(funnel().unstaged()).isEqualTo(new Outcomes(0, 1, 0));
      assertThat(funnel(ReachRule.ENTERED).won()).isZero();
      assertThat(funnel(ReachRule.ENTERED).steps()).extracting(StageStep::reached).containsOnly(0L);
    }
  }

  @Nested
  class AReopenedDeal {
    @Test
    void isOpenAgain() {
      history.entered(1, LEAD, 0).lost(1, DAY).entered(1, LEAD, 3 * DAY);
      StageFunnelReport funnel = funnel();

      assertThat(funnel.reopened()).isEqualTo(1);
      assertThat(funnel.deals()).isEqualTo(new Outcomes(1, 0, 0));
      assertThat(funnel.step("Lead").pending()).isEqualTo(1);
      assertThat(funnel.step("Lead").reentries()).isEqualTo(1);
    }

    @Test
    void doesNotSpendTimeInAStageWhileClosed() {
      history.entered(1, LEAD, 0).lost(1, DAY).entered(1, LEAD, 3 * DAY).won(1, 5 * DAY);

      assertThat(funnel().step("Lead").days().sum()).isEqualTo(3);
      assertThat(funnel().won()).isEqualTo(1);
    }
  }

  @Nested
  class AsOf {
    @Test
    void includesItsInstantAndNothingLater() {
      history.entered(1, LEAD, DAY).won(1, 2 * DAY);
      history.entered(2, LEAD, 2 * DAY);
      StageHistory built = history.build();
      StageFunnelReport before = StageFunnel.withDefaults().over(built, atDay(2).minusMillis(1));

      assertThat(before.deals()).isEqualTo(new Outcomes(1, 0, 0));
      assertThat(StageFunnel.withDefaults().over(built, atDay(2)).deals())
          .isEqualTo(new Outcomes(1, 1, 0));
      assertThat(StageFunnel.withDefaults().over(built, atDay(0)).deals().total()).isZero();
    }
  }

  @Test
  void recordingTheCurrentStageAgainChangesNothing() {
    history.entered(1, LEAD, 0).entered(1, LEAD, DAY).entered(1, DEMO, 4 * DAY);

    assertThat(funnel().step("Lead").reentries()).isZero();
    assertThat(funnel().step("Lead").days().sum()).isEqualTo(4);
  }

  @Test
  void factsOfOneInstantGoBySequenceOrDownTheProcess() {
    history.entered(1, DEMO, 0).entered(1, LEAD, 0);
    assertThat(funnel().step("Demo").backwardMoves()).isZero();

    history.sequence(1).entered(2, DEMO, 0).sequence(2).entered(2, LEAD, 0);
    assertThat(funnel().step("Demo").backwardMoves()).isEqualTo(1);
  }

  @Nested
  class Refuses {
    @Test
    void stagesThatDoNotExist() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> history.entered(7, 3, 0))
          .withMessage("deal 7 entered stage 3; it must be from 0 below 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> funnel().step("Prospect"))
          .withMessageContaining("no stage Prospect; it has [Lead, Demo, Offer]");
    }

    @Test
    void processesWithoutStagesOrWithTwiceTheSame() {
      assertThatIllegalArgumentException().isThrownBy(() -> StageHistory.builder());
      assertThatIllegalArgumentException().isThrownBy(() -> StageHistory.builder("a", " "));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageHistory.builder("a", "a"))
          .withMessageContaining("[a, a]");
    }

    @Test
    void levelsThatAreNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageFunnel.withDefaults().withConfidence(1));
    }
  }
}
