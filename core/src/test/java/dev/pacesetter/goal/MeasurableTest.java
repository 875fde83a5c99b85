package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeasurableTest {
  private final Business business = Business.small();

  @Nested
  class M1Unit {
    @Test
    void isInOrderInTheRecordedCurrency() {
      business.won("ana", "2025-11-03", 100);
      expect(
          ask("smart.M1", goal(business).build(), business.on("2025-12-31")),
          Verdict.PASS,
          "sameCurrency");
    }

    @Test
    void isRefusedInAnotherCurrency() {
      business.won("ana", "2025-11-03", 100);
      SalesGoal dollars = goal(business).atLeast(Money.ofMajor(CurrencyUnit.USD, 36_000)).build();
      Finding finding = ask("smart.M1", dollars, business.on("2025-12-31"));
      expect(finding, Verdict.FAIL, "otherCurrency");
      assertThat(finding.repair(Locale.ENGLISH))
          .hasValue("Set the target in EUR, or give the plan rate from EUR to USD.");
    }

    @Test
    void isUndecidedBeforeAnyMoneyIsRecorded() {
      expect(
          ask("smart.M1", goal(business).build(), business.on("2025-12-31")),
          Verdict.UNDECIDED,
          "noMoney");
    }

    @Test
    void needsNoCurrencyForACount() {
      SalesGoal count = goal(business).kpi(Kpis.WON_COUNT).atLeast(12).build();
      expect(ask("smart.M1", count, business.on("2025-12-31")), Verdict.PASS, "count");
    }
  }

  @Nested
  class M2Source {
    private Finding of(String today) {
      return ask("smart.M2", goal(business).build(), business.on(today));
    }

    @Test
    void isInOrderWithThreeWholeQuartersOfData() {
      won("2025-04-01", "2025-07-01", "2025-12-31");
      Finding finding = of("2025-12-31");
      expect(finding, Verdict.PASS, "enough");
      assertThat(finding.evidence("periods").observed().value()).isEqualTo(3);
    }

    @Test
    void leavesOutAQuarterThatWasNotRecordedFromItsFirstMonth() {
      won("2025-05-01", "2025-07-01", "2025-12-31");
      Finding finding = of("2025-12-31");
      expect(finding, Verdict.WARN, "few");
      assertThat(finding.evidence("periods").observed().value()).isEqualTo(2);
    }

    @Test
    void leavesOutAQuarterThatIsNotOver() {
      won("2025-04-01", "2025-07-01", "2025-12-30");
      expect(of("2025-12-30"), Verdict.WARN, "few");
    }

    @Test
    void fallsShortWhenOnlyOthersHaveData() {
      for (String day : List.of("2025-04-01", "2025-07-01", "2025-10-01")) {
        business.won("bo", day, 100);
      }
      expect(of("2025-12-31"), Verdict.FAIL, "none");
    }

    @Test
    void neverLooksAtTheFutureOfTheGoal() {
      won("2025-10-01", "2026-01-05", "2026-02-05", "2026-04-01", "2026-07-01");
      Finding finding = of("2026-12-31");
      expect(finding, Verdict.WARN, "few");
      assertThat(finding.evidence("periods").observed().value()).isEqualTo(1);
    }

    @Test
    void isUndecidedForAMetricOfTheMoment() {
      SalesGoal open = goal(business).kpi(Kpis.OPEN_COUNT).atLeast(12).build();
      expect(ask("smart.M2", open, business.on("2025-12-31")), Verdict.UNDECIDED, "momentary");
    }

    @Test
    void asksForAsManyPeriodsAsItIsTuned() {
      won("2025-07-01", "2025-12-31");
      SmartRules tuned =
          SmartRules.standard()
              .withBook(book -> book.withParameters("smart.M2", java.util.Map.of("periods", 2.0)));
      expect(
          ask(tuned, "smart.M2", goal(business).build(), business.on("2025-12-31")),
          Verdict.PASS,
          "enough");
    }

    private void won(String... days) {
      for (String day : days) {
        business.won("ana", day, 100);
      }
    }
  }

  @Nested
  class M4EnoughEvents {
    private Finding with(int dealsAMonth, int everyOtherMonth) {
      for (int month = 7; month <= 12; month++) {
        int deals = dealsAMonth + (month % 2 == 0 ? everyOtherMonth : 0);
        for (int deal = 0; deal < deals; deal++) {
          business.won("ana", "2025-%02d-03".formatted(month), 100);
        }
        business.won("bo", "2025-%02d-03".formatted(month), 100);
      }
      return ask("smart.M4", goal(business).build(), business.on("2025-12-31"));
    }

    @Test
    void areToBeExpectedAtTheRateOfThePast() {
      Finding finding = with(2, 0);
      expect(finding, Verdict.PASS, "enough");
      assertThat(finding.evidence("events").observed().value()).isEqualTo(6);
    }

    @Test
    void areFewWhenOneMoreOrLessDecides() {
      Finding finding = with(1, 0);
      expect(finding, Verdict.WARN, "few");
      assertThat(finding.evidence("events").observed().value()).isEqualTo(3);
    }

    @Test
    void areMissingWhenHardlyAnythingHappens() {
      business.won("ana", "2025-07-03", 100);
      for (int month = 8; month <= 12; month++) {
        business.won("bo", "2025-%02d-03".formatted(month), 100);
      }
      expect(
          ask("smart.M4", goal(business).build(), business.on("2025-12-31")),
          Verdict.FAIL,
          "hardlyAny");
    }

    @Test
    void areUndecidedWithLessThanThreeMonths() {
      business.won("ana", "2025-11-03", 100);
      Finding finding = ask("smart.M4", goal(business).build(), business.on("2025-12-31"));
      expect(finding, Verdict.UNDECIDED, "shortHistory");
      assertThat(finding.evidence("months").observed().value()).isEqualTo(2);
    }

    @Test
    void areTooFewWhereTheErrorIsLargerThanTheImprovement() {
      for (int month = 7; month <= 12; month++) {
        String day = "2025-%02d-03".formatted(month);
        business.won("ana", day, 100).won("ana", day, 100).lost("ana", day).lost("ana", day);
      }
      Finding finding =
          ask(
              "smart.M4",
              goal(business).kpi(Kpis.WIN_RATE).target(Target.atLeast(0.6, Unit.RATIO)).build(),
              business.on("2025-12-31"));
      expect(finding, Verdict.WARN, "blurred");
      assertThat(finding.evidence("halfWidth").observed().value()).isBetween(0.24, 0.26);
      assertThat(finding.evidence("longer").observed().value()).isBetween(15.0, 21.0);
      SalesGoal bold =
          goal(business).kpi(Kpis.WIN_RATE).target(Target.atLeast(0.8, Unit.RATIO)).build();
      expect(ask("smart.M4", bold, business.on("2025-12-31")), Verdict.PASS, "enough");
    }

    @Test
    void areUndecidedForAMetricOfTheMoment() {
      SalesGoal open = goal(business).kpi(Kpis.OPEN_COUNT).atLeast(12).build();
      expect(ask("smart.M4", open, business.on("2025-12-31")), Verdict.UNDECIDED, "momentary");
    }

    @Test
    void areCountedForOtherMetricsToo() {
      with(2, 0);
      SalesGoal created =
          goal(business).kpi(Kpis.CREATED_COUNT).atLeast(12).scope(Scope.team("north")).build();
      Finding finding = ask("smart.M4", created, business.on("2025-12-31"));
      assertThat(finding.evidence("events").observed().value())
          .as("three deals a month, Ana's two and Bo's one")
          .isEqualTo(9);
    }
  }
}
