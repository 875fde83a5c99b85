package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RankShiftTest {
  @Test
  void isTheMedianDifferenceOfAllPairsWithTheLimitsOfTheRankTest() {
    double[] first = {10, 20, 30, 40, 50};
    double[] second = {1, 2, 4, 7};
    Measure shift = RankShift.difference(Unit.MONEY, first, second, 0.95);

    assertThat(shift.value()).isEqualTo(27);
    assertThat(shift.n()).isEqualTo(9);
    Interval interval = shift.interval().orElseThrow();
    // P(U <= 1) = 2/126 = 0.0159 and P(U <= 2) = 4/126 = 0.0317: two differences at each end
    assertThat(interval.lower()).isEqualTo(6);
    assertThat(interval.upper()).isEqualTo(48);
  }

  @Test
  void endsWhereTheExactTestWouldDoubt() {
    double[] first = {3.1, 8.2, 5.7, 9.9, 4.4, 7.3};
    double[] second = {2.2, 1.9, 6.1, 3.3, 0.8, 2.7, 5.2};
    Interval interval =
        RankShift.difference(Unit.DAYS, first, second, 0.9).interval().orElseThrow();

    for (double inside : new double[] {interval.lower() + 1e-6, interval.upper() - 1e-6}) {
      assertThat(pValueOfShift(first, second, inside)).isGreaterThan(0.1);
    }
    for (double outside : new double[] {interval.lower() - 1e-6, interval.upper() + 1e-6}) {
      assertThat(pValueOfShift(first, second, outside)).isLessThanOrEqualTo(0.1);
    }
  }

  private static double pValueOfShift(double[] first, double[] second, double shift) {
    double[] moved = Arrays.stream(first).map(x -> x - shift).toArray();
    return RankTest.of(moved, second).exact().orElseThrow().twoSided();
  }

  @Test
  void goesOnWithoutAJumpWherePairsAreTooManyToCount() {
    double[] few = new double[50];
    double[] more = new double[51];
    Arrays.setAll(few, i -> Math.sin(i) * 10);
    Arrays.setAll(more, i -> Math.sin(i) * 10);
    Interval exact = RankShift.difference(Unit.SCORE, few, few, 0.95).interval().orElseThrow();
    Interval normal = RankShift.difference(Unit.SCORE, more, few, 0.95).interval().orElseThrow();

    assertThat(normal.width()).isCloseTo(exact.width(), within(0.1 * exact.width()));
  }

  @Test
  void saysHowManyTimesAsLargeAmountsAre() {
    double[] second = {120, 3_500, 800, 15_000, 950, 2_100};
    double[] first = Arrays.stream(second).map(x -> 3 * x).toArray();
    Measure factor = RankShift.factor(first, second, 0.95);

    assertThat(factor.value()).isCloseTo(3, within(1e-9));
    assertThat(factor.unit()).isEqualTo(Unit.RATIO);
    assertThat(factor.interval().orElseThrow().contains(3)).isTrue();
    assertThat(factor.interval().orElseThrow().lower()).isPositive();
  }

  @Test
  void hasNoIntervalFromTooFew() {
    double[] three = {1, 2, 3};
    assertThat(RankShift.difference(Unit.COUNT, three, three, 0.95).interval()).isEmpty();
    assertThat(RankShift.difference(Unit.COUNT, three, three, 0.9).interval()).isPresent();
  }

  @Test
  void refusesWhatCannotBeCompared() {
    double[] one = {1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankShift.difference(Unit.COUNT, new double[0], one, 0.95))
        .withMessageContaining("0 with 1 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankShift.factor(one, new double[] {0}, 0.95))
        .withMessageContaining("value 0 of the second group is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankShift.difference(Unit.COUNT, one, new double[] {Double.NaN}, 0.95))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankShift.factor(one, one, 1))
        .withMessageContaining("confidence is 1.0");
  }
}
