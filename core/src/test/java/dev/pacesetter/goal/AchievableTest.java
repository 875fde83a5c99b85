package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AchievableTest {
  private final Business business = Business.small();

  private Finding ask2025(String rule, SalesGoal goal) {
    return ask(rule, goal, business.on("2025-12-31"));
  }

  @Nested
  class A1Growth {
    /**
     * Quarter by quarter of 2024 and 2025, Ana and Bo win 10,000 and then a tenth more each time,
     * so that they grow by 21 % from the one before the last and by 46.41 % from the year before;
     * Cy swings between 10,000 and 20,000.
     */
    private void grow() {
      String[] days = {
        "2024-01-09", "2024-04-09", "2024-07-09", "2024-10-09",
        "2025-01-09", "2025-04-09", "2025-07-09", "2025-10-09"
      };
      double value = 10_000;
      for (int quarter = 0; quarter < days.length; quarter++) {
        business.won("ana", days[quarter], Math.round(value));
        business.won("bo", days[quarter], Math.round(value));
        business.won("cy", days[quarter], quarter % 2 == 0 ? 10_000 : 20_000);
        value *= 1.1;
      }
    }

    private Finding of(long target) {
      grow();
      return ask2025("smart.A1", goal(business).atLeast(euros(target)).build());
    }

    @Test
    void isInOrderWithinWhatHasBeenSeen() {
      Finding finding = of(18_000);
      expect(finding, Verdict.PASS, "within");
      assertThat(finding.evidence("baseline").observed().value())
          .as("the first quarter of 2025")
          .isEqualTo(14_641_00);
      assertThat(finding.evidence("growth").observed().value())
          .isCloseTo(18_000 / 14_641.0 - 1, within(1e-12));
      assertThat(finding.evidence("growth").observed().n())
          .as("three people, four quarters with a year before")
          .isEqualTo(12);
    }

    @Test
    void warnsAboveWhatHasBeenSeenAndSaysHowMuchHas() {
      Finding finding = of(30_000);
      expect(finding, Verdict.WARN, "tooHigh");
      assertThat(finding.evidence("high").observed().value()).isCloseTo(0.4641, within(1e-4));
      assertThat(finding.evidence("highest").observed().value() / 100)
          .isCloseTo(14_641 * 1.4641, within(1.0));
    }

    @Test
    void warnsBelowWhatHasBeenSeen() {
      expect(of(5_000), Verdict.WARN, "tooLow");
    }

    @Test
    void acceptsAWrittenReason() {
      grow();
      SalesGoal goal =
          goal(business).atLeast(euros(30_000)).rationale("Two new resellers.").build();
      Finding finding = ask2025("smart.A1", goal);
      expect(finding, Verdict.PASS, "reasoned");
      assertThat(finding.explain(Locale.ENGLISH)).endsWith("Two new resellers.");
    }

    @Test
    void fallsBackToThePeriodBeforeAndSaysHowManyGrowthsAreMissing() {
      business.won("ana", "2025-07-03", 1000).won("ana", "2025-10-03", 1100);
      business.won("bo", "2025-07-03", 1000).won("bo", "2025-10-03", 1200);
      Finding finding = ask2025("smart.A1", goal(business).atLeast(euros(2_000)).build());
      expect(finding, Verdict.UNDECIDED, "fewGrowths");
      assertThat(finding.evidence("baseline").observed().value()).isEqualTo(1100_00);
      assertThat(finding.evidence("baseline").period()).hasValue(business.period("FY2025-Q4"));
      assertThat(finding.evidence("known").observed().value()).isEqualTo(2);
      assertThat(finding.evidence("missing").observed().value()).isEqualTo(8);
    }

    @Test
    void isUndecidedWithoutABaseline() {
      business.won("bo", "2025-07-03", 1000);
      expect(ask2025("smart.A1", goal(business).build()), Verdict.UNDECIDED, "noBaseline");
    }

    @Test
    void doesNotTakeTheYearSomebodyCameForABaseline() {
      Business joined =
          Business.small().person(Person.of("di", "Di").inTeam("north").since(day("2025-02-10")));
      joined
          .won("ana", "2024-01-05", 100)
          .won("di", "2025-03-03", 100)
          .won("di", "2025-11-03", 100);
      SalesGoal goal = goal(joined).scope(Scope.person("di")).build();
      Finding finding = ask("smart.A1", goal, joined.on("2025-12-31"));
      assertThat(finding.evidence("baseline").period())
          .as("of the first quarter of 2025, only the end is known")
          .hasValue(joined.period("FY2025-Q4"));
    }

    @Test
    void isUndecidedForAMetricOfTheMoment() {
      SalesGoal open = goal(business).kpi(Kpis.OPEN_COUNT).atLeast(12).build();
      expect(ask2025("smart.A1", open), Verdict.UNDECIDED, "momentary");
    }

    @Test
    void comparesATeamWithTeamsAndPeopleInIt() {
      grow();
      SalesGoal team =
          goal(business).scope(Scope.team("all")).owner("all").atLeast(euros(60_000)).build();
      Finding finding = ask2025("smart.A1", team);
      assertThat(finding.evidence("growth").observed().n())
          .as("everybody, two teams below and three people, four growths each")
          .isEqualTo(24);
    }
  }

  @Nested
  class A2Chance {
    /** Six months of 10, 12 and 14 thousand: see {@link PeriodTotalTest} for the numbers. */
    private void sixMonths() {
      int[] thousands = {10, 12, 14, 10, 12, 14};
      for (int month = 0; month < 6; month++) {
        business.won("ana", "2025-%02d-15".formatted(month + 7), thousands[month] * 1000L);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "29000, WARN, tooEasy",
      "33000, PASS, comfortable",
      "35500, PASS, wanted",
      "38000, WARN, hard",
      "42000, FAIL, tooHard"
    })
    void isHeldAgainstTheWantedBand(long target, Verdict verdict, String reason) {
      sixMonths();
      expect(ask2025("smart.A2", goal(business).atLeast(euros(target)).build()), verdict, reason);
    }

    @Test
    void namesTheTargetForTheMiddleOfTheBand() {
      sixMonths();
      Finding finding = ask2025("smart.A2", goal(business).atLeast(euros(40_000)).build());
      // scipy.stats.t.sf(4 / sqrt(14.4), 5), and 36 + t.isf(0.6, 5) * sqrt(14.4)
      assertThat(finding.evidence("chance").observed().value())
          .isCloseTo(0.17004501783915218, within(1e-9));
      assertThat(finding.evidence("suggested").observed().value()).isEqualTo(34_986_00);
      assertThat(finding.repair(Locale.ENGLISH))
          .hasValueSatisfying(text -> assertThat(text).contains("EUR 34,986").contains("60.0%"));
    }

    @Test
    void countsMonthsWithoutASaleAsMonths() {
      business.won("ana", "2025-07-15", 12_000).won("ana", "2025-12-15", 12_000);
      Finding finding = ask2025("smart.A2", goal(business).build());
      assertThat(finding.evidence("usual").observed().value()).isEqualTo(12_000_00);
    }

    @Test
    void isTheOtherWayRoundForAtMost() {
      sixMonths();
      SalesGoal atMost = goal(business).target(Target.atMost(euros(40_000))).build();
      assertThat(ask2025("smart.A2", atMost).evidence("chance").observed().value())
          .isCloseTo(1 - 0.17004501783915218, within(1e-9));
    }

    @Test
    void isUndecidedWithLessThanSixMonthsAndSaysHowManyAreMissing() {
      business.won("ana", "2025-09-15", 12_000);
      Finding finding = ask2025("smart.A2", goal(business).build());
      expect(finding, Verdict.UNDECIDED, "shortHistory");
      assertThat(finding.evidence("missing").observed().value()).isEqualTo(2);
    }

    @Test
    void isUndecidedWhereMonthsDoNotAddUp() {
      SalesGoal average = goal(business).kpi(Kpis.AVERAGE_WON_VALUE).build();
      expect(ask2025("smart.A2", average), Verdict.UNDECIDED, "noPeriodTotal");
    }

    @Test
    void neverLooksAtTheFutureOfTheGoal() {
      sixMonths();
      SalesGoal goal = goal(business).build();
      Finding before = ask2025("smart.A2", goal);
      business.won("ana", "2026-01-15", 900_000).won("ana", "2026-03-15", 900_000);
      assertThat(ask("smart.A2", goal, business.on("2026-06-30"))).isEqualTo(before);
    }
  }

  @Nested
  class A4Pipeline {
    /**
     * In 2025 Ana creates twenty deals, on the first of the months February to November, two each;
     * each is closed 30 days later, the first of the two won for 4,000. So the win rate is a half,
     * the cycle 30 days, and one month less than two in ten see no creation.
     */
    private void year() {
      for (int month = 2; month <= 11; month++) {
        String created = "2025-%02d-01".formatted(month);
        String closed = day(created).plusDays(30).toString();
        business.deal("ana", created).amount(created, 4_000).won(closed);
        business.deal("ana", created).lost(closed, "price");
      }
    }

    private Finding of(long target) {
      return ask2025("smart.A4", goal(business).atLeast(euros(target)).build());
    }

    // 90 days to come less a cycle of 30 are 1.971 months of 30.437 days; two deals a month: 3.942
    @Test
    void isEnoughWhenOpenAndCreatableDealsCoverTheTarget() {
      year();
      business.deal("ana", "2025-12-10").amount("2025-12-10", 20_000);
      Finding finding = of(17_000);
      expect(finding, Verdict.PASS, "enough");
      assertThat(finding.evidence("open").observed().value()).isEqualTo(1);
      assertThat(finding.evidence("creatable").observed().value()).isEqualTo(3);
      assertThat(finding.evidence("winRate").observed().value()).isEqualTo(0.5);
      // (20,000 + 3.942 · 4,000) / 2
      assertThat(finding.evidence("reachable").observed().value() / 100)
          .isCloseTo(10_000 + 3.942 * 2_000, within(5.0));
    }

    @Test
    void isTightWhenALittleIsMissingAndSaysHowManyDeals() {
      year();
      business.deal("ana", "2025-12-10").amount("2025-12-10", 20_000);
      Finding finding = of(20_000);
      expect(finding, Verdict.WARN, "tight");
      assertThat(finding.evidence("missing").observed().value())
          .as("20,000 less 17,885 at 2,000 a deal")
          .isEqualTo(2);
    }

    @Test
    void isShortWhenMuchIsMissing() {
      year();
      expect(of(36_000), Verdict.FAIL, "short");
    }

    @Test
    void valuesAnOpenDealWithoutAmountAtTheAverage() {
      year();
      business.deal("ana", "2025-12-10");
      assertThat(of(36_000).evidence("pipeline").observed().value()).isEqualTo(4_000_00);
    }

    @Test
    void countsDealsForAGoalOnDeals() {
      year();
      business.deal("ana", "2025-12-10");
      SalesGoal deals = goal(business).kpi(Kpis.WON_COUNT).atLeast(2).build();
      Finding finding = ask2025("smart.A4", deals);
      expect(finding, Verdict.PASS, "enough");
      assertThat(finding.evidence("reachable").observed().value())
          .as("(1 + 3.942) / 2")
          .isEqualTo(2);
    }

    @Test
    void isUndecidedWithFewClosedDealsAndSaysHowManyAreMissing() {
      business.won("ana", "2025-11-03", 100).lost("ana", "2025-11-04");
      Finding finding = of(1_000);
      expect(finding, Verdict.UNDECIDED, "fewClosed");
      assertThat(finding.evidence("missing").observed().value()).isEqualTo(8);
    }

    @Test
    void isUndecidedWhereLosingIsNotRecorded() {
      for (int deal = 0; deal < 20; deal++) {
        business.won("ana", "2025-11-03", 100);
      }
      expect(of(1_000), Verdict.UNDECIDED, "noLosses");
    }

    @Test
    void isUndecidedWhereNoDealHasAnAmount() {
      for (int deal = 0; deal < 6; deal++) {
        business.deal("ana", "2025-11-03").won("2025-11-05");
        business.lost("ana", "2025-11-04");
      }
      expect(of(1_000), Verdict.UNDECIDED, "noAmounts");
    }

    @Test
    void fallsShortWhereNothingIsEverWon() {
      business.won("bo", "2025-11-03", 100);
      for (int deal = 0; deal < 12; deal++) {
        business.lost("ana", "2025-11-04");
      }
      expect(of(1_000), Verdict.FAIL, "neverWon");
    }

    @Test
    void hasNothingToSayAboutOtherGoals() {
      SalesGoal orders = goal(business).kpi(Kpis.ORDER_VALUE).build();
      expect(ask2025("smart.A4", orders), Verdict.PASS, "otherGoal");
    }

    @Test
    void looksAtThePipelineOfTheEveOfThePeriod() {
      year();
      SalesGoal goal = goal(business).build();
      Finding before = ask2025("smart.A4", goal);
      business.deal("ana", "2026-01-10").amount("2026-01-10", 900_000);
      SalesFacts later = business.on("2026-04-30");
      assertThat(ask("smart.A4", goal, later)).isEqualTo(before);
    }
  }
}
