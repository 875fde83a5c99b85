package dev.pacesetter.review;

import static dev.pacesetter.review.SalesWorld.QUARTER;
import static dev.pacesetter.review.SalesWorld.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.pipeline.Waterfall;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.BookTotals.StageCount;
import dev.pacesetter.review.GoalAttainment.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static SalesWorld smallTeam() {
    return new SalesWorld()
        .team("north", "ana", "ben")
        .products("basic")
        .process("Contact", "Offer")
        .closes("ana", "basic", 2, 100, 1)
        .closes("ben", "basic", 1, 100, 0);
  }

  @Nested
  class Scorecards {
    @Test
    void listTheCompanyThenTeamsThenPeople() {
      assertThat(smallTeam().review().scorecards())
          .extracting(card -> card.scope().toString())
          .containsExactly("company", "team=north", "person=ana", "person=ben");
    }

    @Test
    void addUpFromPeopleToTheCompany() {
      Review review = smallTeam().review();

      // 100 + 101 by ana, 100 by ben, in cents
      assertThat(wonValue(review, Scope.company())).isEqualTo(30_100);
      assertThat(wonValue(review, Scope.person("ana"))).isEqualTo(20_100);
      assertThat(wonValue(review, Scope.person("ben"))).isEqualTo(10_000);
    }

    @Test
    void leaveOutWhatNobodyRecordsAndListItOnce() {
      Review review = smallTeam().review();

      assertThat(review.notRecorded()).contains(Kpis.CSAT, Kpis.ORDER_VALUE);
      assertThat(review.scorecards()).allSatisfy(card -> assertThat(card.on(Kpis.CSAT)).isEmpty());
    }

    private static double wonValue(Review review, Scope scope) {
      return review.scorecard(scope).orElseThrow().on(Kpis.WON_VALUE).orElseThrow().value();
    }
  }

  @Nested
  class Totals {
    @Test
    void countOpenDealsByStageAndThoseWithoutAStage() {
      SalesWorld world = smallTeam();
      world.deal("ana", "basic").through("Contact", "Offer").open(50);
      world.deal("ana", "basic").through("Pilot").open(50);
      world.deal("ben", "basic").open(50);

      assertThat(world.review().totals())
          .isEqualTo(
              new BookTotals(
                  3,
                  1,
                  ImmutableList.of(
                      new StageCount("Contact", 0),
                      new StageCount("Offer", 1),
                      new StageCount("", 1),
                      new StageCount("Pilot", 1)),
                  30_100));
    }
  }

  @Nested
  class Funnels {
    @Test
    void countTheWholeBookAndThePeriodsOwnDeals() {
      SalesWorld world = new SalesWorld().team("north", "ana").products("basic");
      world.process("Contact", "Offer");
      world.deal("ana", "basic", 200).through("Contact").lost();
      world.deal("ana", "basic", 20).through("Contact", "Offer").won(10);
      world.deal("ana", "basic", 10).through("Contact").open(10);

      List<FunnelView> funnels = world.review().funnels();

      assertThat(funnels).extracting(FunnelView::deals).containsExactly(3L, 2L, 3L, 2L);
      FunnelView.Step contact = funnels.get(0).steps().get(0);
      assertThat(contact.reached()).isEqualTo(3);
      assertThat(contact.converted()).isEqualTo(1);
      assertThat(contact.dropped()).isEqualTo(1);
      assertThat(contact.pending()).isEqualTo(1);
    }

    @Test
    void areAbsentWithoutAProcess() {
      assertThat(
              new SalesWorld().team("north", "ana").closes("ana", "x", 1, 5, 0).review().funnels())
          .isEmpty();
    }
  }

  @Nested
  class TheWaterfall {
    @Test
    void takesFactsOfOneInstantAsOneChange() {
      SalesWorld world = new SalesWorld().team("north", "ana");
      world.deal("ana", "basic", 10).open(40);
      world.deal("ana", "basic", 10).won(60);

      PeriodMovement movement = world.review().movement().orElseThrow();

      Waterfall lines = movement.waterfall();
      assertThat(movement.basis()).isEqualTo(PeriodMovement.Basis.ALL_OPEN);
      assertThat(movement.valued()).isTrue();
      assertThat(lines.created().amount()).isEqualTo(10_000);
      assertThat(lines.increased().count()).isZero();
      assertThat(lines.won().amount()).isEqualTo(6_000);
      assertThat(lines.end().amount()).isEqualTo(4_000);
    }
  }

  @Nested
  class Attainment {
    @Test
    void isReachedMissedOrStillOpen() {
      SalesWorld world = smallTeam();

      assertThat(world.review(goal(301), goal(302)).attainments())
          .extracting(GoalAttainment::status)
          .containsExactly(Status.REACHED, Status.MISSED);
      assertThat(duringTheQuarter(world, goal(302)).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void statesTheShareOfTheTarget() {
      assertThat(smallTeam().review(goal(602)).attainments().get(0).share().orElseThrow())
          .isEqualTo(0.5);
    }

    @Test
    void hasNoDataWhereTheMetricIsNotRecorded() {
      SalesGoal orders =
          SalesGoal.builder()
              .id("orders")
              .title("orders")
              .kpi(Kpis.ORDER_VALUE)
              .atLeast(eur(100))
              .period(QUARTER)
              .build();

      GoalAttainment attainment = smallTeam().review(orders).attainments().get(0);

      assertThat(attainment.status()).isEqualTo(Status.NO_DATA);
      assertThat(attainment.share()).isEmpty();
    }

    private static GoalAttainment duringTheQuarter(SalesWorld world, SalesGoal goal) {
      return GoalAttainment.of(goal, world.factsAsOf(Instant.parse("2026-03-20T12:00:00Z")));
    }

    private static SalesGoal goal(double euros) {
      return SalesGoal.builder()
          .id("g" + euros)
          .title("won value")
          .kpi(Kpis.WON_VALUE)
          .atLeast(eur(euros))
          .period(QUARTER)
          .build();
    }
  }

  @Nested
  class WithoutAnyDeal {
    @Test
    void reviewsWithoutNumbersAndWithoutFindings() {
      Review review = new SalesWorld().team("north", "ana").review();

      assertThat(review.totals().all()).isZero();
      assertThat(review.movement()).isEmpty();
      assertThat(review.comparisons()).isEmpty();
      assertThat(review.findings()).isEmpty();
    }
  }

  @Nested
  class Settings {
    @Test
    void refuseARateThatIsNoShare() {
      assertThatThrownBy(() -> ReviewSettings.builder().falseDiscoveryRate(1).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the false-discovery rate of a review is 1.0; it must be between 0 and 1, both"
                  + " excluded");
    }
  }
}
