package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import org.junit.jupiter.api.Test;

class RegressionToTheMeanTest {
  private static final double[] BEFORE = {20, 30, 40};
  private static final double[] AFTER = {33, 37, 41};

  @Test
  void takesAwayWhatWouldHaveRecoveredAnyway() {
    RegressionToTheMean low = RegressionToTheMean.given(Unit.SCORE, BEFORE, AFTER, 50, 0.6);

    // means 30 and 37; (1 - 0.6) of the way from 30 to 50 is 8
    assertThat(low.change().estimate().value()).isEqualTo(7, within(1e-12));
    assertThat(low.expectedChange().value()).isEqualTo(8, within(1e-12));
    assertThat(low.corrected().estimate().value()).isEqualTo(-1, within(1e-12));
  }

  @Test
  void perfectFiguresRecoverNothingAndPureLuckAll() {
    assertThat(
            RegressionToTheMean.given(Unit.SCORE, BEFORE, AFTER, 50, 1)
                .corrected()
                .estimate()
                .value())
        .isEqualTo(7, within(1e-12));
    assertThat(
            RegressionToTheMean.given(Unit.SCORE, BEFORE, AFTER, 50, 0)
                .corrected()
                .estimate()
                .value())
        .isEqualTo(37 - 50, within(1e-12));
  }

  @Test
  void readsTheRecoveryFromTheUntrained() {
    double[] othersBefore = {50, 60, 70, 80};
    double[] othersAfter = {56, 59, 65, 70};

    RegressionToTheMean low =
        RegressionToTheMean.comparedWith(Unit.SCORE, BEFORE, AFTER, othersBefore, othersAfter);

    // by hand: the line through the others has slope 0.48 and level 62.5 at 65
    assertThat(low.expectedChange().value()).isEqualTo(62.5 + 0.48 * (30 - 65) - 30, within(1e-9));
    assertThat(low.corrected().estimate().value())
        .isEqualTo(37 - (62.5 + 0.48 * (30 - 65)), within(1e-9));
    // trained off the line: variance of 33 - 40.9, 37 - 45.7, 41 - 50.5 is 0.64; others: residuals
    // 0.7, -1.1, 0.1, 0.3, squares 1.8, by 2 degrees
    assertThat(low.corrected().standardError().orElseThrow())
        .isEqualTo(Math.sqrt(0.64 / 3 + 0.9 * (1 / 4.0 + 35 * 35 / 500.0)), within(1e-9));
  }

  @Test
  void tooFewOthersOrOthersAllAlikeGiveNoLine() {
    double[] two = {1, 2};
    double[] alike = {5, 5, 5};

    assertThat(
            RegressionToTheMean.comparedWith(Unit.SCORE, BEFORE, AFTER, two, two)
                .corrected()
                .estimate()
                .reason())
        .contains(NoData.TOO_FEW);
    RegressionToTheMean none =
        RegressionToTheMean.comparedWith(Unit.SCORE, BEFORE, AFTER, alike, AFTER);
    assertThat(none.corrected().estimate().reason()).contains(NoData.TOO_FEW);
    assertThat(none.expectedChange().reason()).contains(NoData.TOO_FEW);
    assertThat(none.change().estimate().value()).isEqualTo(7, within(1e-12));
  }

  @Test
  void nobodyIsNoDataAndOnePersonHasNoInterval() {
    double[] nobody = {};
    assertThat(
            RegressionToTheMean.given(Unit.SCORE, nobody, nobody, 50, 0.5)
                .corrected()
                .estimate()
                .reason())
        .contains(NoData.NOTHING_OBSERVED);
    assertThat(
            RegressionToTheMean.comparedWith(Unit.SCORE, nobody, nobody, BEFORE, AFTER)
                .corrected()
                .estimate()
                .reason())
        .contains(NoData.NOTHING_OBSERVED);
    Effect one =
        RegressionToTheMean.comparedWith(
                Unit.SCORE, new double[] {10}, new double[] {30}, BEFORE, AFTER)
            .corrected();
    assertThat(one.estimate().value()).isEqualTo(30 - 29, within(1e-9));
    EffectAssert.assertUnjudged(one);
  }

  @Test
  void reliabilityIsTheCorrelationWithFishersInterval() {
    double[] first = {1, 2, 3, 4, 5, 6, 7};
    double[] second = {2, 1, 4, 3, 7, 5, 6};

    Measure reliability = RegressionToTheMean.reliability(first, second);
    Interval interval = reliability.interval().orElseThrow();

    // ranks: 1 - 6·10/(7·48); tanh(atanh(r) ± 1.959964/2)
    assertThat(reliability.value()).isEqualTo(1 - 60 / 336.0, within(1e-12));
    assertThat(interval.lower()).isEqualTo(0.17925, within(1e-5));
    assertThat(interval.upper()).isEqualTo(0.97276, within(1e-5));
  }

  @Test
  void reliabilityNeedsThreePeopleWhoDiffer() {
    assertThat(RegressionToTheMean.reliability(new double[0], new double[0]).reason())
        .contains(NoData.NOTHING_OBSERVED);
    assertThat(RegressionToTheMean.reliability(new double[] {1, 2}, new double[] {1, 2}).reason())
        .contains(NoData.TOO_FEW);
    assertThat(RegressionToTheMean.reliability(new double[9], new double[9]).reason())
        .contains(NoData.TOO_FEW);
    assertThat(RegressionToTheMean.reliability(BEFORE, AFTER).interval()).isEmpty();
  }

  @Test
  void refusesReliabilityOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionToTheMean.given(Unit.SCORE, BEFORE, AFTER, 50, 1.1))
        .withMessageContaining("Reliability is 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionToTheMean.given(Unit.SCORE, BEFORE, AFTER, Double.NaN, 0.5));
  }
}
