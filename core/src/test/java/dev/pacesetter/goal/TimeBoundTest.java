package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundTest {
  private final Business business = Business.small();

  @Nested
  class T1Period {
    @Test
    void isInOrderOnTheBordersOfTheCalendar() {
      Finding finding = ask("smart.T1", goal(business).build(), business.on("2025-12-31"));
      expect(finding, Verdict.PASS, "onBorders");
      assertThat(finding.explain(Locale.ENGLISH))
          .contains("FY2026-Q1 runs from 2026-01-01 to 2026-03-31, 90 days");
    }

    @Test
    void isRefusedOffTheBorders() {
      Period odd = new Period(PeriodKind.QUARTER, "spring", day("2026-01-15"), day("2026-04-15"));
      Finding finding =
          ask("smart.T1", goal(business).period(odd).build(), business.on("2025-12-31"));
      expect(finding, Verdict.FAIL, "offBorders");
      assertThat(finding.repair(Locale.ENGLISH))
          .hasValue("Choose FY2026-Q1, or another period of the calendar.");
    }

    @Test
    void isRefusedOnTheBordersOfAnotherCalendar() {
      FiscalCalendar february = FiscalCalendar.startingIn(Month.FEBRUARY, ZoneOffset.UTC);
      SalesGoal goal = goal(business).period(february.period("FY2026-Q1")).build();
      expect(ask("smart.T1", goal, business.on("2025-01-31")), Verdict.FAIL, "offBorders");
    }
  }

  @Nested
  class T3LeadTime {
    private void cycleOf(int days, int deals) {
      for (int deal = 0; deal < deals; deal++) {
        String won = day("2025-07-01").plusDays(days).toString();
        business.deal("ana", "2025-07-01").amount("2025-07-01", 100).won(won);
      }
    }

    @Test
    void isEnoughWhenHalfOfTheDealsCloseInTime() {
      cycleOf(89, 5);
      Finding finding = ask("smart.T3", goal(business).build(), business.on("2026-01-01"));
      expect(finding, Verdict.PASS, "enough");
      assertThat(finding.evidence("left").observed().value()).isEqualTo(90);
      assertThat(finding.evidence("cycle").observed().value()).isEqualTo(89);
    }

    @Test
    void countsTheDaysBeforeTheStart() {
      cycleOf(100, 5);
      expect(
          ask("smart.T3", goal(business).build(), business.on("2025-12-15")),
          Verdict.PASS,
          "enough");
    }

    @Test
    void isShortWhenDealsTakeLonger() {
      cycleOf(100, 5);
      expect(
          ask("smart.T3", goal(business).build(), business.on("2026-01-01")),
          Verdict.WARN,
          "short");
    }

    @Test
    void countsTheWholePeriodInHindsight() {
      cycleOf(89, 5);
      expect(
          ask("smart.T3", goal(business).build(), business.on("2026-06-30")),
          Verdict.PASS,
          "enough");
    }

    @Test
    void isUndecidedWithFewDealsWon() {
      cycleOf(10, 3);
      Finding finding = ask("smart.T3", goal(business).build(), business.on("2025-12-31"));
      expect(finding, Verdict.UNDECIDED, "fewWon");
      assertThat(finding.evidence("missing").observed().value()).isEqualTo(2);
    }

    @Test
    void doesNotMatterForGoalsThatDoNotWaitForClosing() {
      SalesGoal created = goal(business).kpi(Kpis.CREATED_COUNT).atLeast(12).build();
      expect(ask("smart.T3", created, business.on("2025-12-31")), Verdict.PASS, "notClosing");
    }
  }

  @Nested
  class T4InGoodTime {
    @ParameterizedTest
    @CsvSource({
      "2025-12-31, PASS, before",
      "2026-01-01, PASS, soon",
      "2026-01-05, PASS, soon",
      "2026-01-06, WARN, late",
      "2026-02-15, WARN, late",
      "2026-02-16, FAIL, tooLate",
      "2026-03-31, FAIL, tooLate",
      "2026-04-01, UNDECIDED, over"
    })
    void dependsOnTheDayOfAssessment(String today, Verdict verdict, String reason) {
      expect(ask("smart.T4", goal(business).build(), business.on(today)), verdict, reason);
    }
  }
}
