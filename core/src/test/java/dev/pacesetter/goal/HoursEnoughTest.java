package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** In the first quarter of 2026 there are 64 working days, 320 hours for selling at 5 a day. */
class HoursEnoughTest {
  private final Business business = Business.small();

  /** Ten won deals of 1,000 euros each, with some activities each. */
  private Business history(int activities) {
    for (int deal = 0; deal < 10; deal++) {
      Business.Deal made = business.deal("ana", "2025-06-01").amount("2025-06-02", 1_000);
      for (int i = 0; i < activities; i++) {
        made.activity("2025-06-03", "ana", ActivityKind.VISIT);
      }
      made.won("2025-06-20");
    }
    return business;
  }

  private Finding asking(long euros) {
    return ask("smart.A3", goal(business).atLeast(euros(euros)).build(), business.on("2025-12-31"));
  }

  @Test
  void areThereForFewDeals() {
    history(4);
    Finding finding = asking(36_000);
    expect(finding, Verdict.PASS, "enough");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo(
            "36 won deals are needed; a won deal takes activities: 4.0. That makes 216 hours; 320 are"
                + " there for selling in FY2026-Q1.");
  }

  @Test
  void areTightForALittleMoreThanThereAre() {
    history(6);
    expect(asking(36_000), Verdict.WARN, "tight");
  }

  @Test
  void failForFarMoreThanThereAre() {
    history(10);
    Finding finding = asking(36_000);
    expect(finding, Verdict.FAIL, "short");
    assertThat(finding.repair(Locale.ENGLISH))
        .hasValueSatisfying(text -> assertThat(text).contains("fewer won deals: 21"));
  }

  @Test
  void shrinkWithARamp() {
    history(4);
    business.person(
        Person.of("di", "Di")
            .inTeam("south")
            .since(day("2026-01-01"))
            .ramping(Ramp.ofMonths(0, 0, 0)));
    SalesGoal ramping = goal(business).scope(Scope.team("all")).build();
    Finding finding = ask("smart.A3", ramping, business.on("2025-12-31"));
    assertThat(finding.evidence("available").observed().value()).isEqualTo(3 * 320);
  }

  @Test
  void areUndecidedWithoutActivities() {
    expect(asking(36_000), Verdict.UNDECIDED, "noActivities");
    history(0);
    expect(asking(36_000), Verdict.UNDECIDED, "noActivities");
    business.deal("ana", "2025-06-01").activity("2025-06-03", "ana", ActivityKind.CALL);
    expect(asking(36_000), Verdict.PASS, "enough");
  }

  @Test
  void areUndecidedWithFewWins() {
    business
        .deal("ana", "2025-06-01")
        .activity("2025-06-03", "ana", ActivityKind.CALL)
        .won("2025-06-20");
    expect(asking(36_000), Verdict.UNDECIDED, "fewWon");
  }

  @Test
  void areNotAskedForOtherGoals() {
    SalesGoal orders = goal(business).kpi(Kpis.ORDER_VALUE).build();
    expect(ask("smart.A3", orders, business.on("2025-12-31")), Verdict.PASS, "otherGoal");
  }
}
