package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeasonalNaiveTest {
  static List<Golden> forecasts() {
    return Golden.of("forecasting", "seasonal_naive");
  }

  @ParameterizedTest
  @MethodSource("forecasts")
  void agreesWithTheGoldenValues(Golden golden) {
    SeasonalNaive naive =
        SeasonalNaive.of(Unit.MONEY, golden.in("period").asInt(), Golden.doubles(golden.in("y")))
            .takenAsKnown();

    golden.assertClose("sigma", naive.sigma().orElseThrow(), golden.out("sigma"));
    for (int step = 1; step <= golden.in("horizon").asInt(); step++) {
      Measure forecast = naive.forecast(step, 0.95);
      Interval interval = forecast.interval().orElseThrow();
      golden.assertClose("forecast", forecast.value(), golden.out("forecast").get(step - 1));
      golden.assertClose("lower", interval.lower(), golden.out("lower95").get(step - 1));
      golden.assertClose("upper", interval.upper(), golden.out("upper95").get(step - 1));
    }
  }

  @Test
  void isWiderWhereTheErrorsAreLearnedFromFewValues() {
    SeasonalNaive naive = SeasonalNaive.of(Unit.MONEY, 1, 10, 13, 9);
    Interval interval = naive.forecast(1, 0.95).interval().orElseThrow();

    // two differences: t(0.975, 2) is 4.302653
    assertThat(interval.upper() - 9).isCloseTo(4.302653 * Math.sqrt(12.5), within(1e-5));
    assertThat(naive.takenAsKnown().forecast(1, 0.95).interval().orElseThrow().width())
        .isLessThan(interval.width());
  }

  @Test
  void hasNoAnswerForLessThanASeason() {
    assertThat(SeasonalNaive.of(Unit.MONEY, 4, 1, 2, 3).forecast(1, 0.9).reason())
        .hasValue(NoData.TOO_FEW);
    assertThat(SeasonalNaive.of(Unit.MONEY, 4).forecast(1, 0.9).reason())
        .hasValue(NoData.NOTHING_OBSERVED);
  }

  @Test
  void hasNoIntervalFromASingleSeasonOrWhereSeasonsRepeat() {
    Measure single = SeasonalNaive.of(Unit.MONEY, 2, 10, 30).forecast(3, 0.9);
    Measure repeated = SeasonalNaive.of(Unit.MONEY, 2, 10, 30, 10, 30).forecast(3, 0.9);

    assertThat(single.value()).isEqualTo(10);
    assertThat(single.interval()).isEmpty();
    assertThat(repeated.interval()).isEmpty();
  }

  @Test
  void refusesToLookBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalNaive.of(Unit.MONEY, 1, 1, 2).forecast(0, 0.9))
        .withMessageContaining("0 steps ahead");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalNaive.of(Unit.MONEY, 1, 1, 2).forecast(1, 1))
        .withMessageContaining("confidence is 1.0");
  }
}
