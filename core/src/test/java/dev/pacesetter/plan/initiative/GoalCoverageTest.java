package dev.pacesetter.plan.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GoalCoverageTest {
  private static final SalesGoal GOAL =
      SalesGoal.builder()
          .id("q3")
          .title("Revenue in Q3")
          .kpi(Kpis.WON_VALUE)
          .atLeast(Business.euros(10_000))
          .period(Business.empty().period("FY2026-Q3"))
          .build();

  private static final Initiative PUSH =
      Initiatives.push().goal("q3").share(1_500).expected(Initiatives.euros(1_000, 2_000)).build();
  private static final Initiative CARE =
      Initiatives.push()
          .id("care")
          .kind(InitiativeKind.CUSTOMER_CARE)
          .goal("q3")
          .share(1_000)
          .expected(Initiatives.euros(500, 900))
          .build();

  private static GoalCoverage coverage(long anyway, Initiative... initiatives) {
    return GoalCoverage.of(GOAL, anyway * 100, List.of(initiatives));
  }

  @Test
  void addsUpTheRangesOfTheGoalsInitiativesInAnyOrder() {
    Initiative ofAnother = Initiatives.push().id("other").goal("q4").share(1).build();
    GoalCoverage sum = coverage(7_000, PUSH, ofAnother, CARE);
    assertThat(sum.low()).isEqualTo(1_500_00);
    assertThat(sum.high()).isEqualTo(2_900_00);
    assertThat(sum.promised()).isEqualTo(2_500);
    assertThat(sum.counted()).containsExactly("care", "push");
    assertThat(coverage(7_000, CARE, PUSH)).isEqualTo(sum);
  }

  @Test
  void saysWhetherTheGapCanBeClosed() {
    assertThat(coverage(10_000, PUSH).verdict()).isEqualTo(GoalCoverage.Verdict.NO_GAP);
    assertThat(coverage(9_000, PUSH).verdict()).isEqualTo(GoalCoverage.Verdict.COVERED);
    assertThat(coverage(8_999, PUSH).verdict()).isEqualTo(GoalCoverage.Verdict.POSSIBLE);
    assertThat(coverage(7_999, PUSH).verdict()).isEqualTo(GoalCoverage.Verdict.SHORT);
    assertThat(coverage(7_000, PUSH, CARE).explain(Locale.ENGLISH))
        .isEqualTo(
            "Goal q3 asks for EUR 10,000. Without initiatives, EUR 7,000 can be expected. 2"
                + " initiatives expected to bring EUR 1,500 to EUR 2,900 cannot close the gap of EUR"
                + " 3,000: even at the upper end, EUR 100 would be missing.");
    assertThat(coverage(8_500, PUSH).explain(Locale.CHINESE)).contains("按下限计算还差 EUR 500");
  }

  @Test
  void comparesThePromisedSharesWithTheGap() {
    assertThat(coverage(7_500, PUSH, CARE).isPromised()).isTrue();
    assertThat(coverage(7_499, PUSH, CARE).isPromised()).isFalse();
  }

  @Test
  void namesWhoMustDeliverMoreThanIsExpectedAtBest() {
    // a share of 10 % of 10,000 is more than the 900 expected at best
    assertThat(coverage(7_000, PUSH, CARE).beyondExpectation()).containsExactly("care");
  }

  @Test
  void namesInitiativesOnOtherMetricsInsteadOfAddingThem() {
    Initiative rate =
        Initiatives.push()
            .id("rate")
            .kpi(Kpis.WIN_RATE)
            .expected(new ExpectedLift(0.01, 0.02))
            .goal("q3")
            .share(500)
            .build();
    GoalCoverage sum = coverage(7_000, PUSH, rate);
    assertThat(sum.onOtherMetrics()).containsExactly("rate");
    assertThat(sum.high()).isEqualTo(2_000_00);
  }

  @Test
  void refusesAnotherCurrencyTheSameTwiceAndAGoalThatDoesNotAddUp() {
    Initiative dollars =
        Initiatives.push()
            .id("usd")
            .budget(Money.of(CurrencyUnit.USD, 1))
            .goal("q3")
            .share(1)
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage(0, dollars))
        .withMessage("initiative usd is in USD, goal q3 in EUR; both must be in one currency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage(0, PUSH, PUSH))
        .withMessage("initiative push is there twice; each counts once");
    SalesGoal ratio =
        SalesGoal.builder()
            .id("rate")
            .title("Win rate")
            .kpi(Kpis.WIN_RATE)
            .target(Target.atLeast(0.4, Unit.RATIO))
            .period(GOAL.period())
            .build();
    assertThat(ratio.target().unit()).isEqualTo(Unit.RATIO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoalCoverage.of(ratio, 0, List.of()))
        .withMessageContaining("goal rate asks for");
  }
}
