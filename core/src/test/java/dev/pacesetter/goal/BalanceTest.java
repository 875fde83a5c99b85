package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private final Business business = Business.small();

  private SalesGoal discount() {
    return goal(business)
        .id("discount")
        .title("Discount below 10 %")
        .kpi(Kpis.DISCOUNT_RATE)
        .target(Target.atMost(0.1, Unit.RATIO))
        .build();
  }

  /** Two years in which months that sold more gave more discount, or less. */
  private void history(int sign) {
    for (int month = 0; month < 24; month++) {
      String day = "%d-%02d-10".formatted(2024 + month / 12, month % 12 + 1);
      int wave = month % 5;
      business
          .deal("ana", day)
          .quote(day, 1_000, 900 - sign * 20L * wave + month % 3)
          .amount(day, 1_000 + 200L * wave)
          .won(day);
    }
  }

  private Finding beside(SalesGoal... others) {
    return ask("smart.R4", goal(business).build(), business.on("2025-12-31"), others);
  }

  @Test
  void isKeptByAGoalOnARate() {
    Finding finding = beside(discount());
    expect(finding, Verdict.PASS, "balanced");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("“Discount below 10 %” keeps the goal in balance.");
  }

  @Test
  void isMissingWhereOneSumIsAllThatCounts() {
    expect(beside(), Verdict.WARN, "narrow");
    SalesGoal count = goal(business).id("count").kpi(Kpis.WON_COUNT).atLeast(3).build();
    expect(beside(count), Verdict.WARN, "narrow");
  }

  @Test
  void isBrokenWhereThePastMovedAgainstBothAtOnce() {
    history(1);
    Finding finding = beside(discount());
    expect(finding, Verdict.WARN, "against");
    assertThat(finding.explain(Locale.ENGLISH))
        .startsWith("In the months before (in all 24), “Won value” and “Discount” of the goal");
  }

  @Test
  void holdsWhereThePastMovedBothAsWanted() {
    history(-1);
    expect(beside(discount()), Verdict.PASS, "balanced");
  }

  @Test
  void isWhatAGoalOnARateBringsItself() {
    expect(ask("smart.R4", discount(), business.on("2025-12-31")), Verdict.PASS, "quality");
  }

  @Test
  void isUndecidedWithoutAnOwner() {
    SalesGoal nobodys =
        SalesGoal.builder()
            .id("g")
            .title("t")
            .kpi(Kpis.WON_VALUE)
            .atLeast(Business.euros(5))
            .period(business.period("FY2026-Q1"))
            .build();
    expect(ask("smart.R4", nobodys, business.on("2025-12-31")), Verdict.UNDECIDED, "nobody");
  }
}
