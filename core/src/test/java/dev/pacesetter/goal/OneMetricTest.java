package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OneMetricTest {
  private final Business business = Business.small();
  private final SalesFacts facts = business.on("2025-12-31");

  private Finding titled(String title) {
    return ask("smart.S2", goal(business).title(title).build(), facts);
  }

  @Test
  void isWhatAGoalHasWhoseTitleNamesNoOther() {
    expect(titled("Win more"), Verdict.PASS, "one");
    expect(titled("Won value of 36k in Q1"), Verdict.PASS, "one");
    expect(titled("一季度赢单金额达到3.6万"), Verdict.PASS, "one");
  }

  @Test
  void isDoubtedWhereTheTitleSpeaksOfAnother() {
    Finding finding = titled("A win rate that shows");
    expect(finding, Verdict.WARN, "other");
    assertThat(finding.explain(Locale.ENGLISH))
        .isEqualTo("The title speaks of Win rate, but the goal is on “Won value”.");
  }

  @Test
  void isNotWhatATitleWithTwoPromises() {
    Finding finding = titled("Raise won value and win rate");
    expect(finding, Verdict.FAIL, "two");
    assertThat(finding.explain(Locale.ENGLISH)).contains("Win rate, Won value");
    assertThat(finding.repair(Locale.ENGLISH))
        .hasValueSatisfying(t -> assertThat(t).contains("each"));
    expect(titled("赢单金额与客户满意度双提升"), Verdict.FAIL, "two");
  }

  @Test
  void isFoundByItsLongestName() {
    Finding finding = titled("Win rate of new deals");
    expect(finding, Verdict.WARN, "other");
    assertThat(finding.explain(Locale.ENGLISH)).contains("Win rate of new deals,");
  }

  @Test
  void isLookedForInEveryWording() {
    SalesGoal goal = goal(business).title(Text.of("Win more", "赢单金额和赢单率都要提高")).build();
    expect(ask("smart.S2", goal, facts), Verdict.FAIL, "two");
  }
}
