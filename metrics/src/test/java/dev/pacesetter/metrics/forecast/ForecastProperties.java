package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Unit;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ForecastProperties {
  @Property
  void theBrierScoreIsTheSumOfItsParts(
      @ForAll @IntRange(min = 1, max = 80) int n,
      @ForAll @IntRange(min = 1, max = 20) int bins,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] probabilities = random.doubles(n).map(p -> Math.round(p * 50) / 50.0).toArray();
    boolean[] happened = new boolean[n];
    for (int i = 0; i < n; i++) {
      happened[i] = random.nextDouble() < probabilities[i];
    }
    BrierScore score = BrierScore.of(probabilities, happened);

    for (ReliabilityTable table :
        new ReliabilityTable[] {score.byProbability(), score.byBins(bins)}) {
      assertThat(
              table.reliability().value()
                  - table.resolution().value()
                  + score.uncertainty().value()
                  + table.varianceWithin().value()
                  - table.covarianceWithin().value())
          .isCloseTo(score.score().value(), within(1e-12));
    }
  }

  @Property
  void aSeriesIsTrendAndSeasonAndBothAreFoundWithoutNoise(
      @ForAll @IntRange(min = 2, max = 13) int period, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] season = random.doubles(period, -50, 50).toArray();
    double mean = Columns.sum(season) / period;
    double slope = random.nextDouble(-3, 3);
    double[] y = new double[3 * period];
    for (int i = 0; i < y.length; i++) {
      y[i] = 500 + slope * i + season[i % period] - mean;
    }

    SeasonalDecomposition parts =
        SeasonalDecomposition.of(Unit.MONEY, Seasonality.ADDITIVE, period, y);

    for (int part = 0; part < period; part++) {
      assertThat(parts.index(part).value()).isCloseTo(season[part] - mean, within(1e-9));
    }
    assertThat(parts.trend(period).orElseThrow()).isCloseTo(500 + slope * period, within(1e-9));
  }

  @Property
  void doublingASeriesDoublesItsForecast(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double alpha,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double beta,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] y = random.doubles(12, 10, 90).toArray();
    double[] twice = new double[12];
    for (int i = 0; i < 12; i++) {
      twice[i] = 2 * y[i];
    }
    SmoothingModel model = SmoothingModel.simple().withTrend();
    SmoothingParameters parameters = SmoothingParameters.ofLevel(alpha).withTrend(beta);

    SmoothedSeries one =
        model.smooth(Unit.MONEY, parameters, SmoothingState.ofLevel(40).withTrend(1), y);
    SmoothedSeries two =
        model.smooth(Unit.MONEY, parameters, SmoothingState.ofLevel(80).withTrend(2), twice);

    assertThat(two.forecast(5, 0.9).value())
        .isCloseTo(2 * one.forecast(5, 0.9).value(), within(1e-9));
    assertThat(two.errorVariance())
        .isCloseTo(4 * one.errorVariance(), within(1e-9 * (1 + two.errorVariance())));
  }

  @Property
  void theScoreOfAnEnsembleIsLeastWhenItNamesWhatCame(
      @ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] members = random.doubles(n, -10, 10).toArray();
    double actual = random.nextDouble(-10, 10);

    assertThat(RankedProbabilityScore.ofEnsemble(actual, members)).isGreaterThanOrEqualTo(-1e-12);
    assertThat(RankedProbabilityScore.ofEnsemble(actual, actual)).isZero();
  }

  @Property
  void linearityStaysWithinItsBounds(
      @ForAll @IntRange(min = 1, max = 30) int parts, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] bookings = random.doubles(parts).map(x -> x < 0.3 ? 0 : x).toArray();
    bookings[random.nextInt(parts)] = 1;
    double[] plan = random.doubles(parts, 0.01, 1).toArray();

    Linearity linearity = Linearity.of(bookings).against(SeasonalProfile.ofWeights(plan));

    assertThat(linearity.index().value()).isBetween(0.0, 1.0);
    assertThat(linearity.gini().value()).isBetween(0.0, 1 - 1.0 / parts + 1e-12);
    assertThat(linearity.largestGap().value()).isBetween(-1.0, 1.0);
    assertThat(linearity.shareOfLast(parts).value()).isCloseTo(1, within(1e-12));
    assertThat(Math.abs(linearity.meanGap().value()))
        .isLessThanOrEqualTo(Math.abs(linearity.largestGap().value()) + 1e-12);
  }
}
