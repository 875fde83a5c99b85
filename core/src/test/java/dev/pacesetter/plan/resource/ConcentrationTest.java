package dev.pacesetter.plan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.division.Part;
import dev.pacesetter.plan.PlanComparison;
import dev.pacesetter.testing.Bundles;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConcentrationTest {
  private static final Alternative SMALL = Alternative.of("small", ResponseCurve.power(3, 0.5));
  private static final Alternative LARGE = Alternative.of("large", ResponseCurve.power(4, 0.5));

  @Nested
  class TheBest {
    @Test
    void bringsTheSameFromEachForAUnitMore() {
      // 3√x + 4√y with x + y = 100: x : y = 9 : 16, so 36 and 64, which return 18 + 32
      Allocation best = Concentration.of(100).over(SMALL, LARGE).best();
      assertThat(best.line("small").amount()).isEqualTo(36);
      assertThat(best.line("large").amount()).isEqualTo(64);
      assertThat(best.response()).isCloseTo(50, within(1e-9));
      assertThat(best.unspent()).isZero();
      // the slope there is 1.5/6 = 2/8 = 0.25; a whole unit more brings a little less
      assertThat(best.marginalReturn()).isCloseTo(4 * (Math.sqrt(65) - 8), within(1e-9));
      assertThat(best.best()).isCloseTo(50, within(1e-6));
      assertThat(best.shortfall()).isBetween(0.0, 1e-9);
    }

    @Test
    void isCloseToTheBestInLotsAndSaysHowClose() {
      // lots of 30: two small and one large return 3√60 + 4√30 = 45.15, one and two
      // 3√30 + 4√60 = 47.42, none and three 4√90; ten units are left over
      Allocation lots = Concentration.of(100).over(SMALL, LARGE).inLotsOf(30).best();
      assertThat(lots.line("small").amount()).isEqualTo(30);
      assertThat(lots.line("large").amount()).isEqualTo(60);
      assertThat(lots.unspent()).isEqualTo(10);
      assertThat(lots.shortfall()).isCloseTo(1 - 47.4156 / 50, within(1e-5));
    }

    @Test
    void keepsLimits() {
      Allocation limited =
          Concentration.of(100).over(SMALL.between(50, 60), LARGE.between(0, 45)).best();
      assertThat(limited.line("small").amount()).isEqualTo(55);
      assertThat(limited.line("large").amount()).isEqualTo(45);
      assertThat(limited.line("large").marginal()).isZero();
      assertThat(limited.shortfall()).isBetween(0.0, 1e-9);
    }

    @Test
    void leavesWhatHasNoRoom() {
      Allocation full =
          Concentration.of(100).over(SMALL.between(0, 20), LARGE.between(0, 30)).best();
      assertThat(full.unspent()).isEqualTo(50);
      assertThat(full.marginalReturn()).isZero();
      assertThat(full.shortfall()).isBetween(0.0, 1e-9);
    }

    @Test
    void keepsWhatWouldReturnNothing() {
      ResponseCurve level = ResponseCurve.through(new double[] {10}, new double[] {100});
      Allocation best = Concentration.of(35).over(Alternative.of("level", level)).best();
      assertThat(best.line("level").amount()).isEqualTo(10);
      assertThat(best.unspent()).isEqualTo(25);
    }

    @Test
    void fillsSteepLinesFirstAndEqualOnesInTheirOrder() {
      ResponseCurve lines =
          ResponseCurve.through(new double[] {10, 30}, new double[] {100, 200}); // 10, then 5
      Allocation best =
          Concentration.of(35)
              .over(Alternative.of("one", lines), Alternative.of("other", lines))
              .best();
      assertThat(best.line("one").amount()).isEqualTo(25);
      assertThat(best.line("other").amount()).isEqualTo(10);
      assertThat(best.response()).isCloseTo(275, within(1e-9));
      assertThat(best.shortfall()).isBetween(0.0, 1e-9);
    }

    @Test
    void weighsOffDifferentCurves() {
      // saturating 1000·(1 - e^(-x/50)) and 10·√y·…: the slopes agree within a unit
      ResponseCurve saturating = ResponseCurve.saturating(1000, 50);
      ResponseCurve power = ResponseCurve.power(40, 0.6);
      Allocation best =
          Concentration.of(1_000)
              .over(Alternative.of("banks", saturating), Alternative.of("retail", power))
              .best();
      long banks = best.line("banks").amount();
      assertThat(saturating.marginal((double) banks))
          .isCloseTo(power.marginal((double) (1000 - banks)), within(0.05));
      assertThat(best.shortfall()).isBetween(0.0, 1e-5);
    }

    @Test
    void takesMoneyToTheCent() {
      Allocation cents = Concentration.of(123_456_789_01L).over(SMALL, LARGE).best();
      // 9/25 and 16/25
      assertThat(cents.line("small").amount()).isCloseTo(4_444_444_404L, within(2_000L));
      assertThat(cents.unspent()).isZero();
      assertThat(cents.shortfall()).isBetween(0.0, 1e-9);
    }
  }

  @Nested
  class SomebodysPlan {
    private final Concentration concentration = Concentration.of(100).over(SMALL, LARGE);
    private final Allocation even = concentration.judge(Map.of("small", 50L, "large", 50L));

    @Test
    void isToldHowFarBelowTheBestItIs() {
      // 7·√50 = 49.4975 of 50
      assertThat(even.shortfall()).isCloseTo(1 - 49.4975 / 50, within(1e-5));
    }

    @Test
    void isComparedWithTheBestLineByLine() {
      PlanComparison comparison = even.comparedWith(concentration.best());
      assertThat(comparison.line(Part.of("alternative", "small")).difference()).isEqualTo(-14);
      assertThat(comparison.line(Part.of("alternative", "large")).difference()).isEqualTo(14);
      assertThat(comparison.difference()).isZero();
      assertThat(comparison.explain(Locale.ENGLISH))
          .isEqualTo(
              """
              small: 50 before, 36 after, -14
              large: 50 before, 64 after, +14
              In all: 100 before, 100 after, 0; 0 lines stay the same.""");
    }

    @Test
    void mustKeepTheLimits() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Concentration.of(100).over(SMALL.between(10, 20)).judge(Map.of("small", 30L)))
          .withMessage("alternative small is given 30; from 10 to 20 is allowed");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> concentration.judge(Map.of("small", 101L)))
          .withMessageContaining("the lines are given 101 of a budget of 100");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> concentration.judge(Map.of("huge", 1L)))
          .withMessage("amounts are given to [huge]; the alternatives are [small, large]");
    }
  }

  @Nested
  class ReadsAs {
    private final Allocation even =
        Concentration.of(100).over(SMALL, LARGE).judge(Map.of("small", 50L, "large", 50L));

    @Test
    void aLineForEachAlternativeAndOneForTheWhole() {
      assertThat(even.explain(Locale.ENGLISH))
          .isEqualTo(
              """
              small: 50, returning 21.21; one more unit would return 0.2111
              large: 50, returning 28.28; one more unit would return 0.2814
              All 100 units are allocated. Together they return 49.50, at most 1.1% below the best\
               possible; one more unit would return 0.2814.""");
      assertThat(even.explain(Locale.CHINESE)).contains("最多比最优结果低 1.1%");
    }

    @Test
    void whatIsNotAllocatedIsSaidWhereThereIsAny() {
      Allocation some =
          Concentration.of(100).over(SMALL, LARGE).judge(Map.of("small", 50L, "large", 40L));

      assertThat(some.explain(Locale.ENGLISH)).contains("10 of 100 units are not allocated. The");
      assertThat(some.explain(Locale.CHINESE)).contains("总量 100 中有 10 未分配。");
    }

    @Test
    void theSamePhrasesInBothLanguages() {
      assertThat(Bundles.keys(Allocation.PHRASES, Locale.CHINESE))
          .isEqualTo(Bundles.keys(Allocation.PHRASES, Locale.ENGLISH))
          .allSatisfy(
              key ->
                  assertThat(Bundles.placeholders(Allocation.PHRASES, Locale.CHINESE, key))
                      .isEqualTo(Bundles.placeholders(Allocation.PHRASES, Locale.ENGLISH, key)));
    }
  }

  @Nested
  class IsRefused {
    @Test
    void whereTheLeastIsMoreThanThereIs() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Concentration.of(10).over(SMALL.between(6, 9), LARGE.between(5, 9)))
          .withMessage("the alternatives must be given 11 at least; the budget is 10");
    }

    @Test
    void withoutAnAlternative() {
      assertThatIllegalStateException().isThrownBy(() -> Concentration.of(10).best());
    }

    @Test
    void forACurveThatIsNotConcave() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ResponseCurve.through(new double[] {10, 20}, new double[] {10, 30}))
          .withMessageContaining("the line up to (20.0, 30.0) has the slope 2.0 after 1.0");
      assertThatIllegalArgumentException().isThrownBy(() -> ResponseCurve.power(3, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> ResponseCurve.saturating(3, 0));
    }
  }
}
