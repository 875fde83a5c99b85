package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StageFunnelTest {
  private static final long DAY = 86_400_000;
  private static final StageFunnel FUNNEL =
      StageFunnel.of("Lead", "Demo", "Offer").created("Created").won("Won").lost("Lost");

  private final EventTable.Builder facts = EventTable.builder();

  private StageFunnelTest on(long day, long deal, String event) {
    facts.row(deal, event, day * DAY);
    return this;
  }

  private StageFunnelReport report(StageFunnel funnel) {
    return funnel.over(facts.build(), atDay(100));
  }

  private StageFunnelReport report() {
    return report(FUNNEL);
  }

  private static Instant atDay(long day) {
    return Instant.ofEpochMilli(day * DAY);
  }

  @Test
  void aDealCountsInEveryStageItReached() {
    on(0, 1, "Lead").on(1, 1, "Demo").on(2, 1, "Offer").on(3, 1, "Won");
    on(0, 2, "Lead").on(1, 2, "Demo").on(5, 2, "Lost");
    on(0, 3, "Lead").on(1, 3, "Demo");
    on(0, 4, "Lead");
    StageFunnelReport report = report();

    assertThat(report.steps())
        .extracting(StageStep::stage)
        .containsExactly("Lead", "Demo", "Offer");
    assertThat(report.steps()).extracting(StageStep::reached).containsExactly(4L, 3L, 1L);
    assertThat(report.steps()).extracting(StageStep::converted).containsExactly(3L, 1L, 1L);
    assertThat(report.steps()).extracting(StageStep::dropped).containsExactly(0L, 1L, 0L);
    assertThat(report.steps()).extracting(StageStep::pending).containsExactly(1L, 1L, 0L);
    assertThat(report.steps()).extracting(StageStep::implied).containsExactly(0L, 0L, 0L);
    assertThat(report.steps()).extracting(StageStep::skipped).containsExactly(0L, 0L, 0L);
    assertThat(report.steps()).extracting(StageStep::visits).containsExactly(4L, 3L, 1L);
    assertThat(report.won()).isEqualTo(1);
    assertThat(report.deals()).isEqualTo(new Outcomes(2, 1, 1));
    assertThat(report.unstaged()).isEqualTo(new Outcomes(0, 0, 0));
  }

  @Test
  void ratesCarryWilsonIntervals() {
    on(0, 1, "Lead").on(1, 1, "Demo").on(3, 1, "Won");
    on(0, 2, "Lead").on(1, 2, "Lost");
    on(0, 3, "Lead");
    StageStep lead = report().step("Lead");

    assertThat(lead.stepRate()).isEqualTo(wilson(1, 3));
    assertThat(lead.decidedRate()).isEqualTo(wilson(1, 2));
    assertThat(lead.totalRate()).isEqualTo(wilson(3, 3));
    assertThat(lead.ends()).isEqualTo(new Outcomes(1, 1, 1));
    assertThat(lead.wonRate()).isEqualTo(wilson(1, 3));
    assertThat(lead.closedWonRate()).isEqualTo(wilson(1, 2));
    assertThat(report().step("Demo").totalRate()).isEqualTo(wilson(1, 3));
    assertThat(report().wonRate()).isEqualTo(wilson(1, 3));
  }

  @Test
  void aStageNobodyReachedHasNoRate() {
    on(0, 1, "Lead");

    assertThat(report().step("Offer").stepRate().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(report().step("Offer").time().medianOfEnded().reason())
        .contains(NoData.NOTHING_OBSERVED);
  }

  private static Measure wilson(long part, long whole) {
    return ProportionInterval.WILSON.measure(Ratio.of(part, whole), 0.95);
  }

  @Nested
  class ASkippedStage {
    @Test
    void isImpliedByALaterOne() {
      on(0, 1, "Offer");

      assertThat(report().steps()).extracting(StageStep::reached).containsExactly(1L, 1L, 1L);
      assertThat(report().steps()).extracting(StageStep::implied).containsExactly(1L, 1L, 0L);
      assertThat(report().steps()).extracting(StageStep::skipped).containsExactly(1L, 1L, 0L);
    }

    @Test
    void isImpliedByWinningButNotSkippedUnlessALaterOneWasEntered() {
      on(0, 1, "Lead").on(1, 1, "Won");

      assertThat(report().steps()).extracting(StageStep::reached).containsExactly(1L, 1L, 1L);
      assertThat(report().steps()).extracting(StageStep::implied).containsExactly(0L, 1L, 1L);
      assertThat(report().steps()).extracting(StageStep::skipped).containsOnly(0L);
    }

    @Test
    void isNotImpliedByLosing() {
      on(0, 1, "Lead").on(1, 1, "Lost");

      assertThat(report().steps()).extracting(StageStep::reached).containsExactly(1L, 0L, 0L);
      assertThat(report().step("Lead").dropped()).isEqualTo(1);
    }

    @Test
    void isNotReachedWhenOnlyEntriesCount() {
      on(0, 1, "Lead").on(1, 1, "Offer").on(2, 1, "Won");
      StageFunnelReport report = report(FUNNEL.with(ReachRule.ENTERED));

      assertThat(report.steps()).extracting(StageStep::reached).containsExactly(1L, 0L, 1L);
      assertThat(report.steps()).extracting(StageStep::converted).containsExactly(1L, 0L, 1L);
      assertThat(report.steps()).extracting(StageStep::implied).containsOnly(0L);
      assertThat(report.steps()).extracting(StageStep::skipped).containsExactly(0L, 1L, 0L);
      assertThat(report.won()).isEqualTo(1);
    }

    @Test
    void isSkippedNoMoreOnceTheDealWentBackToIt() {
      on(0, 1, "Lead").on(1, 1, "Offer").on(2, 1, "Demo");

      assertThat(report().step("Demo").skipped()).isZero();
      assertThat(report().step("Demo").implied()).isZero();
    }
  }

  @Nested
  class ADealMovedBack {
    @Test
    void keepsWhatItReached() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(2, 1, "Lead").on(4, 1, "Demo").on(5, 1, "Lost");
      StageFunnelReport report = report();

      assertThat(report.step("Demo").dropped()).isEqualTo(1);
      assertThat(report.step("Demo").backwardMoves()).isEqualTo(1);
      assertThat(report.step("Demo").reentries()).isEqualTo(1);
      assertThat(report.step("Demo").visits()).isEqualTo(2);
      assertThat(report.step("Lead").backwardMoves()).isZero();
      assertThat(report.step("Lead").reentries()).isEqualTo(1);
    }

    @Test
    void isPendingInItsDeepestStageAndRunsWhereItIs() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(2, 1, "Lead");

      assertThat(report().step("Demo").pending()).isEqualTo(1);
      assertThat(report().step("Lead").pending()).isZero();
      assertThat(report().step("Lead").running()).isEqualTo(1);
      assertThat(report().step("Demo").running()).isZero();
    }
  }

  @Nested
  class TimeInStage {
    private StageTimes lead(VisitTime time) {
      return report(FUNNEL.with(time)).step("Lead").time();
    }

    @Test
    void isThatOfTheFirstTheLatestOrAllVisits() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(5, 1, "Lead").on(9, 1, "Lost");

      assertThat(lead(VisitTime.FIRST).medianOfEnded().value()).isEqualTo(1);
      assertThat(lead(VisitTime.LAST).medianOfEnded().value()).isEqualTo(4);
      assertThat(lead(VisitTime.TOTAL).medianOfEnded().value()).isEqualTo(5);
    }

    @Test
    void endsByMovingOnOrByLosing() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(5, 1, "Lead").on(9, 1, "Lost");

      assertThat(lead(VisitTime.FIRST).n(End.WON)).isEqualTo(1);
      assertThat(lead(VisitTime.LAST).n(End.LOST)).isEqualTo(1);
      assertThat(lead(VisitTime.TOTAL).n(End.LOST)).isEqualTo(1);
    }

    @Test
    void isCensoredWhileTheVisitThatCountsIsOpen() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(98, 1, "Lead");

      assertThat(lead(VisitTime.FIRST).ended()).isEqualTo(1);
      assertThat(lead(VisitTime.LAST).ended()).isZero();
      assertThat(lead(VisitTime.LAST).lifeTable().days(0)).isEqualTo(2);
      assertThat(lead(VisitTime.TOTAL).n(End.OPEN)).isEqualTo(1);
      assertThat(lead(VisitTime.TOTAL).lifeTable().days(0)).isEqualTo(3);
    }

    @Test
    void ofAllIsLongerThanOfThoseThatHaveEnded() {
      on(0, 1, "Lead").on(1, 1, "Demo");
      on(0, 2, "Lead").on(3, 2, "Demo");
      on(0, 3, "Lead");
      on(0, 4, "Lead");

      assertThat(lead(VisitTime.TOTAL).medianOfEnded().value()).isEqualTo(2);
      // 4 at risk at day 1, 3 at day 3: 1 - 3/4 · 2/3 = 0.5, on until somebody else ends
      assertThat(lead(VisitTime.TOTAL).survival().at(3).value()).isEqualTo(0.5);
      assertThat(lead(VisitTime.TOTAL).survival().at(2).value()).isEqualTo(0.75);
    }

    @Test
    void doesNotPassWhileADealIsClosed() {
      on(0, 1, "Lead").on(1, 1, "Lost").on(3, 1, "Lead").on(5, 1, "Won");

      assertThat(lead(VisitTime.TOTAL).medianOfEnded().value()).isEqualTo(3);
    }

    @Test
    void goesOnWhenTheCurrentStageIsRecordedAgain() {
      on(0, 1, "Lead").on(1, 1, "Lead").on(4, 1, "Demo");

      assertThat(lead(VisitTime.FIRST).medianOfEnded().value()).isEqualTo(4);
      assertThat(report().step("Lead").reentries()).isZero();
      assertThat(report().step("Lead").visits()).isEqualTo(1);
    }

    @Test
    void beyondALongIsTheLongest() {
      EventTable table =
          EventTable.builder()
              .timesIn(TimeUnit.DAYS)
              .row(1, "Lead", Long.MIN_VALUE)
              .row(1, "Demo", 5)
              .row(1, "Lead", 6)
              .row(1, "Demo", 8)
              .build();
      StageTimes time = FUNNEL.over(table, Instant.MAX).step("Lead").time();

      assertThat(time.medianOfEnded().value()).isEqualTo((double) Long.MAX_VALUE);
    }

    @Test
    void isInDaysWhateverTheUnitOfTheTable() {
      EventTable table =
          EventTable.builder()
              .timesIn(TimeUnit.HOURS)
              .row("a", "Lead", 0)
              .row("a", "Demo", 36)
              .build();
      StageTimes time = FUNNEL.over(table, atDay(9)).step("Lead").time();

      assertThat(time.medianOfEnded().value()).isEqualTo(1.5);
      assertThat(time.lifeTable().days(0)).isEqualTo(1.5);
    }
  }

  @Nested
  class Ages {
    @Test
    void runFromTheFirstFactOrTheFirstStageToTheEnd() {
      on(0, 1, "Created").on(2, 1, "Lead").on(7, 1, "Won");

      assertThat(report().age().quantilesOf(End.WON, 0.5).get(0).value()).isEqualTo(7);
      assertThat(report().ageInStages().quantilesOf(End.WON, 0.5).get(0).value()).isEqualTo(5);
    }

    @Test
    void tellTheSharesWonAndLostWithOpenDealsCensored() {
      on(0, 1, "Lead").on(10, 1, "Won");
      on(0, 2, "Lead").on(20, 2, "Lost");
      on(95, 3, "Lead"); // open for 5 days
      on(0, 4, "Lead"); // open for 100 days

      // 3 at risk at day 10, 2 at day 20: won 1/3, lost 2/3 · 1/2
      assertThat(report().age().incidence().at(End.WON, 30).value()).isEqualTo(1 / 3.0);
      assertThat(report().age().incidence().at(End.LOST, 30).value()).isEqualTo(1 / 3.0);
      assertThat(report().age().toString()).isEqualTo("StageTimes of 1 won, 1 lost, 2 open");
    }

    @Test
    void ofAReopenedDealRunToTheEndThatHolds() {
      on(0, 1, "Lead").on(3, 1, "Lost").on(5, 1, "Demo").on(9, 1, "Won");

      assertThat(report().age().n(End.LOST)).isZero();
      assertThat(report().age().quantilesOf(End.WON, 0.5).get(0).value()).isEqualTo(9);
    }

    @Test
    void ofAnEndRecordedTwiceStopAtTheFirst() {
      on(0, 1, "Lead").on(3, 1, "Won").on(8, 1, "Won");

      assertThat(report().age().quantilesOf(End.WON, 0.5).get(0).value()).isEqualTo(3);
    }

    @Test
    void sinceTheFirstStageNeedOne() {
      on(0, 1, "Created").on(3, 2, "Lost").on(5, 2, "Demo");

      assertThat(report().age().n(End.OPEN)).isEqualTo(2);
      assertThat(report().ageInStages().n(End.OPEN)).isEqualTo(1);
      assertThat(report().ageInStages().lifeTable().days(0)).isEqualTo(95);
    }
  }

  @Nested
  class Transitions {
    @Test
    void countEveryMoveAndWhereDealsAre() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(2, 1, "Lead").on(3, 1, "Demo").on(4, 1, "Won");
      on(0, 2, "Demo").on(1, 2, "Lost").on(2, 2, "Offer");
      on(0, 3, "Created");
      StageTransitions moves = report().transitions();

      assertThat(moves.count(End.OPEN, "Lead")).isEqualTo(1);
      assertThat(moves.count(End.OPEN, "Demo")).isEqualTo(1);
      assertThat(moves.count("Lead", "Demo")).isEqualTo(2);
      assertThat(moves.count("Demo", "Lead")).isEqualTo(1);
      assertThat(moves.count("Demo", End.WON)).isEqualTo(1);
      assertThat(moves.count("Demo", End.LOST)).isEqualTo(1);
      assertThat(moves.count(End.LOST, "Offer")).isEqualTo(1);
      assertThat(moves.count("Offer", End.OPEN)).isEqualTo(1);
      assertThat(moves.count(End.WON, End.WON)).isEqualTo(1);
      assertThat(moves.count(End.OPEN, End.OPEN)).isEqualTo(1);
      assertThat(moves.visits(End.OPEN)).isEqualTo(3);
      assertThat(moves.visits("Demo")).isEqualTo(3);
    }

    @Test
    void fromOneEndToTheOtherCountToo() {
      on(0, 1, "Lead").on(1, 1, "Lost").on(2, 1, "Won");

      assertThat(report().transitions().count(End.LOST, End.WON)).isEqualTo(1);
      assertThat(report().reopened()).isZero();
    }
  }

  @Nested
  class Paths {
    @Test
    void areTheStagesEnteredWithTheEndMostFrequentFirst() {
      on(0, 1, "Lead").on(1, 1, "Demo").on(2, 1, "Won");
      on(0, 2, "Lead").on(1, 2, "Demo").on(2, 2, "Won");
      on(0, 3, "Lead").on(1, 3, "Demo").on(2, 3, "Lead").on(4, 3, "Lost");
      on(0, 4, "Demo");

      assertThat(report().paths(3))
          .extracting(StagePath::toString)
          .containsExactly(
              "Lead > Demo > won: 2", "Demo > open: 1", "Lead > Demo > Lead > lost: 1");
      assertThat(report().paths(1)).hasSize(1);
      assertThat(report().paths(0)).isEmpty();
      assertThat(report().paths(99)).hasSize(3);
    }

    @Test
    void ofReopenedDealsKeepTheStagesOnBothSides() {
      on(0, 1, "Lead").on(1, 1, "Lost").on(2, 1, "Lead").on(3, 1, "Won");
      on(0, 2, "Created");

      assertThat(report().paths(9))
          .extracting(StagePath::toString)
          .containsExactly("open: 1", "Lead > Lead > won: 1");
    }

    @Test
    void areToldApartHoweverMany() {
      // two deals that go to and fro 20,000 times; the second turns aside at the end
      for (int i = 0; i < 20_000; i++) {
        String stage = i % 2 == 0 ? "Lead" : "Demo";
        on(i, 1, stage).on(i, 2, stage);
      }
      on(20_000, 1, "Won").on(20_000, 2, "Offer");
      StageFunnelReport report = FUNNEL.over(facts.build(), atDay(30_000));

      assertThat(report.paths(9)).extracting(StagePath::deals).containsExactly(1L, 1L);
      assertThat(report.paths(9))
          .extracting(path -> path.stages().size())
          .containsExactly(20_000, 20_001);
      assertThat(report.transitions().count("Demo", "Lead")).isEqualTo(2 * 9_999);
      assertThat(report.step("Demo").reentries()).isEqualTo(2 * 9_999);
    }
  }

  @Nested
  class ADealWithoutAnyStage {
    @Test
    void reachesNoneWhileOpenOrWhenLost() {
      on(0, 1, "Created").on(1, 2, "Lost");

      assertThat(report().steps()).extracting(StageStep::reached).containsOnly(0L);
      assertThat(report().unstaged()).isEqualTo(new Outcomes(1, 0, 1));
      assertThat(report().deals()).isEqualTo(new Outcomes(1, 0, 1));
      assertThat(report().wonRate().isPresent()).isFalse();
    }

    @Test
    void passedThemAllWhenWon() {
      on(1, 1, "Won");
      StageFunnelReport entered = report(FUNNEL.with(ReachRule.ENTERED));

      assertThat(report().steps()).extracting(StageStep::implied).containsOnly(1L);
      assertThat(report().won()).isEqualTo(1);
      assertThat(report().unstaged()).isEqualTo(new Outcomes(0, 1, 0));
      assertThat(entered.won()).isZero();
      assertThat(entered.steps()).extracting(StageStep::reached).containsOnly(0L);
    }
  }

  @Nested
  class AReopenedDeal {
    @Test
    void isOpenAgain() {
      on(0, 1, "Lead").on(1, 1, "Lost").on(3, 1, "Lead");

      assertThat(report().reopened()).isEqualTo(1);
      assertThat(report().deals()).isEqualTo(new Outcomes(1, 0, 0));
      assertThat(report().step("Lead").pending()).isEqualTo(1);
      assertThat(report().step("Lead").reentries()).isEqualTo(1);
    }
  }

  @Nested
  class ACohort {
    private StageFunnelReport cohort(StageCohort cohort) {
      return report(FUNNEL.with(cohort));
    }

    @Test
    void byCreationTakesDealsByTheirFirstFact() {
      on(1, 1, "Created").on(5, 1, "Lead");
      on(4, 2, "Lead");
      on(7, 3, "Lead");

      assertThat(cohort(StageCohort.createdIn(atDay(1), atDay(4))).deals().total()).isEqualTo(1);
      assertThat(cohort(StageCohort.createdIn(atDay(1), atDay(5))).deals().total()).isEqualTo(2);
    }

    @Test
    void byEntryTakesDealsByTheirFirstEntry() {
      on(1, 1, "Demo").on(2, 1, "Lead").on(6, 1, "Demo").on(9, 1, "Won");
      on(6, 2, "Lead").on(7, 2, "Demo");
      StageFunnelReport report = cohort(StageCohort.enteredIn("Demo", atDay(5), atDay(8)));

      assertThat(report.deals()).isEqualTo(new Outcomes(1, 0, 0));
      assertThat(report.step("Lead").reached()).isEqualTo(1);
    }

    @Test
    void byCloseTakesDealsByTheEndThatHolds() {
      on(0, 1, "Lead").on(3, 1, "Lost").on(5, 1, "Lead");
      on(0, 2, "Lead").on(3, 2, "Lost").on(4, 2, "Won").on(5, 2, "Won");
      on(0, 3, "Lead").on(3, 3, "Won");

      assertThat(cohort(StageCohort.closedIn(atDay(3), atDay(4))).deals())
          .isEqualTo(new Outcomes(0, 1, 0));
      assertThat(cohort(StageCohort.closedIn(atDay(4), atDay(5))).deals())
          .isEqualTo(new Outcomes(0, 1, 0));
      assertThat(cohort(StageCohort.closedIn(atDay(5), atDay(9))).deals().total()).isZero();
    }

    @Test
    void ofADayDoesNotTakeTheNextOrThePartBeforeItsFirstInstant() {
      facts.timesIn(TimeUnit.SECONDS).row(1, "Lead", 10);
      EventTable table = facts.build();
      Instant ten = Instant.ofEpochSecond(10);

      assertThat(deals(table, ten, ten.plusNanos(1))).isEqualTo(1);
      assertThat(deals(table, ten.plusNanos(1), ten.plusSeconds(9))).isZero();
      assertThat(deals(table, ten.minusSeconds(9), ten)).isZero();
      assertThat(deals(table, Instant.MIN, Instant.MAX)).isEqualTo(1);
      assertThat(deals(table, ten.plusSeconds(1), Instant.MAX)).isZero();
    }

    private static long deals(EventTable table, Instant from, Instant to) {
      return FUNNEL.with(StageCohort.createdIn(from, to)).over(table, atDay(1)).deals().total();
    }

    @Test
    void isReadAsOfTheInstant() {
      on(1, 1, "Lead").on(3, 1, "Won").on(9, 1, "Lead");
      StageFunnel closed = FUNNEL.with(StageCohort.closedIn(atDay(0), atDay(5)));

      assertThat(closed.over(facts.build(), atDay(4)).deals().won()).isEqualTo(1);
      assertThat(closed.over(facts.build(), atDay(2)).deals().total()).isZero();
      assertThat(closed.over(facts.build(), atDay(9)).deals().total()).isZero();
    }
  }

  @Nested
  class EventsTheFunnelDoesNotName {
    @Test
    void changeNothingAndAreCounted() {
      on(0, 1, "Lead").on(1, 1, "Call").on(2, 1, "Demo").on(2, 1, "Call").on(3, 1, "demo");
      StageFunnelReport report = report();

      assertThat(report.ignored()).containsOnly(entry("Call", 2L), entry("demo", 1L));
      assertThat(report.step("Lead").time().medianOfEnded().value()).isEqualTo(2);
    }

    @Test
    void makeNoDeal() {
      on(0, 1, "Call");

      assertThat(report().deals().total()).isZero();
      assertThat(report().ignored()).containsOnly(entry("Call", 1L));
    }

    @Test
    void comeTooLateAfterTheInstant() {
      on(101, 1, "Call").on(101, 2, "Lead");

      assertThat(report().ignored()).isEmpty();
      assertThat(report().deals().total()).isZero();
    }

    @Test
    void doNotDateTheCreation() {
      on(0, 1, "Call").on(2, 1, "Lead").on(5, 1, "Won");

      assertThat(report().age().medianOfEnded().value()).isEqualTo(3);
    }
  }

  @Nested
  class AsOf {
    @Test
    void includesItsInstantAndNothingLater() {
      on(1, 1, "Lead").on(2, 1, "Won").on(2, 2, "Lead");
      EventTable table = facts.build();

      assertThat(FUNNEL.over(table, atDay(2).minusMillis(1)).deals())
          .isEqualTo(new Outcomes(1, 0, 0));
      assertThat(FUNNEL.over(table, atDay(2)).deals()).isEqualTo(new Outcomes(1, 1, 0));
      assertThat(FUNNEL.over(table, atDay(0)).deals().total()).isZero();
      assertThat(FUNNEL.over(table, Instant.MAX).deals().total()).isEqualTo(2);
      assertThat(FUNNEL.over(table, Instant.MIN).deals().total()).isZero();
    }
  }

  @Nested
  class FactsOfOneInstant {
    @Test
    void goDownTheProcess() {
      on(0, 1, "Demo").on(0, 1, "Lead").on(0, 1, "Created");
      on(0, 2, "Won").on(0, 2, "Lost").on(0, 2, "Offer");

      assertThat(report().step("Demo").backwardMoves()).isZero();
      assertThat(report().step("Demo").running()).isEqualTo(1);
      assertThat(report().deals()).isEqualTo(new Outcomes(1, 1, 0));
    }

    @Test
    void goBySequenceNumberWhereThereIsOne() {
      facts.row(1, "Demo", 0).sequence(1).row(1, "Lead", 0).sequence(2);

      assertThat(report().step("Demo").backwardMoves()).isEqualTo(1);
    }
  }

  @Test
  void severalEventsMayWinLoseOrCreateADeal() {
    on(0, 1, "Lead").on(1, 1, "Signed").on(2, 1, "Won");
    on(0, 2, "Lead").on(1, 2, "No decision");
    StageFunnelReport report = report(FUNNEL.won("Won", "Signed").lost("Lost", "No decision"));

    assertThat(report.deals()).isEqualTo(new Outcomes(0, 1, 1));
    assertThat(report.age().quantilesOf(End.WON, 0.5).get(0).value()).isEqualTo(1);
  }

  @Test
  void aFunnelOfStagesAloneClosesNothing() {
    on(0, 1, "Lead").on(1, 1, "Won");

    assertThat(report(StageFunnel.of("Lead")).deals()).isEqualTo(new Outcomes(1, 0, 0));
    assertThat(report(StageFunnel.of("Lead")).ignored()).containsKey("Won");
  }

  @Test
  void anEmptyTableHasNoDeals() {
    assertThat(report().deals().total()).isZero();
    assertThat(report().paths(5)).isEmpty();
    assertThat(report()).isEqualTo(report()).hasSameHashCodeAs(report());
  }

  @Nested
  class Refuses {
    @Test
    void stagesThatDoNotExist() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> report().step("Prospect"))
          .withMessage("the funnel has no stage 'Prospect'; it has [Lead, Demo, Offer]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> report().transitions().count("Prospect", End.WON))
          .withMessageContaining("'Prospect'");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FUNNEL.with(StageCohort.enteredIn("Prospect", atDay(0), atDay(1))))
          .withMessageContaining("entered Prospect in")
          .withMessageContaining("[Lead, Demo, Offer]");
    }

    @Test
    void namesThatAreBlankOrThereTwice() {
      assertThatIllegalArgumentException().isThrownBy(StageFunnel::of);
      assertThatIllegalArgumentException().isThrownBy(() -> StageFunnel.of("a", " "));
      assertThatIllegalArgumentException().isThrownBy(() -> StageFunnel.of("a", "a"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FUNNEL.won("Demo"))
          .withMessageContaining("'Demo'");
      assertThatIllegalArgumentException().isThrownBy(() -> FUNNEL.lost("Won"));
    }

    @Test
    void rangesWithoutAnInstant() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageCohort.closedIn(atDay(1), atDay(1)))
          .withMessageContaining("it must end after it starts");
    }

    @Test
    void levelsThatAreNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FUNNEL.withConfidence(1))
          .withMessageContaining("1.0");
    }

    @Test
    void lessThanOnePart() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FUNNEL.over(facts.build(), atDay(1), Runnable::run, 0));
    }

    @Test
    void aNegativeNumberOfPaths() {
      assertThatIllegalArgumentException().isThrownBy(() -> report().paths(-1));
    }

    @Test
    void toMergeWhatDoesNotFit() {
      on(0, 1, "Lead");
      StageFunnelReport report = report();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> report.merge(report(FUNNEL.with(ReachRule.ENTERED))));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> report.merge(FUNNEL.over(facts.build(), atDay(99))))
          .withMessageContaining("1970-04-10");
    }
  }
}
