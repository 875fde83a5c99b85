package dev.pacesetter;

import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.WeekPattern;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.monitor.PaceStatus;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.review.Review;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Goal, plan, pace and review where years are made of weeks. Ana and Bo win 500 euros each every
 * Wednesday, so that everything to be expected is in proportion to weeks.
 */
class SalesLoopOfWeeksTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final long A_WEEK = 1_000_00;

  private static FiscalCalendar endingWithJanuary(WeekPattern pattern) {
    return FiscalCalendar.ofWeeks(
            WeekYear.endingNearest(DayOfWeek.SATURDAY, Month.JANUARY, pattern), PARIS)
        .namedAfterStart();
  }

  private static SalesLoop loop(FiscalCalendar calendar, SalesGoal... goals) {
    Business business = Business.small().calendar(calendar);
    LocalDate wednesday = day("2021-02-03");
    for (; wednesday.isBefore(day("2024-02-04")); wednesday = wednesday.plusWeeks(1)) {
      for (String person : new String[] {"ana", "bo"}) {
        String day = wednesday.toString();
        business.deal(person, day).product(day, "basic").amount(day, 500).won(day);
      }
    }
    return SalesLoop.of(business.organization(), calendar, business.journal())
        .withGoals(List.of(goals));
  }

  private static SalesGoal goal(Period period, long euros) {
    return SalesGoal.builder()
        .id("north")
        .title("North wins " + euros / 1000 + "k in " + period)
        .owner("ana")
        .kpi(Kpis.WON_VALUE)
        .atLeast(euros(euros))
        .scope(Scope.team("north"))
        .period(period)
        .build();
  }

  private static Finding find(SmartAssessment smart, String rule) {
    return smart.findings().stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Instant eve(Period period, FiscalCalendar calendar) {
    return calendar.startOf(period.start()).minusNanos(1);
  }

  @Nested
  class InAQuarterWithA53rdWeek {
    private final FiscalCalendar calendar = endingWithJanuary(WeekPattern.FOUR_FOUR_FIVE);
    private final Period quarter = calendar.period("FY2023-Q4");
    private final SalesGoal goal = goal(quarter, 14_000);
    private final SalesLoop loop = loop(calendar, goal);

    @Test
    void aGoalIsHeldAgainstFourteenWeeks() {
      SmartAssessment smart = loop.assess(goal, eve(quarter, calendar));
      assertThat(find(smart, "smart.T1").verdict()).isEqualTo(Verdict.PASS);
      assertThat(find(smart, "smart.S5").reason()).isEqualTo("agrees");
      assertThat(find(smart, "smart.A2").evidence("usual").observed().value())
          .isCloseTo(14.0 * A_WEEK, within(1e-6));
      Finding growth = find(smart, "smart.A1");
      assertThat(growth.evidence("baseline").observed().value())
          .as("the fourth quarter of the year before has thirteen weeks")
          .isEqualTo(13.0 * A_WEEK);
    }

    @Test
    void aPlanGivesEachMonthItsWeeks() {
      SalesPlan plan = loop.plan(goal);
      assertThat(plan.months())
          .extracting(Period::name)
          .containsExactly("FY2023-10", "FY2023-11", "FY2023-12");
      assertThat(plan.ofMonth("FY2023-10")).isEqualTo(4 * A_WEEK);
      assertThat(plan.ofMonth("FY2023-11")).isEqualTo(4 * A_WEEK);
      assertThat(plan.ofMonth("FY2023-12")).as("five weeks and the 53rd").isEqualTo(6 * A_WEEK);
      assertThat(plan.total()).isEqualTo(14 * A_WEEK);
    }

    @Test
    void thePaceIsThatOfWorkingDaysAcrossNewYear() {
      PaceReport pace = loop.pace(loop.plan(goal), calendar.endOf(day("2024-01-27")));
      assertThat(pace.progress().days()).isEqualTo(14 * 5);
      assertThat(pace.progress().remaining()).as("week 53").isEqualTo(5);
      assertThat(pace.progress().daysInMonth()).isEqualTo(6 * 5);
      assertThat(pace.whole().planned()).isCloseTo(13.0 * A_WEEK, within(1e-6));
      assertThat(pace.whole().actual()).isEqualTo(13 * A_WEEK);
      assertThat(pace.whole().status()).isEqualTo(PaceStatus.ON_PACE);
      assertThat(pace.curve(Scope.company()).planned().length()).isEqualTo(14 * 7);
    }

    @Test
    void theReviewCountsAllFourteenWeeks() {
      Review review = loop.review(quarter, calendar.endOf(quarter.lastDay()));
      assertThat(review.attainments().get(0).actual().value()).isEqualTo(14.0 * A_WEEK);
      assertThat(loop.notes(review)).hasSize(3);
    }
  }

  @Nested
  class InThirteenPeriods {
    private final FiscalCalendar calendar = endingWithJanuary(WeekPattern.THIRTEEN_PERIODS);

    @ParameterizedTest
    @CsvSource({
      "FY2022-Q1, 12",
      "FY2022-Q4, 16",
      "FY2023-Q4, 17",
      "FY2023-H1, 24",
      "FY2023-P13, 5"
    })
    void aGoalIsPlannedWatchedAndReviewedByItsPeriods(String name, int weeks) {
      Period period = calendar.period(name);
      SalesGoal goal = goal(period, weeks * 1000L);
      SalesLoop loop = loop(calendar, goal);
      assertThat(
              find(loop.assess(goal, eve(period, calendar)), "smart.A2")
                  .evidence("usual")
                  .observed()
                  .value())
          .isCloseTo((double) weeks * A_WEEK, within(1e-6));
      SalesPlan plan = loop.plan(goal);
      assertThat(plan.months())
          .allSatisfy(
              month -> assertThat(plan.ofMonth(month.name())).isEqualTo(month.days() / 7 * A_WEEK));
      Instant end = calendar.endOf(period.lastDay());
      PaceReport pace = loop.pace(plan, end);
      assertThat(pace.progress().days()).isEqualTo(weeks * 5);
      assertThat(pace.whole().planned()).isCloseTo((double) weeks * A_WEEK, within(1e-6));
      assertThat(pace.whole().gap()).isCloseTo(0, within(1e-6));
      Review review = loop.review(period, end);
      assertThat(review.attainments().get(0).actual().value()).isEqualTo((double) weeks * A_WEEK);
    }
  }

  @Nested
  class InASingleWeek {
    private final FiscalCalendar calendar = endingWithJanuary(WeekPattern.FOUR_FIVE_FOUR);
    private final FiscalCalendar months = FiscalCalendar.startingIn(Month.JANUARY, PARIS);

    @ParameterizedTest
    @CsvSource({"FY2023-W53", "FY2023-W52", "2023-W40"})
    void aGoalIsHeldAgainstWeeksAndGetsNoChanceFromMonths(String name) {
      Period week = calendar.period(name);
      SmartAssessment smart = loop(calendar).assess(goal(week, 1_000), eve(week, calendar));
      assertThat(find(smart, "smart.T1").verdict()).isEqualTo(Verdict.PASS);
      assertThat(find(smart, "smart.A2").reason()).isEqualTo("noPeriodTotal");
      assertThat(find(smart, "smart.A1").evidence("baseline").observed().value())
          .isEqualTo((double) A_WEEK);
      assertThat(find(smart, "smart.M4").evidence("events").observed().value())
          .as("two deals a week")
          .isCloseTo(2, within(1e-9));
    }

    @Test
    void aGoalOfAnotherCalendarIsOffItsBorders() {
      Period week = calendar.period("FY2023-W40");
      SmartAssessment smart = loop(months).assess(goal(week, 1_000), eve(week, months));
      assertThat(find(smart, "smart.T1").reason()).isEqualTo("offBorders");
      assertThat(find(smart, "smart.A1").reason()).isEqualTo("noBaseline");
    }
  }
}
