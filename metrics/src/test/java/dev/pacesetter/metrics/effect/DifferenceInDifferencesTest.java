package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.compare.MeanTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceInDifferencesTest {
  static List<Golden> comparisons() {
    return Golden.of("training_effect", "did_cluster");
  }

  private static boolean[] flags(JsonNode array) {
    return flags(Arrays.stream(Golden.longs(array)).mapToInt(Math::toIntExact).toArray());
  }

  private static boolean[] flags(int... values) {
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = values[i] == 1;
    }
    return flags;
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void agreesWithTheGoldenValues(Golden golden) {
    int[] person =
        Arrays.stream(Golden.longs(golden.in("rep"))).mapToInt(Math::toIntExact).toArray();
    DifferenceInDifferences did =
        DifferenceInDifferences.of(
                Unit.SCORE,
                person,
                flags(golden.in("treated")),
                flags(golden.in("post")),
                Golden.doubles(golden.in("y")))
            .withTextbookErrors();

    List<Effect> coefficients = List.of(did.baseline(), did.gapBefore(), did.trend(), did.effect());
    for (int i = 0; i < 4; i++) {
      EffectAssert.assertAgrees(
          golden,
          coefficients.get(i),
          golden.out("coefficients").get(i),
          golden.out("seClusterCr1").get(i));
    }
    Effect effect = did.effect();
    golden.assertClose("effect", effect.estimate().value(), golden.out("effect"));
    EffectAssert.assertTest(golden, effect, golden.out("t"), golden.out("df"), golden.out("p"));
    golden.assertClose("ci95", effect.estimate().interval().orElseThrow(), golden.out("ci95"));
    JsonNode cells = golden.out("cellMeans");
    golden.assertClose("cell", did.mean(false, false).value(), cells.get("controlPre"));
    golden.assertClose("cell", did.mean(false, true).value(), cells.get("controlPost"));
    golden.assertClose("cell", did.mean(true, false).value(), cells.get("treatedPre"));
    golden.assertClose("cell", did.mean(true, true).value(), cells.get("treatedPost"));
    assertThat(effect.estimate().n()).isEqualTo(did.people());
  }

  @Test
  void isWelchsTestOfEverybodysChangeWhereAllHaveAsManyRows() {
    double[] y = {1, 4, 2, 9, 5, 6, 3, 4, 3, 1, 2, 2};
    Effect effect =
        DifferenceInDifferences.of(
                Unit.MONEY,
                new int[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6},
                flags(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1),
                flags(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
                y)
            .effect();
    MeanTest changes = MeanTest.of(Unit.MONEY, new double[] {3, 7, 0}, new double[] {1, 1, -2});

    assertThat(effect.t().orElseThrow())
        .isEqualTo(changes.welch().orElseThrow().t(), within(1e-12));
    assertThat(effect.degreesOfFreedom().orElseThrow())
        .isEqualTo(changes.welch().orElseThrow().degreesOfFreedom(), within(1e-12));
    assertThat(effect.pValue().orElseThrow())
        .isEqualTo(changes.welch().orElseThrow().pValues().twoSided(), within(1e-12));
  }

  @Test
  void takesOutTheBiasOfEveryShareOfRows() {
    // from the matrices: residuals times (I-H)^(-1/2), and (tr G)²/tr G² of the covariances
    Effect effect =
        DifferenceInDifferences.of(
                Unit.MONEY,
                new int[] {1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 5, 5, 6, 6, 7},
                flags(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                flags(0, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1),
                new double[] {3, 5, 4, 9, 6, 8, 12, 2, 7, 4, 5, 6, 3, 5, 8, 9, 2, 1, 6})
            .effect();

    assertThat(effect.estimate().value()).isEqualTo(4.75, within(1e-9));
    assertThat(effect.standardError().orElseThrow()).isEqualTo(0.41054449522496567, within(1e-9));
    assertThat(effect.degreesOfFreedom().orElseThrow()).isEqualTo(3.996791043315302, within(1e-9));
  }

  @Test
  void nobodyIsNoData() {
    DifferenceInDifferences did =
        DifferenceInDifferences.of(
            Unit.MONEY, new int[0], new boolean[0], new boolean[0], new double[0]);

    assertThat(did.effect().estimate().reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(did.mean(true, true).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(did.people()).isZero();
  }

  @Test
  void oneGroupAloneHasAChangeButNoEffect() {
    DifferenceInDifferences did =
        DifferenceInDifferences.of(
            Unit.MONEY,
            new int[] {1, 1, 2, 2},
            flags(0, 0, 0, 0),
            flags(0, 1, 0, 1),
            new double[] {1, 2, 3, 6});

    assertThat(did.effect().estimate().reason()).contains(NoData.TOO_FEW);
    assertThat(did.gapBefore().estimate().isPresent()).isFalse();
    assertThat(did.trend().estimate().value()).isEqualTo(2);
  }

  @Test
  void onePersonAGroupHasAnEffectOfUnknownUncertainty() {
    // the residuals of a person who is a whole cell sum to 0, which would look like certainty
    DifferenceInDifferences did =
        DifferenceInDifferences.of(
            Unit.MONEY,
            new int[] {1, 1, 1, 1, 2, 2, 2, 2},
            flags(1, 1, 1, 1, 0, 0, 0, 0),
            flags(0, 0, 1, 1, 0, 0, 1, 1),
            new double[] {1, 2, 5, 6, 3, 4, 3, 4});

    assertThat(did.effect().estimate().value()).isEqualTo(4);
    EffectAssert.assertUnjudged(did.effect());
  }

  @Test
  void equalFiguresLeaveNoUncertaintyToJudge() {
    DifferenceInDifferences did =
        DifferenceInDifferences.of(
            Unit.MONEY,
            new int[] {1, 1, 2, 2, 3, 3, 4, 4},
            flags(1, 1, 1, 1, 0, 0, 0, 0),
            flags(0, 1, 0, 1, 0, 1, 0, 1),
            new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1});

    assertThat(did.effect().estimate().value()).isZero();
    EffectAssert.assertUnjudged(did.effect());
  }

  @Test
  void keepsItsDigitsAtABillion() {
    double[] y = {1, 4, 2, 7, 5, 6, 3, 4};
    double[] high = Arrays.stream(y).map(value -> value + 1e9).toArray();
    int[] person = {1, 1, 2, 2, 3, 3, 4, 4};
    boolean[] trained = flags(1, 1, 1, 1, 0, 0, 0, 0);
    boolean[] after = flags(0, 1, 0, 1, 0, 1, 0, 1);
    Effect low = DifferenceInDifferences.of(Unit.MONEY, person, trained, after, y).effect();

    Effect effect = DifferenceInDifferences.of(Unit.MONEY, person, trained, after, high).effect();

    assertThat(effect.estimate().value()).isEqualTo(3, within(1e-6));
    assertThat(effect.standardError().orElseThrow())
        .isEqualTo(low.standardError().orElseThrow(), within(1e-6));
  }

  @Test
  void refusesRowsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DifferenceInDifferences.of(
                    Unit.MONEY, new int[] {7, 7}, flags(0, 1), flags(0, 1), new double[2]))
        .withMessageContaining("Person 7 is both trained and not");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DifferenceInDifferences.of(
                    Unit.MONEY, new int[1], flags(0), flags(0), new double[] {Double.NaN}))
        .withMessageContaining("Outcome 0 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DifferenceInDifferences.of(
                    Unit.MONEY, new int[1], flags(0), flags(0), new double[2]));
  }
}
