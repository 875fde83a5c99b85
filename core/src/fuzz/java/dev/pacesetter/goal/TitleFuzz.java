package dev.pacesetter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.TitleClaims.Amount;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.testing.Business;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Whatever a goal is called, the numbers of its title are numbers that can be, and the rule that
 * compares them with the goal has an answer in both languages.
 */
class TitleFuzz {
  private static final Business BUSINESS = Business.small();
  private static final SalesFacts FACTS = BUSINESS.on("2025-12-31");
  private static final SmartRules RULES = comparingTitles();

  private static SmartRules comparingTitles() {
    SmartRules rules = SmartRules.standard();
    for (Rule<SmartFacts> rule : rules.book().rules()) {
      if (!rule.id().equals("smart.S5")) {
        rules = rules.withBook(book -> book.without(rule.id()));
      }
    }
    return rules;
  }

  @DictionaryFile(resourcePath = "title.dict")
  @FuzzTest(maxDuration = "10m")
  void aTitleIsComparedWithItsGoal(byte[] utf8) {
    String title = new String(utf8, StandardCharsets.UTF_8);
    TitleClaims claims = TitleClaims.of(title);
    for (Amount amount : claims.amounts()) {
      assertThat(amount.value()).as(title).isNotNegative();
      assertThat(amount.step()).as(title).isPositive();
    }
    assertThat(claims.shares()).as(title).allMatch(share -> share.signum() >= 0);
    assertThat(claims.quarters()).as(title).allMatch(quarter -> quarter >= 1 && quarter <= 4);
    assertThat(claims.fiscalYears()).as(title).allMatch(year -> year >= 0 && year <= 9999);
    assertThat(claims.years()).as(title).allMatch(year -> year >= 1900 && year <= 2199);
    for (SalesGoal goal : goals(title)) {
      for (Finding finding : RULES.assess(goal, FACTS).findings()) {
        for (Locale locale : ImmutableList.of(Locale.ENGLISH, Locale.CHINESE)) {
          assertThat(finding.explain(locale)).isNotBlank();
          finding.repair(locale).ifPresent(repair -> assertThat(repair).isNotBlank());
        }
      }
    }
  }

  /** Goals on an amount that grows, on a count and on a share. */
  private static ImmutableList<SalesGoal> goals(String title) {
    SalesGoal amount =
        SmartCase.goal(BUSINESS)
            .title(title)
            .baseline(
                new Baseline(
                    KpiVersion.of(Kpis.WON_VALUE),
                    Scope.person("ana"),
                    BUSINESS.period("FY2025-Q1"),
                    Unit.MONEY,
                    3_000_000))
            .build();
    SalesGoal count =
        SalesGoal.builder()
            .id("c")
            .title(title)
            .owner("ana")
            .kpi(Kpis.WON_COUNT)
            .atLeast(12)
            .scope(Scope.person("ana").and(Dimension.PRODUCT, "pro"))
            .period(BUSINESS.period("FY2026-H1"))
            .build();
    SalesGoal share =
        SmartCase.goal(BUSINESS)
            .id("s")
            .title(title)
            .kpi(Kpis.WIN_RATE)
            .atLeast(0.35, Unit.RATIO)
            .build();
    return ImmutableList.of(amount, count, share);
  }
}
