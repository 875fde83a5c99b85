package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesGoalTest {
  private final Business business = Business.small();

  @Test
  void speaksOfTheWholeCompanyUnlessTold() {
    SalesGoal goal =
        SalesGoal.builder()
            .id("g")
            .title("Win")
            .kpi(Kpis.WON_COUNT)
            .atLeast(12)
            .period(business.period("FY2026"))
            .build();
    assertThat(goal.scope()).isEqualTo(Scope.company());
    assertThat(goal.owner()).isEmpty();
    assertThat(goal.contributesTo()).isEmpty();
    assertThat(goal.rationale()).isEmpty();
  }

  @Test
  void isSaidOnceOrInBothLanguages() {
    assertThat(goal(business).title("Win").build().title()).isEqualTo(Text.of("Win"));
    assertThat(goal(business).title(Text.of("Win", "赢单")).build().title().in(Locale.CHINESE))
        .isEqualTo("赢单");
    assertThat(goal(business).rationale("Two resellers.").build().rationale())
        .contains(Text.of("Two resellers."));
  }

  @Test
  void asksInTheUnitOfItsMetric() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> goal(business).kpi(Kpis.WON_COUNT).build())
        .withMessage("goal g asks for MONEY of the metric won.count, which is in COUNT");
  }

  @Test
  void contributesToAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> goal(business).contributesTo("g").build())
        .withMessage("goal g contributes to itself");
  }

  @Test
  void hasAnId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> goal(business).id(" ").build())
        .withMessage("a goal id is ' '; it must not be blank");
  }

  @Nested
  class OfATarget {
    @Test
    void moneyIsInMinorUnits() {
      assertThat(Target.atLeast(euros(1200)))
          .isEqualTo(new Target(Bound.AT_LEAST, Unit.MONEY, 120_000, null, "EUR"))
          .returns(CurrencyUnit.EUR, target -> target.currency().orElseThrow());
      assertThat(Target.atMost(euros(1200)).bound()).isEqualTo(Bound.AT_MOST);
    }

    @Test
    void aCountHasNoCurrency() {
      assertThat(Target.atLeast(12).currency()).isEmpty();
      assertThat(Target.atLeast(12).withAmount(13)).isEqualTo(Target.atLeast(13));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void theAmountIsGreaterThanZero(long amount) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Target.atLeast(amount))
          .withMessage("a target is " + amount + "; it must be greater than 0");
    }

    @Test
    void theCurrencyGoesWithMoneyAlone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Target(Bound.AT_LEAST, Unit.MONEY, 1, null, null))
          .withMessageContaining("money needs one, nothing else has one");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Target(Bound.AT_LEAST, Unit.COUNT, 1, null, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"RATIO, 0.35, 3500", "DAYS, 45.5, 4550", "SCORE, -12.25, -1225", "COUNT, 7, 7"})
    void sharesTimesAndScoresAreKeptInSmallSteps(Unit unit, double value, long steps) {
      Target target = Target.atLeast(value, unit);
      assertThat(target.amount()).isEqualTo(steps);
      assertThat(target.value()).isEqualTo(value);
      assertThat(target.isMetBy(value)).isTrue();
      assertThat(target.isMetBy(Math.nextDown(value))).isFalse();
    }

    @Test
    void nothingIsFinerThanAStep() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Target.atMost(0.12345, Unit.RATIO))
          .withMessage(
              "a target is 0.12345 in ratio; at most 4 decimals are allowed, and 18 digits");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Target.atLeast(Double.NaN, Unit.DAYS))
          .withMessageContaining("NaN");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Target.atLeast(1, Unit.MONEY))
          .withMessageContaining("needs a currency");
    }

    @Test
    void betweenTwoNumbersBothCount() {
      Target target = Target.between(0.2, 0.3, Unit.RATIO);
      assertThat(target.isMetBy(0.2)).isTrue();
      assertThat(target.isMetBy(0.3)).isTrue();
      assertThat(target.isMetBy(0.31)).isFalse();
      assertThat(target.isMetBy(0.19)).isFalse();
      assertThat(target.withAmount(2_500).highest()).hasValue(0.35);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Target.between(5, 5))
          .withMessageContaining("between 5 and 5");
    }
  }

  @Nested
  class OfTiers {
    private final Business business = Business.small();

    private SalesGoal.Builder tiered() {
      return SmartCase.goal(business)
          .tier(Tier.FLOOR, Business.euros(30_000))
          .tier(Tier.CHALLENGE, Business.euros(50_000));
    }

    @Test
    void theHighestThatIsReachedCounts() {
      SalesGoal goal = tiered().build();
      assertThat(goal.tierOf(2_999_999)).isEmpty();
      assertThat(goal.tierOf(3_000_000)).hasValue(Tier.FLOOR);
      assertThat(goal.tierOf(3_600_000)).hasValue(Tier.TARGET);
      assertThat(goal.tierOf(9_000_000)).hasValue(Tier.CHALLENGE);
      assertThat(goal.target(Tier.STRETCH)).isEmpty();
    }

    @Test
    void theyMustAscend() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tiered().tier(Tier.STRETCH, Business.euros(35_000)).build())
          .withMessageContaining("asks for 3500000 on the tier STRETCH")
          .withMessageContaining("3600000");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tiered().tier(Tier.TARGET, Business.euros(36_000)).build())
          .withMessageContaining("its target already");
    }

    @Test
    void theyDescendWhereLessIsAskedFor() {
      SalesGoal.Builder less =
          SmartCase.goal(business)
              .target(Target.atMost(Business.euros(100)))
              .tier(Tier.FLOOR, Business.euros(120))
              .tier(Tier.STRETCH, Business.euros(80));
      assertThat(less.build().tierOf(9_000)).hasValue(Tier.TARGET);
    }
  }

  @Nested
  class OfMilestones {
    private final Business business = Business.small();

    @Test
    void theyLieWithinThePeriodInTheOrderOfDays() {
      Milestone january = new Milestone(Business.day("2026-01-31"), 5);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  SmartCase.goal(business)
                      .addMilestone(new Milestone(Business.day("2026-04-01"), 5))
                      .build())
          .withMessageContaining("milestone on 2026-04-01; it must be within FY2026-Q1");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> SmartCase.goal(business).addMilestone(january).addMilestone(january).build())
          .withMessageContaining("in the order of days");
    }
  }

  @Nested
  class OfALetter {
    @ParameterizedTest
    @CsvSource({
      "smart.S1, SPECIFIC",
      "smart.M4, MEASURABLE",
      "acme.own.A12, ACHIEVABLE",
      "R5, RELEVANT",
      "smart.T4, TIME_BOUND"
    })
    void aRuleBelongsToTheOneItsIdNames(String rule, Letter letter) {
      assertThat(Letter.ofRule(rule)).isEqualTo(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "smart", "smart.", "smart.X1", "smart.S", "smart.SA1", "smart.s1"})
    void aRuleOfAnotherFormBelongsToNone(String rule) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Letter.ofRule(rule))
          .withMessageContaining("'" + rule + "'");
    }
  }
}
