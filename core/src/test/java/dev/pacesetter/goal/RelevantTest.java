package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RelevantTest {
  private final Business business = Business.small();
  private final SalesFacts facts = business.on("2025-12-31");

  private SalesGoal.Builder north() {
    return goal(business)
        .id("north")
        .title("North")
        .owner("north")
        .scope(Scope.team("north"))
        .atLeast(euros(72_000));
  }

  @Nested
  class R1Contribution {
    private final SalesGoal child = goal(business).contributesTo("north").build();

    @Test
    void isLinkedWhenTheParentIsWider() {
      Finding finding = ask("smart.R1", child, facts, north().build(), child);
      expect(finding, Verdict.PASS, "linked");
      assertThat(finding.evidence("share").observed().value()).isEqualTo(0.5);
    }

    @Test
    void isLinkedWhenTheParentIsLonger() {
      SalesGoal year = north().period(business.period("FY2026")).build();
      expect(ask("smart.R1", child, facts, year), Verdict.PASS, "linked");
    }

    @Test
    void isNotNeededAtTheTop() {
      SalesGoal company = goal(business).scope(Scope.company()).build();
      expect(ask("smart.R1", company, facts), Verdict.PASS, "top");
    }

    @Test
    void isMissedBelowTheTop() {
      expect(ask("smart.R1", goal(business).build(), facts), Verdict.WARN, "orphan");
    }

    @Test
    void isUndecidedWhileTheGoalIsGivenAlone() {
      expect(ask("smart.R1", child, facts), Verdict.UNDECIDED, "unknownParent");
    }

    @Test
    void isBrokenWhenTheParentIsNotAmongTheGoals() {
      SalesGoal other = north().id("other").build();
      expect(ask("smart.R1", child, facts, other), Verdict.FAIL, "missingParent");
    }

    @Test
    void isBrokenByAnotherMetric() {
      SalesGoal parent = north().kpi(Kpis.ORDER_VALUE).build();
      Finding finding = ask("smart.R1", child, facts, parent);
      expect(finding, Verdict.FAIL, "otherMetric");
      assertThat(finding.explain(Locale.CHINESE)).contains("赢单金额").contains("订单金额");
    }

    @Test
    void isConvertedWhereItIsSaidWhatOneIsWorth() {
      SalesGoal deals =
          goal(business)
              .kpi(Kpis.WON_COUNT)
              .atLeast(10)
              .contributesTo("parent")
              .worth(euros(1_800))
              .build();
      SalesGoal parent =
          goal(business).id("parent").scope(Scope.company()).atLeast(euros(90_000)).build();
      Finding finding = ask("smart.R1", deals, facts, parent);
      expect(finding, Verdict.PASS, "converted");
      assertThat(finding.evidence("share").observed().value()).isEqualTo(0.2);
    }

    @Test
    void isBrokenByAScopeOutside() {
      SalesGoal south = north().scope(Scope.team("south")).build();
      expect(ask("smart.R1", child, facts, south), Verdict.FAIL, "outsideScope");
    }

    @Test
    void isBrokenByAPeriodOutside() {
      SalesGoal later = north().period(business.period("FY2026-Q2")).build();
      expect(ask("smart.R1", child, facts, later), Verdict.FAIL, "outsidePeriod");
    }
  }

  @Nested
  class R2Children {
    private SalesGoal child(String person, long target) {
      return goal(business)
          .id("g-" + person)
          .owner(person)
          .scope(Scope.person(person))
          .atLeast(euros(target))
          .contributesTo("north")
          .build();
    }

    private Finding of(SalesGoal... children) {
      return ask("smart.R2", north().build(), facts, children);
    }

    @Test
    void addsUpATeamBelowAndAManagerBesideIt() {
      SalesGoal company =
          goal(business).id("all").scope(Scope.company()).atLeast(euros(100_000)).build();
      SalesGoal team = north().contributesTo("all").atLeast(euros(72_000)).build();
      SalesGoal other =
          goal(business)
              .id("south-one")
              .scope(Scope.person(business.organization().peopleIn("south").get(0).id()))
              .atLeast(euros(28_000))
              .contributesTo("all")
              .build();

      expect(ask("smart.R2", company, facts, team, other), Verdict.PASS, "exact");
    }

    @Test
    void areNotAddedUpForARate() {
      SalesGoal rate =
          goal(business).kpi(Kpis.WIN_RATE).target(Target.atLeast(0.4, Unit.RATIO)).build();
      SalesGoal child =
          goal(business)
              .id("child")
              .kpi(Kpis.WIN_RATE)
              .target(Target.atLeast(0.3, Unit.RATIO))
              .contributesTo("g")
              .build();
      expect(ask("smart.R2", rate, facts, child), Verdict.PASS, "noSum");
    }

    @Test
    void mayBeAbsent() {
      expect(of(), Verdict.PASS, "leaf");
    }

    @Test
    void addUpToTheCent() {
      expect(of(child("ana", 36_000), child("bo", 36_000)), Verdict.PASS, "exact");
    }

    @Test
    void mayBePaddedAndTheBaseIsNamed() {
      Finding finding = of(child("ana", 40_000), child("bo", 39_200));
      expect(finding, Verdict.PASS, "padded");
      assertThat(finding.evidence("over").observed().value())
          .as("79,200 / 72,000 - 1")
          .isCloseTo(0.1, within(1e-12));
      assertThat(finding.explain(Locale.ENGLISH))
          .contains("over-assigned by 10.0% of this goal, EUR 72,000");
    }

    @Test
    void mustNotBePaddedTooMuch() {
      expect(of(child("ana", 50_000), child("bo", 50_000)), Verdict.WARN, "overAssigned");
    }

    @Test
    void mustNotFallShort() {
      Finding finding = of(child("ana", 36_000), child("bo", 30_000));
      expect(finding, Verdict.FAIL, "short");
      assertThat(finding.repair(Locale.ENGLISH))
          .hasValueSatisfying(text -> assertThat(text).contains("EUR 6,000"));
    }

    @Test
    void mustBeOnTheSameMetric() {
      SalesGoal deals =
          goal(business)
              .id("deals")
              .title("Three deals")
              .kpi(Kpis.WON_COUNT)
              .atLeast(3)
              .contributesTo("north")
              .build();
      Finding finding = of(child("ana", 72_000), deals);
      expect(finding, Verdict.FAIL, "otherMetric");
      assertThat(finding.explain(Locale.ENGLISH)).endsWith("“Three deals”.");
    }

    @Test
    void addUpDivisionByDivision() {
      SalesGoal[] both = {
        child("ana", 36_000),
        child("bo", 36_000),
        month("FY2026-01", 30_000),
        month("FY2026-02", 20_000),
        month("FY2026-03", 22_000)
      };
      expect(of(both), Verdict.PASS, "exact");
      both[4] = month("FY2026-03", 21_000);
      Finding finding = of(both);
      expect(finding, Verdict.FAIL, "short");
      assertThat(finding.explain(Locale.ENGLISH))
          .contains("(“North FY2026-01”, “North FY2026-02”, “North FY2026-03”)");
      assertThat(finding.explain(Locale.CHINESE))
          .contains("（“北区 FY2026-01”、“北区 FY2026-02”、“北区 FY2026-03”）");
    }

    private SalesGoal month(String name, long target) {
      return north()
          .id(name)
          .title(Text.of("North " + name, "北区 " + name))
          .period(business.period(name))
          .atLeast(euros(target))
          .contributesTo("north")
          .build();
    }
  }

  @Nested
  class R5Focus {
    private SalesGoal[] others(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> goal(business).id("other" + i).build())
          .toArray(SalesGoal[]::new);
    }

    @Test
    void isKeptWithFiveGoals() {
      expect(ask("smart.R5", goal(business).build(), facts, others(4)), Verdict.PASS, "few");
    }

    @Test
    void isLostWithSix() {
      Finding finding = ask("smart.R5", goal(business).build(), facts, others(5));
      expect(finding, Verdict.WARN, "many");
      assertThat(finding.evidence("goals").observed().value()).isEqualTo(6);
    }

    @Test
    void countsNeitherGoalsOfOthersNorOfOtherPeriods() {
      SalesGoal[] others = others(6);
      others[0] = goal(business).id("other0").owner("bo").build();
      others[1] = goal(business).id("other1").period(business.period("FY2026-Q2")).build();
      expect(ask("smart.R5", goal(business).build(), facts, others), Verdict.PASS, "few");
    }

    @Test
    void countsAQuarterAndItsMonthsOnce() {
      SalesGoal[] parts =
          IntStream.rangeClosed(1, 3)
              .mapToObj(
                  i ->
                      goal(business)
                          .id("month" + i)
                          .period(business.period("FY2026-0" + i))
                          .contributesTo("g")
                          .build())
              .toArray(SalesGoal[]::new);
      assertThat(
              ask("smart.R5", goal(business).build(), facts, parts)
                  .evidence("goals")
                  .observed()
                  .value())
          .isEqualTo(1);
    }

    @Test
    void asksForWeightsThatAddUp() {
      SalesGoal goal = goal(business).weight(7_000).build();
      SalesGoal rest = goal(business).id("rest").weight(3_000).build();
      expect(ask("smart.R5", goal, facts, rest), Verdict.PASS, "few");
      SalesGoal less = goal(business).id("rest").weight(2_999).build();
      Finding finding = ask("smart.R5", goal, facts, less);
      expect(finding, Verdict.FAIL, "weights");
      SalesGoal unweighted = goal(business).id("rest").build();
      expect(ask("smart.R5", goal, facts, unweighted), Verdict.FAIL, "weights");
    }

    @Test
    void doubtsAWeightThatWillBeForgotten() {
      SalesGoal goal = goal(business).weight(9_600).build();
      SalesGoal light = goal(business).id("light").weight(400).build();
      expect(ask("smart.R5", goal, facts, light), Verdict.WARN, "light");
    }

    @Test
    void isUndecidedWithoutAnOwner() {
      SalesGoal nobodys = goal(business).owner(Optional.empty()).build();
      expect(ask("smart.R5", nobodys, facts), Verdict.UNDECIDED, "nobody");
    }
  }
}
