package dev.pacesetter.metrics.forecast;

import static dev.pacesetter.metrics.forecast.Seasonality.ADDITIVE;
import static dev.pacesetter.metrics.forecast.Seasonality.MULTIPLICATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeasonalDecompositionTest {
  static List<Golden> decompositions() {
    return Golden.of("forecasting", "seasonal_indices");
  }

  @ParameterizedTest
  @MethodSource("decompositions")
  void agreesWithTheGoldenValues(Golden golden) {
    double[] y = Golden.doubles(golden.in("y"));
    int period = golden.in("period").asInt();
    Seasonality kind = golden.in("type").asText().equals("additive") ? ADDITIVE : MULTIPLICATIVE;

    SeasonalDecomposition parts = SeasonalDecomposition.of(Unit.MONEY, kind, period, y);

    for (int i = 0; i < y.length; i++) {
      JsonNode expected = golden.out("trend").get(i);
      assertThat(parts.trend(i).isEmpty()).isEqualTo(expected.isNull());
      if (!expected.isNull()) {
        golden.assertClose("trend", parts.trend(i).getAsDouble(), expected);
      }
    }
    for (int part = 0; part < period; part++) {
      golden.assertClose("index", parts.index(part).value(), golden.out("indices").get(part));
    }
  }

  @Test
  void saysNothingOfASeasonItHasNotSeenTwice() {
    SeasonalDecomposition parts =
        SeasonalDecomposition.of(Unit.MONEY, MULTIPLICATIVE, 4, 1, 2, 3, 4, 5, 6, 7);

    assertThat(parts.index(0).reason()).hasValue(NoData.TOO_FEW);
    assertThat(parts.profile()).isEmpty();
    assertThat(SeasonalDecomposition.of(Unit.MONEY, ADDITIVE, 4).index(0).n()).isZero();
  }

  @Test
  void findsNoSeasonWhereAllValuesAreEqual() {
    double[] equal = {5, 5, 5, 5, 5, 5, 5, 5};

    assertThat(SeasonalDecomposition.of(Unit.COUNT, ADDITIVE, 4, equal).index(1).value()).isZero();
    assertThat(SeasonalDecomposition.of(Unit.COUNT, MULTIPLICATIVE, 4, equal).profile())
        .hasValue(SeasonalProfile.even(4));
  }

  @Test
  void hasNoFactorsWhereNothingHappened() {
    var parts = SeasonalDecomposition.of(Unit.COUNT, MULTIPLICATIVE, 2, 0, 0, 0, 0, 0, 0);

    assertThat(parts.index(0).reason()).hasValue(NoData.TOO_FEW);
  }

  @Test
  void makesSharesOfFactorsOnly() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SeasonalDecomposition.of(Unit.COUNT, ADDITIVE, 2, 1, 2, 1, 2).profile())
        .withMessageContaining("MULTIPLICATIVE");
  }

  @Test
  void refusesWhatIsNotASeasonAndNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalDecomposition.of(Unit.COUNT, ADDITIVE, 1, 1, 2))
        .withMessageContaining("period is 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalDecomposition.of(Unit.COUNT, ADDITIVE, 2, 1, Double.NaN))
        .withMessageContaining("value 1 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalDecomposition.of(Unit.COUNT, MULTIPLICATIVE, 2, -1))
        .withMessageContaining("value 0 is -1.0");
  }
}
