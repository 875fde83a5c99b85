package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndividualsChartTest {
  static List<Golden> charts() {
    return Golden.of("control_charts", "individuals_moving_range");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void agreesWithTheGoldenValues(Golden golden) {
    IndividualsChart chart = IndividualsChart.of(Unit.MONEY, Golden.doubles(golden.in("x")));

    if (chart.n() == 0) {
      assertThat(golden.out("center").isNull()).isTrue();
      assertThat(chart.center().isPresent()).isFalse();
    } else {
      golden.assertClose("center", chart.center().value(), golden.out("center"));
    }
    if (golden.out("sigma").isNull()) {
      assertThat(chart.limits()).isEmpty();
      assertThat(chart.movingRangeLimit()).isEmpty();
      assertThat(chart.meanMovingRange().isPresent()).isFalse();
      assertThat(chart.medianMovingRange().isPresent()).isFalse();
    } else {
      ControlLimits limits = chart.limits().orElseThrow();
      golden.assertClose("sigma", limits.sigma(), golden.out("sigma"));
      golden.assertClose("lower", limits.lower(), golden.out("lower"));
      golden.assertClose("upper", limits.upper(), golden.out("upper"));
      golden.assertClose("mrBar", chart.meanMovingRange().value(), golden.out("mrBar"));
      golden.assertClose("medianMr", chart.medianMovingRange().value(), golden.out("medianMr"));
      golden.assertClose("mrUpper", chart.movingRangeLimit().orElseThrow(), golden.out("mrUpper"));
    }
    assertThat(chart.outside()).isEqualTo(Indexes.of(golden.out("outside")));
  }

  @Test
  void oneValueSaysNothingAboutVariation() {
    IndividualsChart chart = IndividualsChart.of(Unit.COUNT, 5);

    assertThat(chart.center().value()).isEqualTo(5);
    assertThat(chart.limits()).isEmpty();
    assertThat(chart.watch()).isEmpty();
    assertThat(chart.outside()).isEmpty();
    assertThat(chart.hits(RunRule.BEYOND_THREE_SIGMA)).isEmpty();
    assertThat(chart.meanMovingRange().reason()).contains(NoData.NOTHING_OBSERVED);
  }

  @Test
  void equalValuesAreNeverOutsideEvenWhereTheirMeanIsRounded() {
    IndividualsChart chart = IndividualsChart.of(Unit.MONEY, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);

    assertThat(chart.limits().orElseThrow()).isEqualTo(new ControlLimits(0.1, 0, 0.1, 0.1));
    assertThat(chart.outside()).isEmpty();
    assertThat(chart.hits(RunRule.BEYOND_THREE_SIGMA)).isEmpty();
    assertThat(chart.hits(RunRule.FIFTEEN_WITHIN_ONE_SIGMA)).isEmpty();
  }

  @Test
  void watchesNewValuesAgainstOldLimits() {
    // mean 11, moving ranges 2, so sigma 2/d2 = 1.77 and the limits 11 ± 5.3
    RunRules rules = IndividualsChart.of(Unit.COUNT, 10, 12, 10, 12).watch().orElseThrow();

    rules.add(16);
    assertThat(rules.completes(RunRule.BEYOND_THREE_SIGMA)).isFalse();
    rules.add(17);
    assertThat(rules.completes(RunRule.BEYOND_THREE_SIGMA)).isTrue();
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndividualsChart.of(Unit.COUNT, 1, Double.NaN))
        .withMessageContaining("NaN");
  }
}
