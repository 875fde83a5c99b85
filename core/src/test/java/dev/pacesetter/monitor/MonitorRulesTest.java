package dev.pacesetter.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MonitorRulesTest {
  /** Half the quarter is over. */
  private static final LocalDate MID = LocalDate.of(2026, 8, 14);

  private static final LocalDate DAY = LocalDate.of(2026, 7, 10);

  private static List<Finding> about(PaceReport report, String scope) {
    return report.findings().stream()
        .filter(finding -> finding.subject().toString().equals(scope))
        .toList();
  }

  private static Finding of(PaceReport report, String scope, String rule) {
    return about(report, scope).stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  /** Ten people, three products, 100.00 expected of each with each to date. */
  private static PaceReport watch(Quarter quarter) {
    return Monitor.standard().watch(quarter.plan(2 * 10 * 3 * 10_000), quarter.asOf(MID));
  }

  private static Quarter everybodySells(int product, int people, long cents) {
    return addSales(new Quarter(10, 3), product, people, cents);
  }

  private static Quarter addSales(Quarter quarter, int product, int people, long cents) {
    for (int person = 0; person < people; person++) {
      for (int deal = 0; deal < 5; deal++) {
        quarter.won("p" + person, "q" + product, DAY, cents / 5);
      }
    }
    return quarter;
  }

  @Nested
  class WhenAProductFailsWithNearlyEverybody {
    private final PaceReport report =
        watch(addSales(addSales(everybodySells(0, 10, 5_000), 1, 10, 10_500), 2, 10, 10_500));

    private final Finding found = of(report, "product=q0", "monitor.product.everywhere");

    @Test
    void findsACauseInTheProduct() {
      assertThat(found.verdict()).isEqualTo(Verdict.WARN);
      assertThat(found.reason()).isEqualTo("everywhere");
      assertThat(found.evidence("behind").observed().value()).isEqualTo(1.0);
      assertThat(found.evidence("behind").observed().n()).isEqualTo(10);
      assertThat(found.evidence("behind").expected()).hasValue(0.5);
      // 10 of 10 at one half: 1/1024; three products are asked about
      assertThat(found.evidence("behind").pValue().orElseThrow())
          .isCloseTo(1 / 1024.0, within(1e-12));
      assertThat(found.evidence("behind").adjustedPValue().orElseThrow())
          .isCloseTo(3 / 1024.0, within(1e-12));
    }

    @Test
    void saysSoInBothLanguages() {
      assertThat(found.explain(Locale.ENGLISH))
          .isEqualTo(
              "Product 0 is at 50.0% of the pace: 100.0% of its 10 sellers are behind with it, against"
                  + " 50.0% with other products. The cause lies with the product, its price or the"
                  + " market rather than with people.");
      assertThat(found.repair(Locale.CHINESE)).hasValue("对照竞争对手复核产品与价格，考虑开展促销活动，并为全员更新销售话术。");
    }

    @Test
    void explainsThatTheProductIsBehind() {
      Finding behind = of(report, "product=q0", "monitor.product.behind");

      assertThat(behind.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(behind.explainedBy()).hasValue("monitor.product.everywhere");
    }

    @Test
    void namesMetricScopePeriodAndLimitInTheEvidence() {
      var actual = found.evidence("actual");
      assertThat(actual.kpi().orElseThrow().id()).isEqualTo("won.value");
      assertThat(actual.scope()).isEqualTo(Scope.product("q0"));
      assertThat(actual.period()).hasValue(Quarter.CALENDAR.period("FY2026-Q3"));
      assertThat(actual.observed().unit()).isEqualTo(Unit.MONEY);
      assertThat(actual.observed().value()).isEqualTo(50_000);
      assertThat(actual.observed().n()).isEqualTo(50);
      assertThat(actual.expected().orElseThrow()).isCloseTo(100_000, within(1.0));
      assertThat(actual.limit().orElseThrow()).isCloseTo(95_000, within(1.0));
    }
  }

  @Nested
  class WhenEverythingFailsWithEverybody {
    @Test
    void blamesNoProduct() {
      PaceReport report =
          watch(addSales(addSales(everybodySells(0, 10, 5_000), 1, 10, 5_000), 2, 10, 5_000));

      Finding product = of(report, "product=q0", "monitor.product.everywhere");
      assertThat(product.verdict()).isEqualTo(Verdict.PASS);
      assertThat(product.reason()).isEqualTo("likeOthers");
      assertThat(of(report, "team=all", "monitor.team.behind").verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Nested
  class WhenAProductFailsWithAFew {
    private final PaceReport report =
        watch(addSales(addSales(everybodySells(0, 8, 10_100), 1, 10, 10_500), 2, 10, 10_500));

    private final Finding found = of(report, "product=q0", "monitor.product.few");

    @Test
    void namesThem() {
      assertThat(found.verdict()).isEqualTo(Verdict.WARN);
      assertThat(found.words()).containsEntry("sellers", Text.of("Person 8 · Person 9"));
      assertThat(found.evidence("behind").observed().value()).isEqualTo(0.2);
      assertThat(found.evidence("missing").observed().value()).isCloseTo(20_000, within(2.0));
      assertThat(found.evidence("missing").expected().orElseThrow()).isCloseTo(19_200, within(2.0));
      assertThat(found.repair(Locale.ENGLISH).orElseThrow()).contains("product training");
    }

    @Test
    void findsNoCauseInTheProduct() {
      assertThat(of(report, "product=q0", "monitor.product.everywhere").reason())
          .isEqualTo("notEverywhere");
    }
  }

  @Nested
  class WhenThereAreTooFewSellers {
    @Test
    void leavesTheCauseOpen() {
      Quarter quarter = addSales(new Quarter(2, 2), 0, 2, 5_000);
      PaceReport report = Monitor.standard().watch(quarter.plan(80_000), quarter.asOf(MID));

      Finding found = of(report, "product=q0", "monitor.product.everywhere");
      assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(found.explain(Locale.ENGLISH))
          .isEqualTo(
              "Only 2 people are expected to have sold at least 2 deals of Product 0 to date: too few"
                  + " to tell a cause in the product from a cause in people.");
    }
  }

  @Nested
  class WhenAPersonIsBehind {
    private final Quarter quarter =
        new Quarter(2, 1)
            .won("p0", "q0", DAY, 4_000)
            .won("p0", "q0", DAY, 5_000)
            .won("p1", "q0", DAY, 4_000)
            .won("p1", "q0", DAY, 6_000);

    private PaceReport on(LocalDate day) {
      return Monitor.standard().watch(quarter.plan(40_000), quarter.asOf(day));
    }

    @Test
    void saysHowFarAndWhatEveryDayLeftMustBring() {
      Finding found = of(on(MID), "person=p0", "monitor.person.behind");

      assertThat(found.verdict()).isEqualTo(Verdict.WARN);
      // 33 of 66 days over: 110.00 missing in 33 days, 90.00 came in 33
      assertThat(found.explain(Locale.ENGLISH))
          .isEqualTo(
              "Person 0 is at 90.0% of the pace: EUR 90 against EUR 100 expected to date. Each of"
                  + " the 33 working days left must bring EUR 3.33; so far, a day brought EUR 2.73.");
      assertThat(found.explain(Locale.CHINESE))
          .isEqualTo(
              "Person 0 的进度为 90.0%：截至目前应完成 EUR 100，实际完成 EUR 90。还剩 33 个工作日，"
                  + "平均每天需完成 EUR 3.33；此前平均每天完成 EUR 2.73。");
    }

    @Test
    void saysNothingAboutWhoIsOnPace() {
      assertThat(of(on(MID), "person=p1", "monitor.person.behind").verdict())
          .isEqualTo(Verdict.PASS);
      assertThat(on(MID).underPlan())
          .extracting(finding -> finding.subject().toString())
          .doesNotContain("person=p1");
    }

    @Test
    void waitsUntilAPaceMeansSomething() {
      // 6 of 66 working days
      Finding early =
          of(
              Monitor.standard()
                  .watch(quarter.plan(40_000), quarter.asOf(LocalDate.of(2026, 7, 8))),
              "person=p0",
              "monitor.person.behind");

      assertThat(early.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(early.reason()).isEqualTo("tooEarly");
    }

    @Test
    void leavesItOpenWhereOneDealMoreOrLessWouldDecide() {
      Quarter rare = new Quarter(2, 1).won("p1", "q0", DAY, 8_000);
      Finding found =
          of(
              Monitor.standard().watch(rare.plan(40_000), rare.asOf(MID)),
              "person=p0",
              "monitor.person.behind");
      assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(found.explain(Locale.ENGLISH))
          .isEqualTo(
              "Only 1.3 deals of average size are expected of Person 0 to date; below 2, one deal"
                  + " more or less would decide.");
    }

    @Test
    void saysAtTheEndThatItWasMissed() {
      Finding missed = of(on(LocalDate.of(2026, 9, 30)), "person=p0", "monitor.person.behind");

      assertThat(missed.reason()).isEqualTo("missed");
      assertThat(missed.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(missed.explain(Locale.ENGLISH))
          .isEqualTo("Person 0 closed at 45.0% of the plan: EUR 90 against EUR 200.");
    }

    @Test
    void canBeToldToTolerateMore() {
      RuleBook<Watched> patient =
          MonitorRules.standard()
              .withParameters("monitor.person.behind", ImmutableMap.of("tolerance", 0.15));

      assertThat(
              of(
                      Monitor.with(patient).watch(quarter.plan(40_000), quarter.asOf(MID)),
                      "person=p0",
                      "monitor.person.behind")
                  .verdict())
          .isEqualTo(Verdict.PASS);
    }
  }

  @Nested
  class WhenSomebodySellsWithoutAPlan {
    @Test
    void asksToPlanForThem() {
      Quarter quarter = new Quarter(2, 1).won("stranger", "q0", DAY, 123_45);
      PaceReport report = Monitor.standard().watch(quarter.plan(40_000), quarter.asOf(MID));

      Finding found = of(report, "person=stranger", "monitor.unplanned");
      assertThat(found.verdict()).isEqualTo(Verdict.WARN);
      assertThat(found.explain(Locale.ENGLISH))
          .isEqualTo(
              "Nothing is planned for stranger, and yet EUR 123.45 was sold in 1 deal or order.");
      assertThat(found.explain(Locale.CHINESE))
          .isEqualTo("stranger 已完成 EUR 123.45（共 1 笔），但没有列入计划。");
      assertThat(of(report, "person=stranger", "monitor.person.behind").reason())
          .isEqualTo("nothingExpected");
    }
  }

  @Nested
  class WhateverIsFound {
    @Test
    void hasATextInBothLanguages() {
      PaceReport report =
          watch(addSales(everybodySells(0, 8, 10_100), 1, 10, 5_000).won("x", "y", DAY, 5));

      assertThat(report.findings())
          .isNotEmpty()
          .allSatisfy(
              finding -> {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                  assertThat(finding.title(locale)).isNotBlank();
                  assertThat(finding.explain(locale)).isNotBlank().doesNotContain("{");
                  if (finding.verdict().compareTo(Verdict.WARN) >= 0) {
                    assertThat(finding.repair(locale)).isPresent();
                  }
                }
              });
    }
  }
}
