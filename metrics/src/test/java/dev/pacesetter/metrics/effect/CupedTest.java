package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CupedTest {
  static List<Golden> comparisons() {
    return Golden.of("training_effect", "cuped");
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void agreesWithTheGoldenValues(Golden golden) {
    long[] marks = Golden.longs(golden.in("treated"));
    boolean[] trained = new boolean[marks.length];
    for (int i = 0; i < marks.length; i++) {
      trained[i] = marks[i] == 1;
    }
    Cuped cuped =
        Cuped.of(
            Unit.SCORE,
            trained,
            Golden.doubles(golden.in("covariate")),
            Golden.doubles(golden.in("outcome")));

    golden.assertClose("theta", cuped.slope(), golden.out("theta"));
    if (golden.out("correlation").isNull()) {
      assertThat(cuped.correlation()).isEmpty();
    } else {
      golden.assertClose("r", cuped.correlation().orElseThrow(), golden.out("correlation"));
    }
    JsonNode reduction = golden.out("varianceReduction");
    if (cuped.varianceReduction().isPresent()) {
      golden.assertClose("reduction", cuped.varianceReduction().getAsDouble(), reduction);
    } else {
      assertThat(reduction.isNull() || reduction.asDouble() == 0).isTrue();
    }
    assertAgrees(golden, cuped.unadjusted(), golden.out("unadjusted"));
    assertAgrees(golden, cuped.adjusted(), golden.out("adjusted"));
  }

  private static void assertAgrees(Golden golden, Effect effect, JsonNode out) {
    EffectAssert.assertAgrees(golden, effect, out.get("effect"), out.get("se"));
    EffectAssert.assertTest(golden, effect, out.get("t"), out.get("df"), out.get("p"));
  }

  @Test
  void oneGroupAloneIsNoData() {
    Cuped cuped = Cuped.of(Unit.MONEY, new boolean[3], new double[] {1, 2, 4}, new double[3]);

    assertThat(cuped.adjusted().estimate().reason()).contains(NoData.TOO_FEW);
    assertThat(cuped.correlation()).isEmpty();
    assertThat(cuped.varianceReduction()).isEmpty();
    assertThat(cuped.slope()).isZero();
  }

  @Test
  void nobodyIsNoData() {
    Cuped nobody = Cuped.of(Unit.MONEY, new boolean[0], new double[0], new double[0]);

    assertThat(nobody.unadjusted().estimate().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(nobody.adjusted().estimate().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(nobody.slope()).isZero();
  }

  @Test
  void beforeThatDoesNotVaryGainsNothing() {
    boolean[] trained = {true, true, false, false};
    Cuped cuped =
        Cuped.of(Unit.MONEY, trained, new double[] {7, 7, 7, 7}, new double[] {3, 5, 1, 2});

    assertThat(cuped.adjusted().estimate()).isEqualTo(cuped.unadjusted().estimate());
    assertThat(cuped.adjusted().estimate().value()).isEqualTo(2.5);
  }

  @Test
  void onePersonInAGroupLeavesTheUncertaintyUnknown() {
    Cuped cuped =
        Cuped.of(
            Unit.MONEY, new boolean[] {true, false, false}, new double[3], new double[] {5, 1, 2});

    assertThat(cuped.adjusted().estimate().value()).isEqualTo(3.5);
    EffectAssert.assertUnjudged(cuped.adjusted());
  }

  @Test
  void refusesWhatDoesNotPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cuped.of(Unit.MONEY, new boolean[1], new double[2], new double[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cuped.of(Unit.MONEY, new boolean[2], new double[1], new double[2]));
  }
}
