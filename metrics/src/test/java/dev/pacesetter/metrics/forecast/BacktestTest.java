package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private final double[] series = {10, 12, 11, 15, 14, 18};

  private static List<Measure> naive(double[] history, int horizon) {
    SeasonalNaive naive = SeasonalNaive.of(Unit.COUNT, 1, history);
    List<Measure> forecasts = new ArrayList<>();
    for (int step = 1; step <= horizon; step++) {
      forecasts.add(naive.forecast(step, 0.8));
    }
    return forecasts;
  }

  @Test
  void comparesEachForecastWithWhatCameAfterItsOrigin() {
    Backtest test = Backtest.rollingOrigin(Unit.COUNT, series, 3, 2, BacktestTest::naive);

    // seen up to 11, 15, 14; one step: 15-11, 14-15, 18-14; two steps: 14-11, 18-15
    assertThat(test.origins()).isEqualTo(3);
    assertThat(test.accuracy(1).meanError().value()).isCloseTo(7 / 3.0, within(1e-12));
    assertThat(test.accuracy(1).n()).isEqualTo(3);
    assertThat(test.accuracy(2).meanError().value()).isEqualTo(3);
    assertThat(test.accuracy(2).n()).isEqualTo(2);
    assertThat(test.accuracy(3).n()).isZero();
    assertThat(test.intervals(1, 0.8).coverage().n()).isEqualTo(3);
  }

  @Test
  void showsAForecasterThePastOnly() {
    Backtest.rollingOrigin(
        Unit.COUNT,
        series,
        1,
        3,
        (history, horizon) -> {
          assertThat(history).containsExactly(Arrays.copyOf(series, history.length));
          assertThat(history.length).isLessThan(series.length);
          return naive(history, horizon);
        });
  }

  @Test
  void leavesOutWhereThereWasNoForecast() {
    Backtest test =
        Backtest.rollingOrigin(
            Unit.COUNT,
            series,
            1,
            1,
            (history, horizon) ->
                history.length < 4
                    ? List.of(Measure.noData(Unit.COUNT, history.length, NoData.TOO_FEW))
                    : naive(history, horizon));

    assertThat(test.origins()).isEqualTo(5);
    assertThat(test.accuracy(1).n()).isEqualTo(2);
  }

  @Test
  void hasNoOriginInASeriesThatIsTooShort() {
    Backtest test = Backtest.rollingOrigin(Unit.COUNT, series, 6, 2, BacktestTest::naive);

    assertThat(test.origins()).isZero();
    assertThat(test.accuracy(1).meanAbsoluteError().isPresent()).isFalse();
  }

  @Test
  void refusesForecastersThatStopEarlyAndIntervalsOfAnotherLevel() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Backtest.rollingOrigin(Unit.COUNT, series, 1, 2, (seen, ahead) -> List.of()))
        .withMessageContaining("forecasts of an origin are 0; there must be 2");
    Backtest test = Backtest.rollingOrigin(Unit.COUNT, series, 3, 1, BacktestTest::naive);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.intervals(1, 0.9))
        .withMessageContaining("0.9 and has one of 0.8");
  }
}
