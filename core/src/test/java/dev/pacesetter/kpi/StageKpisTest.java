package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

/** Four deals whose ways through the stages one can follow by hand, and what each reading says. */
class StageKpisTest {
  private static final StageKpis LEAD = Kpis.stage("Lead");
  private static final StageKpis PROPOSAL = Kpis.stage("Proposal");
  private static final StageKpis CLOSING = Kpis.stage("Closing");

  private final Business business = Business.small().process("Lead", "Proposal", "Closing");

  private Measure measured(Kpi kpi) {
    return kpi.measure(business.on("2026-03-31"), Scope.company(), business.period("FY2026-Q1"));
  }

  private double of(Kpi kpi) {
    return measured(kpi).value();
  }

  private void fourDeals() {
    business
        .deal("ana", "2026-01-01") // every stage, won
        .stage("2026-01-01", "Lead")
        .stage("2026-01-05", "Proposal")
        .stage("2026-01-15", "Closing")
        .won("2026-01-20")
        .and()
        .deal("ana", "2026-01-01") // jumps over the proposal, lost
        .stage("2026-01-01", "Lead")
        .stage("2026-01-11", "Closing")
        .lost("2026-01-21", "no decision")
        .and()
        .deal("ana", "2026-01-01") // back and forth, still there
        .stage("2026-01-01", "Lead")
        .stage("2026-01-03", "Proposal")
        .stage("2026-01-13", "Lead")
        .stage("2026-01-15", "Proposal")
        .and()
        .deal("ana", "2026-01-01") // won out of nowhere
        .won("2026-02-01");
  }

  @Test
  void fourFunnelsGiveFourNumbers() {
    fourDeals();
    assertThat(of(PROPOSAL.reached())).as("first and third").isEqualTo(0.5);
    assertThat(of(CLOSING.reached())).as("first and second").isEqualTo(0.5);
    assertThat(of(CLOSING.strict())).as("the first alone").isEqualTo(0.25);
    assertThat(of(PROPOSAL.passed())).as("all").isEqualTo(1);
    assertThat(of(PROPOSAL.backfilled())).as("all but the lost one").isEqualTo(0.75);
    assertThat(of(CLOSING.passed())).as("all but the third").isEqualTo(0.75);
    assertThat(measured(Kpis.stage("Demo").strict()).reason()).hasValue(NoData.NOTHING_OBSERVED);
  }

  @Test
  void movesAreCountedByDealOrByVisit() {
    fourDeals();
    assertThat(of(LEAD.exit())).as("all three went on").isEqualTo(1);
    assertThat(of(LEAD.direct())).as("one jumped").isCloseTo(2 / 3.0, within(1e-12));
    assertThat(of(LEAD.flow())).as("4 moves on by 4 entries").isEqualTo(1);
    assertThat(of(PROPOSAL.flow())).as("1 move on by 3 entries").isCloseTo(1 / 3.0, within(1e-12));
    assertThat(of(PROPOSAL.stayed())).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(of(CLOSING.direct())).as("won from the last stage").isEqualTo(0.5);
    assertThat(of(CLOSING.lost())).isEqualTo(0.5);
    assertThat(of(LEAD.visits())).isEqualTo(4);
  }

  @Test
  void aStageThatEmptiesFlowsAboveOne() {
    business
        .deal("ana", "2025-12-01")
        .stage("2025-12-01", "Lead")
        .stage("2026-01-05", "Proposal")
        .and()
        .deal("ana", "2026-01-01")
        .stage("2026-01-01", "Lead")
        .stage("2026-01-06", "Proposal");
    assertThat(of(LEAD.flow())).isEqualTo(2);
    assertThat(of(LEAD.stayed())).isZero();
  }

  @Test
  void timeInAStageHasFourReadings() {
    fourDeals();
    // Lead: 4, 10, and 2 + 2 days; proposal: 10 ended, and 10 + 75.5 that go on
    assertThat(of(LEAD.medianDays())).isEqualTo(4);
    assertThat(of(LEAD.slowestFifth())).isEqualTo(10);
    assertThat(of(LEAD.meanDays())).isEqualTo(6);
    assertThat(of(LEAD.lastVisitDays())).as("of 4, 10 and 2").isEqualTo(4);
    assertThat(of(PROPOSAL.lastVisitDays())).as("the one that ended").isEqualTo(10);
    assertThat(measured(PROPOSAL.slowestFifth()).reason()).hasValue(NoData.TOO_FEW);
    assertThat(of(PROPOSAL.meanDays())).isCloseTo((10 + 85.5) / 2, within(0.1));
  }

  @Test
  void theCycleMayBeginAtAStageOrAMeeting() {
    business
        .deal("ana", "2026-01-01")
        .stage("2026-01-05", "Proposal")
        .activity("2026-01-03", "ana", ActivityKind.CALL)
        .activity("2026-01-08", "ana", ActivityKind.VISIT)
        .won("2026-01-20");
    business.deal("ana", "2026-01-01").won("2026-03-01");
    assertThat(of(PROPOSAL.cycle())).isEqualTo(15);
    assertThat(of(Kpis.CYCLE_FROM_MEETING)).isEqualTo(12);
  }

  @Test
  void refuseANameThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kpis.stage(" Lead"))
        .withMessageContaining("the stage ' Lead'");
  }
}
