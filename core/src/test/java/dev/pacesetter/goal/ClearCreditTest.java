package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;

import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

class ClearCreditTest {
  private final Business business = Business.small();

  private Finding with(int owned, int ownerless) {
    for (int i = 0; i < owned; i++) {
      business.won("ana", "2025-06-10", 100);
    }
    for (int i = 0; i < ownerless; i++) {
      String deal = "nobodys" + i;
      business.fact(new OpportunityCreated(business.next(), business.noon("2025-06-01"), deal));
      business.fact(new OpportunityWon(business.next(), business.noon("2025-06-10"), deal));
    }
    return ask("smart.M5", goal(business).build(), business.on("2025-12-31"));
  }

  @Test
  void isGivenWhereEverySaleHasAnOwner() {
    expect(with(20, 0), Verdict.PASS, "clear");
    expect(with(0, 1), Verdict.PASS, "clear");
  }

  @Test
  void isDoubtedWhereSomeSalesHaveNone() {
    expect(with(8, 2), Verdict.WARN, "partly");
  }

  @Test
  void failsWhereMostHaveNone() {
    expect(with(1, 3), Verdict.FAIL, "nobody");
  }

  @Test
  void isUndecidedWithoutSales() {
    expect(with(0, 0), Verdict.UNDECIDED, "noCredits");
  }

  @Test
  void isPartOfTheDefinitionOfARate() {
    SalesGoal rate =
        goal(business).kpi(Kpis.WIN_RATE).target(Target.atLeast(0.4, Unit.RATIO)).build();
    expect(ask("smart.M5", rate, business.on("2025-12-31")), Verdict.PASS, "definition");
  }
}
