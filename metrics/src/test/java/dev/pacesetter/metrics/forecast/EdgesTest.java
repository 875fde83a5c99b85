package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final double[] NONE = {};

  @Nested
  class OfScores {
    @Test
    void noForecastsHaveNoAnswers() {
      BrierScore brier = BrierScore.of(NONE, new boolean[0]);
      Measure noScore = Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED);

      assertThat(brier.score()).isEqualTo(noScore);
      assertThat(brier.uncertainty()).isEqualTo(noScore);
      assertThat(brier.skill()).isEqualTo(noScore);
      assertThat(brier.logarithmicLoss()).isEmpty();
      assertThat(brier.byBins(5).resolution()).isEqualTo(noScore);
      assertThat(brier.byBins(5).calibrationError()).isEqualTo(noScore);
      IntervalScores intervals = IntervalScores.of(Unit.MONEY, 0.8, NONE, NONE, NONE);
      assertThat(intervals.meanWidth().reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(intervals.winkler().reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(QuantileScores.of(Unit.MONEY, NONE, new double[0][], NONE).meanPinball().reason())
          .contains(NoData.NOTHING_OBSERVED);
    }

    @Test
    void oneForecastHasAScoreButNoSkill() {
      BrierScore one = BrierScore.of(new double[] {0.75}, new boolean[] {true});

      assertThat(one.score()).isEqualTo(Measure.of(0.0625, Unit.SCORE, 1));
      assertThat(one.uncertainty()).isEqualTo(Measure.of(0, Unit.SCORE, 1));
      assertThat(one.skill()).isEqualTo(Measure.noData(Unit.SCORE, 1, NoData.TOO_FEW));
      assertThat(one.calibrationSlope()).isEqualTo(Measure.noData(Unit.RATIO, 1, NoData.TOO_FEW));
      assertThat(one.logarithmicLoss().orElseThrow()).isCloseTo(-Math.log(0.75), within(1e-15));
      assertThat(one.byProbability().observed(0, 0.95).interval())
          .contains(ProportionInterval.WILSON.of(1, 1, 0.95));
    }

    @Test
    void whereEverythingOrNothingHappenedThereIsNoSkill() {
      for (boolean did : new boolean[] {true, false}) {
        BrierScore alike = BrierScore.of(new double[] {1, 0}, new boolean[] {did, did});

        assertThat(alike.score().value()).isEqualTo(0.5);
        assertThat(alike.skill()).isEqualTo(Measure.noData(Unit.SCORE, 2, NoData.TOO_FEW));
        assertThat(alike.logarithmicLoss()).as("what had no chance").isEmpty();
      }
    }

    @Test
    void equalProbabilitiesHaveNoSlope() {
      BrierScore alike =
          BrierScore.of(new double[] {0.1, 0.1, 0.1}, new boolean[] {true, false, false});

      assertThat(alike.calibrationSlope())
          .isEqualTo(Measure.noData(Unit.RATIO, 3, NoData.NOTHING_OBSERVED));
    }

    @Test
    void oneMemberScoresItsDistanceAndNothingFair() {
      assertThat(RankedProbabilityScore.ofEnsemble(7, 4)).isEqualTo(3);
      assertThat(RankedProbabilityScore.ofFairEnsemble(7, 4)).isEmpty();
    }

    @Test
    void whereNothingCameThereIsNoShareOfIt() {
      PointAccuracy nothing = PointAccuracy.of(Unit.MONEY, new double[2], new double[] {1, 3});

      assertThat(nothing.meanError().value()).isEqualTo(-2);
      for (Measure share :
          ImmutableList.of(
              nothing.bias(),
              nothing.meanAbsolutePercentageError(),
              nothing.weightedPercentageError())) {
        assertThat(share).isEqualTo(Measure.noData(Unit.RATIO, 2, NoData.NOTHING_OBSERVED));
      }
      assertThat(nothing.symmetricPercentageError().value()).isEqualTo(2);
      assertThat(
              PointAccuracy.of(Unit.MONEY, new double[2], new double[2])
                  .symmetricPercentageError()
                  .value())
          .isZero();
    }

    @Test
    void aTrainingThatRepeatsHasNoScale() {
      PointAccuracy one = PointAccuracy.of(Unit.MONEY, new double[] {1}, new double[] {2});

      assertThat(one.scaledAbsoluteError(new double[] {5, 5, 5}, 1))
          .isEqualTo(Measure.noData(Unit.RATIO, 1, NoData.NOTHING_OBSERVED));
    }

    @Test
    void anEmptySeriesHasNoOrigin() {
      Backtest none =
          Backtest.rollingOrigin(Unit.MONEY, NONE, 1, 1, (history, horizon) -> ImmutableList.of());

      assertThat(none.origins()).isZero();
      assertThat(none.accuracy(1).meanError().isPresent()).isFalse();
      assertThat(none.intervals(1, 0.8).coverage().isPresent()).isFalse();
    }
  }

  @Nested
  class OfSeries {
    @Test
    void anEmptySeriesHasNoForecast() {
      assertThat(SmoothingModel.simple().fit(Unit.MONEY)).isEmpty();
      assertThat(SeasonalNaive.of(Unit.MONEY, 1).forecast(1, 0.8))
          .isEqualTo(Measure.noData(Unit.MONEY, 0, NoData.NOTHING_OBSERVED));
      assertThat(SeasonalNaive.of(Unit.MONEY, 1).sigma()).isEmpty();
      assertThat(SeasonalDecomposition.of(Unit.MONEY, Seasonality.ADDITIVE, 4).index(0).isPresent())
          .isFalse();
    }

    @Test
    void oneValueIsItsOwnNaiveForecastWithoutInterval() {
      assertThat(SeasonalNaive.of(Unit.MONEY, 1, 7).forecast(3, 0.8))
          .isEqualTo(Measure.of(7, Unit.MONEY, 1));
    }

    @Test
    void noPartsAreNoPeriodAndOnePartHasEverything() {
      assertThatIllegalArgumentException().isThrownBy(() -> Linearity.of(NONE));
      assertThatIllegalArgumentException().isThrownBy(() -> SeasonalProfile.ofWeights(NONE));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SeasonalProfile.ofWeights(0, 0))
          .withMessageContaining("must");
      assertThat(SeasonalProfile.ofWeights(0.3).share(0)).isEqualTo(1);
    }

    @Test
    void onTheFirstDayThereIsNoPaceAndOnTheLastNoneIsNeeded() {
      SeasonalProfile even = SeasonalProfile.even(4);

      assertThat(new Pace(even, 0, 100, 0).pace()).isEmpty();
      assertThat(new Pace(even, 0, 100, 0).projection()).isEmpty();
      assertThat(new Pace(even, 0, 100, 0).neededPace()).hasValue(1);
      assertThat(new Pace(even, 4, 100, 80).neededPace()).isEmpty();
      assertThat(new Pace(even, 4, 100, 80).projection()).hasValue(80);
    }
  }

  @Nested
  class OfPipelines {
    @Test
    void stagesWithoutDealsBringNothing() {
      StageForecast none = StageForecast.of(new double[] {0.5, 0.4}, new long[0], new int[0]);

      assertThat(none.winProbability(0)).isEqualTo(0.2);
      assertThat(none.deals(1)).isZero();
      assertThat(none.mean(1)).isZero();
      assertThat(none.pipeline().outcome().quantile(0.9)).isEqualTo(new Bounds(0, 0));
    }

    @Test
    void aThousandMillionClosedDealsAreAKnownRate() {
      long many = 1_000_000_000;
      UncertainPipeline known =
          UncertainPipeline.of(new long[] {500}, new int[1], new long[] {many}, new long[] {many});
      Measure attained = known.attainment(500, 0.9, 1);

      assertThat(attained.value()).isCloseTo(0.5, within(1e-6));
      assertThat(attained.interval().orElseThrow().width()).isLessThan(1e-4);
      assertThat(attained.n()).isEqualTo(2 * many);
    }

    @Test
    void noOpenDealsCannotAttainWhatIsMissing() {
      UncertainPipeline none =
          UncertainPipeline.of(new long[0], new int[0], new long[] {3}, new long[] {5});

      assertThat(none.attainment(1, 0.9, 1)).isEqualTo(Measure.of(0, Unit.RATIO, 8));
      assertThat(none.attainment(0, 0.9, 1)).isEqualTo(Measure.of(1, Unit.RATIO, 8));
    }

    @Test
    void equalDealsAreBinomial() {
      PipelineOutcome equal =
          Pipeline.of(new long[] {100, 100, 100}, new double[] {0.5, 0.5, 0.5}).outcome();

      assertThat(equal.totals()).isEqualTo(4);
      assertThat(equal.probabilityOfAtLeast(200).value()).isEqualTo(0.5);
      assertThat(equal.probability(3)).isEqualTo(0.125);
    }
  }
}
