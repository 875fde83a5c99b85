package dev.pacesetter.metrics.pipeline;

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

class ConcentrationTest {
  static List<Golden> concentrations() {
    return Golden.of("descriptive", "concentration");
  }

  @ParameterizedTest
  @MethodSource("concentrations")
  void agreesWithTheGoldenValues(Golden golden) {
    Concentration revenue = Concentration.of(Golden.doubles(golden.in("revenue")));

    assertThat(revenue.n()).isEqualTo(golden.out("n").asInt());
    golden.assertClose("total", revenue.total(), golden.out("total"));
    assertClose(golden, "gini", revenue.gini());
    assertClose(golden, "giniSample", revenue.adjustedGini());
    assertClose(golden, "hhi", revenue.herfindahl());
    assertClose(golden, "hhiNormalized", revenue.normalisedHerfindahl());
    assertClose(golden, "effectiveCustomers", revenue.effectiveCustomers());
    assertClose(golden, "topShare20", revenue.topShare(0.2));
    assertClose(golden, "topShare20Interpolated", revenue.interpolatedTopShare(0.2));
    assertClose(golden, "customersFor80", revenue.customersFor(0.8));
  }

  private static void assertClose(Golden golden, String what, Measure actual) {
    assertThat(actual.n()).isEqualTo(golden.out("n").asLong());
    if (golden.out(what).isNull()) {
      assertThat(actual.isPresent()).as("%s: %s", golden, what).isFalse();
    } else {
      golden.assertClose(what, actual.value(), golden.out(what));
    }
  }

  @Test
  void nobodyAndNothingAreNoData() {
    assertThat(Concentration.of().gini())
        .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
    assertThat(Concentration.ofMoney(0, 0).customersFor(0.8))
        .isEqualTo(Measure.noData(Unit.COUNT, 2, NoData.NOTHING_OBSERVED));
    assertThat(Concentration.ofMoney(5).adjustedGini())
        .isEqualTo(Measure.noData(Unit.RATIO, 1, NoData.TOO_FEW));
  }

  @Test
  void aShareThatIsMetExactlyIsMet() {
    // a tenth each: eight of them are 80 %, though 8 · 0.1 adds up to a little less
    double[] tenths = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};

    assertThat(Concentration.of(tenths).customersFor(0.8).value()).isEqualTo(8);
    assertThat(Concentration.of(tenths).topShare(0.3).value()).isCloseTo(0.3, within(1e-15));
    assertThat(Concentration.of(tenths).customersFor(0).value()).isZero();
    assertThat(Concentration.of(tenths).customersFor(1).value()).isEqualTo(10);
    assertThat(Concentration.of(tenths).topShare(1).value()).isEqualTo(1);
    assertThat(Concentration.of(tenths).interpolatedTopShare(1).value()).isEqualTo(1);
  }

  @Test
  void theOrderOfTheAmountsDoesNotMatter() {
    assertThat(Concentration.ofMoney(1, 2, 3))
        .isEqualTo(Concentration.of(3, 1, 2))
        .hasSameHashCodeAs(Concentration.of(3, 1, 2))
        .isNotEqualTo(Concentration.of(3, 1, 1));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concentration.ofMoney(5, -1))
        .withMessageContaining("amount 1 is -1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concentration.of(1).topShare(80))
        .withMessageContaining("share is 80.0");
  }
}
