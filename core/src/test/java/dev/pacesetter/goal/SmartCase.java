package dev.pacesetter.goal;

import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Locale;

/** Asks one SMART rule, and has every answer said in both languages. */
final class SmartCase {
  private SmartCase() {}

  /** Ana's goal to win 36,000 euros in the first quarter of 2026. */
  static SalesGoal.Builder goal(Business business) {
    return SalesGoal.builder()
        .id("g")
        .title("Win more")
        .owner("ana")
        .kpi(Kpis.WON_VALUE)
        .atLeast(euros(36_000))
        .scope(Scope.person("ana"))
        .period(business.period("FY2026-Q1"));
  }

  static Finding ask(String rule, SalesGoal goal, SalesFacts facts, SalesGoal... others) {
    return ask(SmartRules.standard(), rule, goal, facts, others);
  }

  static Finding ask(
      SmartRules rules, String rule, SalesGoal goal, SalesFacts facts, SalesGoal... others) {
    return ask(rule, rules.assess(goal, facts, List.of(others)));
  }

  /** What a rule says of an assessment. */
  static Finding ask(String rule, SmartAssessment assessment) {
    Finding finding =
        assessment.findings().stream()
            .filter(candidate -> candidate.ruleId().equals(rule))
            .findFirst()
            .orElseThrow();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(finding.title(locale)).isNotBlank();
      assertThat(finding.explain(locale)).isNotBlank().doesNotContain("{", "–");
      if (finding.verdict() != Verdict.PASS) {
        finding.repair(locale).ifPresent(text -> assertThat(text).doesNotContain("{", "–"));
      }
    }
    return finding;
  }

  static void expect(Finding finding, Verdict verdict, String reason) {
    assertThat(finding.verdict() + " " + finding.reason()).isEqualTo(verdict + " " + reason);
  }
}
