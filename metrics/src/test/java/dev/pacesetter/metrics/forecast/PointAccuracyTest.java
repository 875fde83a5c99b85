package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PointAccuracyTest {
  static List<Golden> accuracies() {
    return Golden.of("forecasting", "point_accuracy");
  }

  private static void assertAgrees(Golden golden, String what, Measure measure, double scale) {
    JsonNode expected = golden.out(what);
    assertThat(measure.isPresent()).as("%s: %s", golden, what).isEqualTo(!expected.isNull());
    if (measure.isPresent()) {
      golden.assertClose(what, scale * measure.value(), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("accuracies")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] training = Golden.doubles(golden.in("training"));
    int period = golden.in("period").asInt();

    PointAccuracy accuracy =
        PointAccuracy.of(
            Unit.MONEY, Golden.doubles(golden.in("actual")), Golden.doubles(golden.in("forecast")));

    assertAgrees(golden, "me", accuracy.meanError(), 1);
    assertAgrees(golden, "mae", accuracy.meanAbsoluteError(), 1);
    assertAgrees(golden, "rmse", accuracy.rootMeanSquaredError(), 1);
    assertAgrees(golden, "mape", accuracy.meanAbsolutePercentageError(), 100);
    assertAgrees(golden, "smape", accuracy.symmetricPercentageError(), 100);
    assertAgrees(golden, "wape", accuracy.weightedPercentageError(), 1);
    assertAgrees(golden, "mase", accuracy.scaledAbsoluteError(training, period), 1);
    assertAgrees(golden, "rmsse", accuracy.scaledRootError(training, period), 1);
  }

  @Test
  void biasIsAboveZeroWhenForecastsWereTooHigh() {
    PointAccuracy high =
        PointAccuracy.of(Unit.MONEY, new double[] {90, 110}, new double[] {100, 120});

    assertThat(high.bias().value()).isCloseTo(0.1, within(1e-15));
    assertThat(high.meanError().value()).isEqualTo(-10);
    assertThat(PointAccuracy.of(Unit.MONEY, new double[] {1, -1}, new double[2]).bias().reason())
        .hasValue(NoData.NOTHING_OBSERVED);
  }

  @Test
  void hasNoAnswerWithoutForecasts() {
    PointAccuracy none = PointAccuracy.of(Unit.MONEY, new double[0], new double[0]);

    assertThat(none.meanError().isPresent()).isFalse();
    assertThat(none.rootMeanSquaredError().isPresent()).isFalse();
    assertThat(none.meanAbsolutePercentageError().isPresent()).isFalse();
    assertThat(none.symmetricPercentageError().isPresent()).isFalse();
    assertThat(none.scaledAbsoluteError(new double[] {1, 2}, 1).isPresent()).isFalse();
  }

  @Test
  void hasNoScaleFromATrainingShorterThanASeason() {
    PointAccuracy accuracy = PointAccuracy.of(Unit.MONEY, new double[] {1}, new double[] {2});

    assertThat(accuracy.scaledAbsoluteError(new double[] {1, 2, 3}, 4).isPresent()).isFalse();
    assertThat(accuracy.scaledRootError(new double[0], 1).isPresent()).isFalse();
  }

  @Test
  void refusesForecastsThatAreMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PointAccuracy.of(Unit.MONEY, new double[2], new double[1]))
        .withMessageContaining("forecasts are 1; there must be 2");
  }
}
