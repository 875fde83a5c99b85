package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleTestingTest {
  static List<Golden> adjustments() {
    return Golden.of("multiple_testing", "adjust");
  }

  @ParameterizedTest
  @MethodSource("adjustments")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] p = Golden.doubles(golden.in("p"));

    double[] bh = MultipleTesting.BENJAMINI_HOCHBERG.adjust(p);

    golden.assertClose("bh", bh, golden.out("bh"));
    golden.assertClose("by", MultipleTesting.BENJAMINI_YEKUTIELI.adjust(p), golden.out("by"));
    golden.assertClose("holm", MultipleTesting.HOLM.adjust(p), golden.out("holm"));
    golden.assertClose("hochberg", MultipleTesting.HOCHBERG.adjust(p), golden.out("hochberg"));
    golden.assertClose(
        "bonferroni", MultipleTesting.BONFERRONI.adjust(p), golden.out("bonferroni"));
    // The golden count is exact; a value on the edge may fall to either side in doubles.
    if (Arrays.stream(bh).noneMatch(q -> Math.abs(q - 0.05) < 1e-12)) {
      long rejected = Arrays.stream(bh).filter(q -> q <= 0.05).count();
      assertThat(rejected).isEqualTo(golden.out("rejectedBhAt0.05").asLong());
    }
  }

  @ParameterizedTest
  @EnumSource
  void adjustsNothingToNothing(MultipleTesting method) {
    assertThat(method.adjust()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leavesASingleTestAsItIs(MultipleTesting method) {
    assertThat(method.adjust(0.03)).containsExactly(0.03);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoPValue(MultipleTesting method) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.adjust(0.1, Double.NaN))
        .withMessage("p-value 1 of 2 is NaN; it must be from 0 to 1");
    assertThatIllegalArgumentException().isThrownBy(() -> method.adjust(-0.01));
    assertThatIllegalArgumentException().isThrownBy(() -> method.adjust(1.01));
  }

  @Test
  void takesNegativeZeroAsZero() {
    assertThat(MultipleTesting.BENJAMINI_HOCHBERG.adjust(-0.0, 0.5)).containsExactly(0.0, 0.5);
  }
}
