package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearityTest {
  static List<Golden> linearities() {
    return Golden.of("descriptive", "linearity");
  }

  private static void assertAgrees(Golden golden, String what, Measure measure) {
    JsonNode expected = golden.out(what);
    assertThat(measure.isPresent()).as("%s: %s", golden, what).isEqualTo(!expected.isNull());
    if (measure.isPresent()) {
      golden.assertClose(what, measure.value(), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("linearities")
  void agreesWithTheGoldenValues(Golden golden) {
    Linearity linearity = Linearity.of(Golden.doubles(golden.in("bookings")));

    assertAgrees(golden, "linearityIndex", linearity.index());
    assertAgrees(golden, "hockeyStick", linearity.hockeyStick(golden.in("lastPeriods").asInt()));
    assertAgrees(golden, "maxGap", linearity.largestGap());
    assertAgrees(golden, "meanGap", linearity.meanGap());
  }

  @Test
  void hasTheGiniCoefficientOfTheParts() {
    // pairs differ by 1, 3, 2: Σ|x-x'| = 12 over 2·n²·mean = 2·9·(7/3)
    assertThat(Linearity.of(2, 1, 4).gini().value()).isCloseTo(12.0 / 42, within(1e-15));
    assertThat(Linearity.of(5, 5, 5).gini().value()).isZero();
    assertThat(Linearity.of(0, 0, 9).gini().value()).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void countsALastThirdThatBeginsWithinAPartInProportion() {
    assertThat(Linearity.of(1, 2, 3).shareOfLastThird().value()).isEqualTo(0.5);
    // of four parts, the last and a third of the third
    assertThat(Linearity.of(0, 0, 3, 3).shareOfLastThird().value())
        .isCloseTo(4.0 / 6, within(1e-15));
  }

  @Test
  void doesNotBlameASeasonThatWasPlanned() {
    Linearity late = Linearity.of(10, 20, 70);
    Linearity asPlanned = late.against(SeasonalProfile.ofWeights(1, 2, 7));

    assertThat(late.largestGap().value()).isCloseTo(2.0 / 3 - 0.3, within(1e-15));
    assertThat(asPlanned.largestGap().value()).isZero();
    assertThat(asPlanned.index().value()).isCloseTo(1, within(1e-15));
    assertThat(asPlanned.hockeyStick(1).value()).isCloseTo(1, within(1e-15));
  }

  @Test
  void keepsTheFirstOfTwoEqualGaps() {
    // a quarter early after the first part, a quarter late after the third
    assertThat(Linearity.of(2, 0, 0, 2).largestGap().value()).isEqualTo(-0.25);
  }

  @Test
  void hasNoAnswerWhereNothingWasBookedOrPlanned() {
    assertThat(Linearity.of(0, 0).gini().reason()).hasValue(NoData.NOTHING_OBSERVED);
    assertThat(Linearity.of(1, 1).against(SeasonalProfile.ofWeights(1, 0)).hockeyStick(1).reason())
        .hasValue(NoData.NOTHING_OBSERVED);
  }

  @Test
  void hasASinglePartThatIsAlwaysEven() {
    Linearity single = Linearity.of(1e9);

    assertThat(single.index().value()).isEqualTo(1);
    assertThat(single.gini().value()).isZero();
    assertThat(single.largestGap().value()).isZero();
  }

  @Test
  void refusesNegativeBookingsAndOtherNumbersOfParts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linearity.of(1, -2))
        .withMessageContaining("booking 1 is -2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linearity.of(1, 2).against(SeasonalProfile.even(3)))
        .withMessageContaining("there must be 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linearity.of(1, 2).hockeyStick(3))
        .withMessageContaining("from 0.0 to 2.0");
    assertThatIllegalArgumentException().isThrownBy(Linearity::of);
  }
}
