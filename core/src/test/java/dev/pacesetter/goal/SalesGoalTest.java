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
          .isEqualTo(new Target(Bound.AT_LEAST, Unit.MONEY, 120_000, "EUR"))
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
          .isThrownBy(() -> new Target(Bound.AT_LEAST, Unit.MONEY, 1, null))
          .withMessageContaining("money needs one, a count has none");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Target(Bound.AT_LEAST, Unit.COUNT, 1, "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"RATIO", "DAYS", "SCORE"})
    void theUnitIsMoneyOrCount(Unit unit) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Target(Bound.AT_LEAST, unit, 1, null))
          .withMessage("a target is in " + unit + "; use MONEY or COUNT");
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
