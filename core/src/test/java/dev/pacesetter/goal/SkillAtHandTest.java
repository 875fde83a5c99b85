package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.journal.SalesEvent.TrainingCompleted;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SkillAtHandTest {
  private final Business business = Business.small();

  private Finding asking(SalesGoal.Builder goal) {
    return ask("smart.A5", goal.build(), business.on("2025-12-31"));
  }

  @Nested
  class WithoutARequiredTraining {
    @Test
    void isThereForWhoHasDoneTheLike() {
      business
          .won("ana", "2025-04-01", 100)
          .won("ana", "2025-05-01", 100)
          .won("ana", "2025-06-01", 100);
      expect(asking(goal(business)), Verdict.PASS, "practised");
    }

    @Test
    void isDoubtedForWhoIsNewToIt() {
      business.won("bo", "2025-04-01", 100);
      Finding finding = asking(goal(business));
      expect(finding, Verdict.WARN, "new");
      assertThat(finding.repair(Locale.ENGLISH))
          .hasValueSatisfying(text -> assertThat(text).contains("a goal on learning"));
    }

    @Test
    void isAskedOfTheProductTheGoalIsFor() {
      for (int month = 1; month <= 6; month++) {
        business.order("ana", "basic", "2025-0" + month + "-10", 100);
      }
      SalesGoal.Builder pro =
          goal(business)
              .kpi(Kpis.ORDER_VALUE)
              .scope(Scope.person("ana").and(Dimension.PRODUCT, "pro"));
      expect(asking(pro), Verdict.WARN, "new");
    }

    @Test
    void isThatOfATeam() {
      for (int month = 1; month <= 3; month++) {
        business.won("bo", "2025-0" + month + "-10", 100);
      }
      expect(
          asking(goal(business).owner("north").scope(Scope.team("north"))),
          Verdict.PASS,
          "practised");
    }

    @Test
    void isUnknownWhereNobodyKnowsTheOwner() {
      expect(asking(goal(business).owner("zoe")), Verdict.UNDECIDED, "unknown");
      SalesGoal.Builder nobodys =
          SalesGoal.builder()
              .id("g")
              .title("t")
              .kpi(Kpis.WON_VALUE)
              .atLeast(Business.euros(5))
              .period(business.period("FY2026-Q1"));
      expect(asking(nobodys), Verdict.UNDECIDED, "nobody");
    }
  }

  @Nested
  class WithARequiredTraining {
    private SalesGoal.Builder goal() {
      return SmartCase.goal(business).addRequiredTraining("negotiation");
    }

    @Test
    void isThereForWhoCompletedIt() {
      business.fact(
          new TrainingCompleted(
              business.next(), business.noon("2025-11-01"), "ana", "negotiation"));
      expect(asking(goal()), Verdict.PASS, "trained");
    }

    @Test
    void isThereInTimeWhereItEndsBeforeTheFirstThird() {
      expect(
          asking(goal().putPlannedTraining("negotiation", day("2026-01-30"))),
          Verdict.PASS,
          "planned");
    }

    @Test
    void isLateWhereItEndsAfterTheFirstMilestone() {
      SalesGoal.Builder late =
          goal()
              .putPlannedTraining("negotiation", day("2026-01-20"))
              .addMilestone(new Milestone(day("2026-01-15"), 500_000));
      Finding finding = asking(late);
      expect(finding, Verdict.WARN, "tooLate");
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo(
              "Trainings that the goal requires end only on 2026-01-15 or later: negotiation.");
    }

    @Test
    void isMissingWhereItIsNeitherCompletedNorPlanned() {
      expect(asking(goal()), Verdict.FAIL, "untrained");
    }
  }
}
