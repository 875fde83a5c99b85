package dev.pacesetter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.CrmSales;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * A goal for the west in the last quarter of 2017, judged at the end of September. The expected
 * numbers were counted from the files by a script of csv and scipy.
 */
class CrmSalesGoalTest {
  private final SalesGoal goal =
      SalesGoal.builder()
          .id("q4-west")
          .title("West wins 1.2M in Q4")
          .owner("West")
          .kpi(Kpis.WON_VALUE)
          .atLeast(Money.ofMajor(CurrencyUnit.USD, 1_200_000))
          .scope(Scope.team("West"))
          .period(CrmSales.calendar().period("FY2017-Q4"))
          .milestones(
              Milestone.byWorkingDays(
                  Target.atLeast(Money.of(CurrencyUnit.USD, 1_200_000)),
                  CrmSales.calendar().period("FY2017-Q4"),
                  CrmSales.calendar(),
                  PeriodKind.MONTH))
          .build();
  private final SmartAssessment assessment = assessedOn(LocalDate.of(2017, 9, 30));

  private SmartAssessment assessedOn(LocalDate day) {
    SalesFacts facts =
        SalesFacts.of(
            CrmSales.organization(),
            CrmSales.calendar(),
            CrmSales.journal().bookAsOf(CrmSales.calendar().endOf(day)));
    return SmartRules.standard().assess(goal, facts);
  }

  private Evidence evidence(String rule, String name) {
    return finding(rule).evidence(name);
  }

  private Finding finding(String rule) {
    return assessment.findings().stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasItsNumbersFromTheFiles() {
    assertThat(evidence("smart.A1", "baseline").observed().value()).isEqualTo(1_009_286_00);
    assertThat(evidence("smart.A2", "usual").observed().value()).isEqualTo(1_105_194_00);
    assertThat(evidence("smart.A2", "chance").observed().value())
        .isCloseTo(0.3350490767318659, within(1e-9));
    assertThat(evidence("smart.A2", "suggested").observed().value()).isEqualTo(1_049_109_00);
    assertThat(evidence("smart.A4", "open").observed().value()).isEqualTo(995);
    assertThat(evidence("smart.A4", "winRate").observed().value())
        .isCloseTo(1010 / 1574.0, within(1e-12));
    assertThat(evidence("smart.T3", "cycle").observed().value()).isEqualTo(60);
  }

  @Test
  void isJudgedLetterByLetter() {
    assertThat(assessment.letter(Letter.SPECIFIC)).isEqualTo(Verdict.PASS);
    assertThat(assessment.letter(Letter.MEASURABLE)).isEqualTo(Verdict.WARN);
    assertThat(assessment.letter(Letter.ACHIEVABLE)).isEqualTo(Verdict.WARN);
    assertThat(assessment.letter(Letter.RELEVANT)).isEqualTo(Verdict.WARN);
    assertThat(assessment.letter(Letter.TIME_BOUND)).isEqualTo(Verdict.PASS);
  }

  @Test
  void isExplainedWithTheNumbersAndWhatToDo() {
    assertThat(assessment.explain(Locale.ENGLISH))
        .contains("Judged by 7 months, the chance of reaching USD 1,200,000 is 33.5%")
        .contains("For a chance of 60.0%, set the target at USD 1,049,109");
    assertThat(assessment.explain(Locale.CHINESE))
        .contains("达到 USD 1,200,000 的概率为 33.5%")
        .contains("请将目标值设为 USD 1,049,109");
  }

  @Test
  void isJudgedByTheSamePastAtTheEndOfTheYear() {
    SmartAssessment later = assessedOn(LocalDate.of(2017, 12, 31));
    assertThat(later.findings(Letter.ACHIEVABLE)).isEqualTo(assessment.findings(Letter.ACHIEVABLE));
    assertThat(later.findings(Letter.MEASURABLE)).isEqualTo(assessment.findings(Letter.MEASURABLE));
  }
}
