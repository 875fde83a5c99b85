package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeanTestTest {
  static List<Golden> comparisons() {
    return Golden.of("two_sample", "welch_t");
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void agreesWithTheGoldenValues(Golden golden) {
    MeanTest test =
        MeanTest.of(Unit.COUNT, Golden.doubles(golden.in("x")), Golden.doubles(golden.in("y")));

    Measure difference = test.difference(0.95);
    golden.assertClose("meanDifference", difference.value(), golden.out("meanDifference"));
    if (golden.out("t").isNull()) {
      assertThat(test.reason()).contains(NoData.TOO_FEW);
      assertThat(test.welch()).isEmpty();
      assertThat(test.pooled()).isEmpty();
      assertThat(test.effectSize()).isEmpty();
      assertThat(difference.interval()).isEmpty();
    } else {
      MeanTest.Outcome welch = test.welch().orElseThrow();
      MeanTest.Outcome pooled = test.pooled().orElseThrow();
      golden.assertClose("t", welch.t(), golden.out("t"));
      golden.assertClose("df", welch.degreesOfFreedom(), golden.out("df"));
      golden.assertClose("pTwoSided", welch.pValues().twoSided(), golden.out("pTwoSided"));
      golden.assertClose("ci95", difference.interval().orElseThrow(), golden.out("ci95"));
      golden.assertClose("tPooled", pooled.t(), golden.out("tPooled"));
      golden.assertClose("dfPooled", pooled.degreesOfFreedom(), golden.out("dfPooled"));
      golden.assertClose("pPooled", pooled.pValues().twoSided(), golden.out("pPooled"));
      golden.assertClose("cohensD", test.effectSize().orElseThrow(), golden.out("cohensD"));
    }
  }

  @Test
  void keepsItsDigitsFarFromZero() {
    double[] x = {1e9 + 1, 1e9 + 2, 1e9 + 4};
    double[] y = {1e9 + 2, 1e9 + 3, 1e9 + 7};

    // the same without the offset
    MeanTest.Outcome near =
        MeanTest.of(Unit.DAYS, new double[] {1, 2, 4}, new double[] {2, 3, 7})
            .welch()
            .orElseThrow();
    MeanTest.Outcome far = MeanTest.of(Unit.DAYS, x, y).welch().orElseThrow();

    assertThat(far.t()).isCloseTo(near.t(), within(1e-14));
  }

  @Test
  void saysInWhichDirection() {
    MeanTest.Outcome welch =
        MeanTest.of(Unit.SCORE, new double[] {5, 6, 7}, new double[] {1, 2, 3})
            .welch()
            .orElseThrow();

    assertThat(welch.t()).isPositive();
    assertThat(welch.pValues().greater()).isLessThan(0.01);
    assertThat(welch.pValues().less()).isGreaterThan(0.99);
  }

  @Test
  void isNoDataWithoutValuesInAGroup() {
    MeanTest none = MeanTest.of(Unit.MONEY, new double[0], new double[] {3, 4});

    assertThat(none.difference(0.95))
        .isEqualTo(Measure.noData(Unit.MONEY, 2, NoData.NOTHING_OBSERVED));
    assertThat(none.reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(none.welch()).isEmpty();
    assertThat(none.n()).isEqualTo(2);
  }

  @Test
  void aSingleValueHasADifferenceButNoTest() {
    MeanTest test = MeanTest.of(Unit.MONEY, new double[] {9}, new double[] {3, 4});

    assertThat(test.difference(0.95)).isEqualTo(Measure.of(5.5, Unit.MONEY, 3));
    assertThat(test.reason()).contains(NoData.TOO_FEW);
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanTest.of(Unit.COUNT, new double[] {1, Double.NaN}, new double[0]))
        .withMessageContaining("value 1 of the first group is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanTest.of(Unit.COUNT, new double[0], new double[] {1e141}));
    MeanTest test = MeanTest.of(Unit.COUNT, new double[] {1, 2}, new double[] {3, 4});
    assertThatIllegalArgumentException().isThrownBy(() -> test.difference(1));
  }
}
