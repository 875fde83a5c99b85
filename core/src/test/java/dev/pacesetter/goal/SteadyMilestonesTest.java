package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SteadyMilestonesTest {
  private final Business business = Business.small();

  private Finding with(long january, long february, long march) {
    return asking(
        goal(business)
            .addMilestone(new Milestone(day("2026-01-31"), january * 100))
            .addMilestone(new Milestone(day("2026-02-28"), february * 100))
            .addMilestone(new Milestone(day("2026-03-31"), march * 100)));
  }

  private Finding asking(SalesGoal.Builder goal) {
    return ask("smart.T2", goal.build(), business.on("2025-12-31"));
  }

  @Nested
  class TheRule {
    @Test
    void isMetByWorkingDays() {
      SalesGoal plain = goal(business).build();
      ImmutableList<Milestone> milestones =
          Milestone.byWorkingDays(
              plain.target(), plain.period(), business.calendar(), PeriodKind.MONTH);
      assertThat(milestones)
          .containsExactly(
              new Milestone(day("2026-01-30"), 1_237_500),
              new Milestone(day("2026-02-27"), 2_362_500),
              new Milestone(day("2026-03-31"), 3_600_000));
      expect(asking(goal(business).milestones(milestones)), Verdict.PASS, "inStep");
      expect(with(9_000, 20_000, 36_000), Verdict.PASS, "steady");
    }

    @Test
    void isMetByTheCourseOfTheYearBefore() {
      business.won("ana", "2025-01-10", 100).won("ana", "2025-03-10", 900);
      expect(with(3_600, 3_600, 36_000), Verdict.PASS, "inStep");
    }

    @Test
    void doubtsAllGrowthInTheLastMonth() {
      Finding finding = with(1_000, 2_000, 36_000);
      expect(finding, Verdict.WARN, "uneven");
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo(
              "The milestone of 2026-02-28 asks for 5.6% of EUR 36,000; by working days or by the"
                  + " year before, 65.6% is usual by then.");
    }

    @Test
    void doubtsTooFew() {
      expect(
          asking(
              goal(business)
                  .addMilestone(new Milestone(day("2026-02-15"), 1_800_000))
                  .addMilestone(new Milestone(day("2026-03-31"), 3_600_000))),
          Verdict.WARN,
          "few");
    }

    @Test
    void failsWithoutAny() {
      expect(asking(goal(business)), Verdict.FAIL, "none");
    }

    @Test
    void failsWhereTheyFallOrEndElsewhere() {
      expect(with(12_000, 11_000, 36_000), Verdict.FAIL, "falling");
      expect(with(12_000, 24_000, 35_999), Verdict.FAIL, "otherEnd");
    }

    @Test
    void takesLevelsForARate() {
      SalesGoal.Builder rate =
          goal(business)
              .kpi(Kpis.WIN_RATE)
              .target(Target.atLeast(0.4, Unit.RATIO))
              .addMilestone(new Milestone(day("2026-01-31"), 3_500))
              .addMilestone(new Milestone(day("2026-02-28"), 3_400))
              .addMilestone(new Milestone(day("2026-03-31"), 4_000));
      expect(asking(rate), Verdict.PASS, "levels");
    }

    @Test
    void isUndecidedInHindsight() {
      expect(
          ask("smart.T2", goal(business).build(), business.on("2026-04-01")),
          Verdict.UNDECIDED,
          "over");
    }
  }

  @Nested
  class AProfile {
    @Test
    void endsAtTheTargetToTheCent() {
      assertThat(
              Milestone.following(
                  Target.atLeast(euros(100)),
                  business.calendar().monthsOf(business.period("FY2026-Q1")),
                  ImmutableDoubleArray.of(1, 1, 1)))
          .extracting(Milestone::amount)
          .containsExactly(3_333L, 6_666L, 10_000L);
    }

    @Test
    void mustFit() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Milestone.following(
                      Target.atLeast(5),
                      business.calendar().monthsOf(business.period("FY2026-Q1")),
                      ImmutableDoubleArray.of(0, 0, 0)))
          .withMessageContaining("not all 0");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Milestone.following(
                      Target.atLeast(0.5, Unit.RATIO),
                      business.calendar().monthsOf(business.period("FY2026-Q1")),
                      ImmutableDoubleArray.of(1, 1, 1)))
          .withMessageContaining("RATIO does not add up");
    }
  }
}
