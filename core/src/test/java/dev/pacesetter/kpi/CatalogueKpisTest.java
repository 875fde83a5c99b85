package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SurveyKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

/** What each metric says of a few deals that one can count by hand. */
class CatalogueKpisTest {
  private final Business business = Business.small().process("Lead", "Proposal", "Closing");

  private Measure measured(Kpi kpi) {
    return kpi.measure(business.on("2026-03-31"), Scope.company(), business.period("FY2026-Q1"));
  }

  private double of(Kpi kpi) {
    return measured(kpi).value();
  }

  @Test
  void winRatesCountAsTheirNameSays() {
    business
        .won("ana", "2026-02-01", 100)
        .deal("ana", "2026-01-01")
        .amount("2026-01-01", 300)
        .stage("2026-01-02", "Proposal")
        .lost("2026-02-01", "price")
        .and()
        .deal("ana", "2026-01-01")
        .expected("2026-01-01", "2026-02-01")
        .and()
        .deal("ana", "2026-01-01")
        .expected("2026-01-01", "2026-05-01");
    assertThat(of(Kpis.WIN_RATE)).isEqualTo(0.5);
    assertThat(of(Kpis.WIN_RATE_BROAD)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(of(Kpis.WIN_RATE_BY_VALUE)).isEqualTo(0.25);
    assertThat(of(Kpis.NEEDED_COVERAGE)).isEqualTo(4);
    assertThat(of(Kpis.winFromStage("Proposal"))).isZero();
    assertThat(measured(Kpis.winFromStage("Closing")).reason()).hasValue(NoData.NOTHING_OBSERVED);
  }

  @Test
  void winByAgeGoesOnWithTheDealsStillOpen() {
    business.deal("ana", "2026-01-01").won("2026-01-11");
    business.deal("ana", "2026-01-01").lost("2026-01-21", "price");
    business.deal("ana", "2026-03-26");
    business.deal("ana", "2026-01-01").won("2026-01-31");
    business.deal("ana", "2026-01-01");
    // one of four at risk on day 10, then one of two still open on day 30
    assertThat(of(Kpis.winByAge(10))).isCloseTo(0.25, within(1e-12));
    assertThat(of(Kpis.winByAge(30))).isCloseTo(0.5, within(1e-12));
    assertThat(measured(Kpis.winByAge(200)).reason()).hasValue(NoData.TOO_FEW);
  }

  @Test
  void stagesTellReachExitSkipsAndReturns() {
    business
        .deal("ana", "2026-01-01")
        .stage("2026-01-02", "Lead")
        .stage("2026-01-03", "Proposal")
        .stage("2026-01-04", "Lead")
        .and()
        .deal("ana", "2026-01-01")
        .stage("2026-01-02", "Lead")
        .stage("2026-01-03", "Closing")
        .won("2026-01-05")
        .and()
        .deal("ana", "2026-01-01");
    assertThat(of(Kpis.stageReached("Lead"))).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(of(Kpis.stageReentered("Lead"))).isEqualTo(0.5);
    assertThat(of(Kpis.stageSkipped("Proposal"))).isEqualTo(1);
    assertThat(of(Kpis.stageSkipped("Lead"))).isZero();
    assertThat(of(Kpis.stageExit("Proposal"))).isZero();
    assertThat(of(Kpis.stageExit("Closing"))).isEqualTo(1);
    assertThat(measured(Kpis.stageReached("Lead")).interval()).isPresent();
  }

  @Test
  void chainOfActivitiesCountsDealsAndNotEvents() {
    business
        .deal("ana", "2026-01-01")
        .activity("2026-01-03", "ana", ActivityKind.MEETING)
        .activity("2026-01-04", "ana", ActivityKind.VISIT)
        .quote("2026-01-05", 100, 80)
        .won("2026-01-06")
        .and()
        .deal("ana", "2026-01-01")
        .activity("2026-01-05", "ana", ActivityKind.VISIT)
        .quote("2026-01-06", 100, 100)
        .and()
        .deal("ana", "2026-01-01")
        .activity("2026-01-11", "ana", ActivityKind.CALL);
    assertThat(of(Kpis.MEETING_RATE)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(of(Kpis.PROPOSAL_RATE)).isEqualTo(1);
    assertThat(of(Kpis.CLOSING_RATE)).isEqualTo(0.5);
    assertThat(of(Kpis.FIRST_RESPONSE)).isEqualTo(4);
  }

  @Test
  void discountsHaveThreeReadings() {
    business.deal("ana", "2026-01-01").quote("2026-01-02", 100, 80).won("2026-01-03");
    business.deal("ana", "2026-01-01").quote("2026-01-02", 300, 300).won("2026-01-03");
    assertThat(of(Kpis.DISCOUNT_RATE)).isEqualTo(0.05);
    assertThat(of(Kpis.DISCOUNT_ON_NET)).isCloseTo(20 / 380.0, within(1e-12));
    assertThat(of(Kpis.DISCOUNT_MEAN)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void cyclesAreInDaysOrWorkingDays() {
    business.deal("ana", "2026-01-05").amount("2026-01-05", 1_000).won("2026-01-12");
    business.deal("ana", "2026-01-05").amount("2026-01-05", 3_000).won("2026-01-14");
    business.deal("ana", "2026-01-05").amount("2026-01-05", 1_000).lost("2026-01-10", "price");
    business.deal("ana", "2026-03-01").amount("2026-03-01", 1_000);
    assertThat(of(Kpis.CYCLE_MEAN)).isEqualTo(8);
    assertThat(of(Kpis.CYCLE_OF_CLOSED)).isEqualTo(7);
    assertThat(of(Kpis.CYCLE_IN_WORKING_DAYS)).isEqualTo(6);
    assertThat(of(Kpis.VELOCITY)).isCloseTo(1 * 2_000_00 * (2 / 3.0) / 8, within(1e-6));
    assertThat(of(Kpis.VELOCITY_BY_VALUE)).isCloseTo(1_000_00 * 0.8 / 8, within(1e-6));
  }

  @Test
  void pipelineIsSeenBesideATargetAndItsLargestDeal() {
    business.won("ana", "2026-01-05", 400);
    business
        .deal("ana", "2026-03-01")
        .amount("2026-03-01", 300)
        .expected("2026-03-01", "2026-03-20")
        .expected("2026-03-02", "2026-03-31");
    business.deal("ana", "2026-01-01").amount("2026-01-01", 100);
    assertThat(of(Kpis.coverageOfTarget(1_000_00))).isCloseTo(0.3, within(1e-12));
    assertThat(of(Kpis.coverageOfRemaining(1_000_00))).isCloseTo(0.5, within(1e-12));
    assertThat(measured(Kpis.coverageOfRemaining(400_00)).isPresent()).isFalse();
    assertThat(of(Kpis.LARGEST_DEAL)).isEqualTo(0.75);
    assertThat(of(Kpis.HERFINDAHL)).isCloseTo(0.625, within(1e-12));
    assertThat(of(Kpis.PUSHED_RATE)).isEqualTo(0.5);
    assertThat(of(Kpis.PUSHES)).isEqualTo(0.5);
    assertThat(of(Kpis.olderThan(60))).isEqualTo(0.5);
    assertThat(of(Kpis.OPEN_AGE)).isCloseTo((30.5 + 89.5) / 2, within(0.1));
  }

  @Test
  void slippingIsFrozenAtTheStartOfThePeriod() {
    business.deal("ana", "2025-12-01").expected("2025-12-01", "2026-01-31").won("2026-02-05");
    business.deal("ana", "2025-12-01").expected("2025-12-01", "2026-01-31").lost("2026-02-05", "");
    business
        .deal("ana", "2025-12-01")
        .expected("2025-12-01", "2026-01-31")
        .expected("2026-01-15", "2026-06-01")
        .expected("2026-01-16", "2026-01-31");
    business.deal("ana", "2025-12-01").expected("2025-12-01", "2026-06-01");
    business.deal("ana", "2026-01-01").expected("2026-01-01", "2026-01-31");
    assertThat(measured(Kpis.SLIP_RATE).n()).isEqualTo(3);
    assertThat(of(Kpis.SLIP_RATE)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(of(Kpis.MOVE_RATE)).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void noDecisionMayBeLeftOut() {
    business
        .won("ana", "2026-02-01", 100)
        .deal("ana", "2026-01-01")
        .lost("2026-02-01", "No decision")
        .and()
        .deal("ana", "2026-01-01")
        .lost("2026-02-01", "");
    assertThat(of(Kpis.WIN_RATE)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(of(Kpis.winDecided("no decision"))).isEqualTo(0.5);
  }

  @Test
  void slippedDaysAreThoseOfTheDealsThatMovedOut() {
    business
        .deal("ana", "2025-12-01")
        .expected("2025-12-01", "2026-01-31")
        .expected("2026-01-15", "2026-02-10");
    business
        .deal("ana", "2025-12-01")
        .expected("2025-12-01", "2026-01-31")
        .expected("2026-01-15", "2026-06-01")
        .expected("2026-01-16", "2026-01-31");
    assertThat(measured(Kpis.SLIP_DAYS).n()).isEqualTo(1);
    assertThat(of(Kpis.SLIP_DAYS)).isEqualTo(10);
  }

  @Test
  void theWaterfallAddsUp() {
    business
        .deal("ana", "2025-12-01")
        .amount("2025-12-01", 100)
        .expected("2025-12-01", "2026-02-01")
        .amount("2026-01-10", 130)
        .won("2026-02-01");
    business
        .deal("ana", "2025-12-01")
        .amount("2025-12-01", 200)
        .expected("2025-12-01", "2026-03-01")
        .amount("2026-01-10", 150)
        .expected("2026-02-01", "2026-05-01");
    business
        .deal("bo", "2025-12-01")
        .amount("2025-12-01", 400)
        .expected("2025-12-01", "2026-06-01")
        .expected("2026-01-05", "2026-03-20");
    business
        .deal("bo", "2026-01-02")
        .amount("2026-01-02", 50)
        .expected("2026-01-02", "2026-02-02")
        .lost("2026-02-02", "price");
    assertThat(of(Kpis.PIPELINE_START)).isEqualTo(300_00);
    assertThat(of(Kpis.PIPELINE_CREATED)).isEqualTo(50_00);
    assertThat(of(Kpis.PIPELINE_REOPENED)).isZero();
    assertThat(of(Kpis.PIPELINE_PULLED_IN)).isEqualTo(400_00);
    assertThat(of(Kpis.PIPELINE_INCREASED)).isEqualTo(30_00);
    assertThat(of(Kpis.PIPELINE_WON)).isEqualTo(130_00);
    assertThat(of(Kpis.PIPELINE_LOST)).isEqualTo(50_00);
    assertThat(of(Kpis.PIPELINE_DECREASED)).isEqualTo(50_00);
    assertThat(of(Kpis.PIPELINE_PUSHED_OUT)).isEqualTo(150_00);
    assertThat(of(Kpis.PIPELINE_END))
        .as("300 + 50 + 400 + 30 - 130 - 50 - 50 - 150")
        .isEqualTo(400_00);
    assertThat(measured(Kpis.PIPELINE_WON).n()).isEqualTo(1);
  }

  @Test
  void firstResponseMayRunFromAssignment() {
    business
        .deal("ana", "2026-01-01")
        .activity("2026-01-05", "ana", ActivityKind.CALL)
        .and()
        .fact(new SalesEvent.OpportunityCreated("x1", business.noon("2026-01-01"), "web"))
        .fact(new SalesEvent.OwnerAssigned("x2", business.noon("2026-01-11"), "web", "bo"))
        .fact(
            new SalesEvent.ActivityLogged(
                "x3", business.noon("2026-01-13"), "web", "bo", ActivityKind.CALL));
    assertThat(of(Kpis.FIRST_RESPONSE)).as("middle of 4 and 12").isEqualTo(8);
    assertThat(of(Kpis.RESPONSE_TO_ASSIGNMENT)).as("middle of 4 and 2").isEqualTo(3);
  }

  @Test
  void thePipelineMayHangOnACustomer() {
    business.deal("ana", "2026-01-01").amount("2026-01-01", 200).customer("2026-01-01", "acme");
    business.deal("bo", "2026-01-01").amount("2026-01-01", 100).customer("2026-01-01", "acme");
    business.deal("bo", "2026-01-01").amount("2026-01-01", 100).customer("2026-01-01", "zeta");
    assertThat(of(Kpis.LARGEST_DEAL)).isEqualTo(0.5);
    assertThat(of(Kpis.LARGEST_CUSTOMER)).isEqualTo(0.75);
    assertThat(of(Kpis.CUSTOMER_HERFINDAHL)).isCloseTo(0.5625 + 0.0625, within(1e-12));
  }

  @Test
  void oldIsOlderThanFourOfFiveWonOfTheSegment() {
    business
        .customer(Customer.of("bank", "Bank").inSegment("finance"))
        .customer(Customer.of("shop", "Shop").inSegment("retail"));
    business.deal("ana", "2026-01-01").customer("2026-01-01", "bank").won("2026-01-31");
    business.deal("ana", "2026-01-01").customer("2026-01-01", "shop").won("2026-03-30");
    business.deal("ana", "2026-02-01").customer("2026-02-01", "bank");
    business.deal("ana", "2026-02-01").customer("2026-02-01", "shop");
    business.deal("ana", "2020-01-01");
    Measure old = measured(Kpis.OLDER_THAN_WON);
    assertThat(old.n()).as("nothing was won without a segment").isEqualTo(2);
    assertThat(old.value()).isEqualTo(0.5);
  }

  @Test
  void newDealsHaveTheirOwnCycleAndVelocity() {
    business.deal("ana", "2026-01-01").amount("2026-01-01", 900).won("2026-01-11");
    business.deal("ana", "2026-01-01").lost("2026-01-21", "price");
    business.deal("ana", "2026-01-01");
    assertThat(of(Kpis.TIME_TO_CLOSE)).as("two of three by day 20").isEqualTo(20);
    assertThat(of(Kpis.VELOCITY_OF_CREATED)).isCloseTo(3 * 900_00 * 0.5 / 10, within(1e-6));
    assertThat(of(Kpis.VELOCITY)).isCloseTo(1 * 900_00 * 0.5 / 10, within(1e-6));
  }

  @Test
  void activitiesAreSetBesideWins() {
    business
        .deal("ana", "2026-01-01")
        .activity("2026-01-03", "ana", ActivityKind.CALL)
        .activity("2026-01-04", "ana", ActivityKind.VISIT)
        .won("2026-01-06")
        .and()
        .deal("ana", "2026-01-01")
        .activity("2026-01-11", "ana", ActivityKind.CALL);
    assertThat(of(Kpis.ACTIVITIES_PER_WIN)).isEqualTo(3);
  }

  @Test
  void meanSatisfactionIsAnotherMetricThanTheShare() {
    business
        .deal("ana", "2026-01-01")
        .answer("2026-01-02", SurveyKind.CSAT, 5)
        .answer("2026-01-03", SurveyKind.CSAT, 2);
    assertThat(of(Kpis.CSAT)).isEqualTo(0.5);
    assertThat(of(Kpis.CSAT_MEAN)).isEqualTo(3.5);
  }

  @Test
  void nothingIsNoDataAndNeverZeroOfZero() {
    for (Kpi kpi : Kpis.all()) {
      Measure measure = measured(kpi);
      assertThat(measure.isPresent()).as(kpi.id()).isFalse();
      assertThat(measure.reason()).as(kpi.id()).isPresent();
    }
  }
}
