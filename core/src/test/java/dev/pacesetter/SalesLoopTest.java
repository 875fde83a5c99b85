package dev.pacesetter;

import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.Consent;
import dev.pacesetter.goal.GoalLedger;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.goal.Proposal;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesLoopTest {
  private static final Text WHY = Text.of("as planned");

  private final Business business = Business.small();
  private final Instant proposedAt = business.noon("2025-12-01");
  private final Instant acceptedAt = business.noon("2025-12-05");
  private final SalesGoal goal =
      SalesGoal.builder()
          .id("ana-q1")
          .title("Win more")
          .owner("ana")
          .kpi(Kpis.WON_VALUE)
          .atLeast(euros(36_000))
          .scope(Scope.person("ana"))
          .period(business.period("FY2026-Q1"))
          .build();
  private final Agreement agreement =
      Agreement.propose("mia", proposedAt, Proposal.toOne(goal, "ana"), WHY)
          .with(new Accepted("ana", acceptedAt, 3_600_000));
  private final SalesLoop loop =
      SalesLoop.of(business.organization(), business.calendar(), business.journal());

  private static Verdict acceptanceIn(SmartAssessment assessment) {
    return assessment.findings(Letter.ACHIEVABLE).stream()
        .filter(finding -> finding.ruleId().equals("smart.A6"))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  @Test
  void takesItsGoalsFromALedger() {
    GoalLedger ledger =
        GoalLedger.empty().with(new GoalSet("e1", proposedAt, "mia", WHY, goal, day("2026-01-01")));
    assertThat(loop.withGoals(ledger.goalsAsOf(day("2026-01-01"), acceptedAt)).goals())
        .containsExactly(goal);
    assertThat(loop.withGoals(ledger.goalsAsOf(day("2025-12-31"), acceptedAt)).goals()).isEmpty();
  }

  @Test
  void judgesAcceptanceByWhatWasSaidSoFar() {
    SalesLoop agreed = loop.withAgreements(List.of(agreement)).withGoals(List.of(goal));
    assertThat(agreed.agreements()).containsExactly(agreement);
    assertThat(acceptanceIn(agreed.assess(goal, acceptedAt))).isEqualTo(Verdict.PASS);
    assertThat(acceptanceIn(agreed.with(business.journal()).assess(goal, proposedAt)))
        .isEqualTo(Verdict.WARN);
    assertThat(acceptanceIn(loop.assess(goal, acceptedAt))).isEqualTo(Verdict.UNDECIDED);
    assertThat(agreed.consentTo(goal, acceptedAt).map(Consent::state))
        .hasValue(Consent.State.ACCEPTED);
    assertThat(loop.consentTo(goal, acceptedAt)).isEmpty();
  }

  @Test
  void refusesTwoAgreementsOnOneGoal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loop.withAgreements(List.of(agreement, agreement)));
  }
}
