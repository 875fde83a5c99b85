package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairedChangeTest {
  static List<Golden> changes() {
    return Golden.of("training_effect", "paired_change");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void agreesWithTheGoldenValues(Golden golden) {
    PairedChange paired =
        PairedChange.of(
            Unit.SCORE, Golden.doubles(golden.in("before")), Golden.doubles(golden.in("after")));
    Effect change = paired.change();

    assertThat(change.estimate().n()).isEqualTo(golden.out("n").asLong());
    golden.assertClose("meanChange", change.estimate().value(), golden.out("meanChange"));
    golden.assertClose("sdChange", paired.deviation().value(), golden.out("sdChange"));
    if (golden.out("t").isNull()) {
      EffectAssert.assertUnjudged(change);
      assertThat(paired.standardised()).isEmpty();
    } else {
      EffectAssert.assertTest(golden, change, golden.out("t"), golden.out("df"), golden.out("p"));
      golden.assertClose("ci95", change.estimate().interval().orElseThrow(), golden.out("ci95"));
      golden.assertClose("dz", paired.standardised().orElseThrow(), golden.out("cohensDz"));
    }
    if (golden.out("wilcoxonV").isNumber()) {
      golden.assertClose("V", paired.signedRankSum().orElseThrow(), golden.out("wilcoxonV"));
      golden.assertClose(
          "p", paired.signedRankPValue().orElseThrow(), golden.out("wilcoxonExactP"));
    }
  }

  @Test
  void nobodyIsNoData() {
    PairedChange nobody = PairedChange.of(Unit.MONEY, new double[0], new double[0]);

    assertThat(nobody.change().estimate().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(nobody.deviation().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(nobody.signedRankPValue()).isEmpty();
    assertThat(nobody.signedRankSum()).isEmpty();
    assertThat(nobody.standardised()).isEmpty();
  }

  @Test
  void onePersonChangesButProvesNothing() {
    PairedChange one = PairedChange.of(Unit.MONEY, new double[] {5}, new double[] {9});

    assertThat(one.change().estimate().value()).isEqualTo(4);
    EffectAssert.assertUnjudged(one.change());
    assertThat(one.deviation().reason()).contains(NoData.TOO_FEW);
    assertThat(one.signedRankPValue()).hasValue(1);
  }

  @Test
  void whereNobodyChangedRanksSayNothing() {
    PairedChange nothing = PairedChange.of(Unit.MONEY, new double[9], new double[9]);

    assertThat(nothing.signedRankSum()).hasValue(0);
    assertThat(nothing.signedRankPValue()).hasValue(1);
  }

  @Test
  void unchangedFiguresAndTiesAreAllowed() {
    double[] after = {0, 1, 1, 2, -1, 3, 3, 4};

    assertThat(PairedChange.of(Unit.MONEY, new double[8], after).signedRankPValue().orElseThrow())
        .isBetween(0.02, 0.1);
  }

  @Test
  void refusesWhatDoesNotPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedChange.of(Unit.MONEY, new double[1], new double[2]))
        .withMessageContaining("1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedChange.of(Unit.MONEY, new double[1], new double[] {Double.NaN}))
        .withMessageContaining("Figure after 0 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PairedChange.of(Unit.MONEY, new double[1], new double[1]).withConfidence(1));
  }
}
