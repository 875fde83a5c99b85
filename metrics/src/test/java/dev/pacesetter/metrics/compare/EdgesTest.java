package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.compare.Overdispersion.Model;
import dev.pacesetter.metrics.compare.SimpsonsParadox.Verdict;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final long MANY = 1_000_000_000;

  @Nested
  class OfTables {
    @Test
    void aSingleObservationIsTooFew() {
      assertThat(ContingencyTest.of(new long[][] {{1, 0}, {0, 0}}).reason())
          .contains(NoData.TOO_FEW);
    }

    @Test
    void anEmptyTableIsNoData() {
      assertThat(ContingencyTest.of(new long[0][]).reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(ContingencyTest.of(new long[2][0]).association()).isEmpty();
    }

    @Test
    void oneObservationInEachOfTwoCellsIsAssociatedEntirely() {
      // E = ½ in every cell: X² = 4·(½)²/½ = 2
      ContingencyTest test = ContingencyTest.of(new long[][] {{1, 0}, {0, 1}});

      assertThat(test.pearson().orElseThrow().statistic()).isEqualTo(2);
      assertThat(test.corrected().orElseThrow().statistic()).isZero();
      assertThat(test.association()).hasValue(1);
    }
  }

  @Nested
  class OfRates {
    /** Sums of binomial probabilities by SciPy 1.17. */
    @ParameterizedTest
    @CsvSource({
      "0, 1, 1",
      "1, 1, 0.25",
      "0, 10, 0.07604122161865233",
      "10, 10, 9.5367431640625e-7",
      "250000000, 1000000000, 1"
    })
    void noneAndAllAreAsProbableAsTheyAre(long x, long n, double p) {
      assertThat(ProportionTest.twoSided(x, n, 0.25)).isCloseTo(p, within(1e-13));
    }

    @Test
    void noneAndAllOfAThousandMillionAreImpossible() {
      assertThat(ProportionTest.twoSided(0, MANY, 0.25)).isBetween(0.0, 1e-300);
      assertThat(ProportionTest.twoSided(MANY, MANY, 0.25)).isBetween(0.0, 1e-300);
    }

    @Test
    void noneAgainstAllIsTheRarestSplit() {
      // 2/C(20, 10)
      assertThat(RateTest.of(Ratio.of(0, 10), Ratio.of(10, 10)).pValue())
          .isCloseTo(2 / 184_756.0, within(1e-18));
      assertThat(RateTest.of(Ratio.of(0, MANY), Ratio.of(MANY, MANY)).pValue()).isZero();
      assertThat(RateTest.of(Ratio.of(0, MANY), Ratio.of(MANY, MANY)).z().orElseThrow())
          .isCloseTo(-Math.sqrt(2.0 * MANY), within(1e-9));
    }

    @Test
    void aThousandMillionThatAreAlikeDoNotDiffer() {
      RateTest test = RateTest.of(Ratio.of(MANY / 4, MANY), Ratio.of(MANY / 4, MANY));

      assertThat(test.z()).hasValue(0);
      assertThat(test.pValue()).isEqualTo(1);
    }

    @Test
    void noTrialHasNoFunnelLimits() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FunnelLimits.exactBinomial(0.3, 0, 0.025))
          .withMessageContaining("from 1 to 1000000000");
    }

    @Test
    void aSingleTrialIsNoAlarmEitherWayButWhereTheTargetIsNearlyCertain() {
      FunnelLimits one = FunnelLimits.exactBinomial(0.3, 1, 0.025);

      // interpolated between 0, at or below which lies 0.7, and 1
      assertThat(one.lower()).isLessThan(0);
      assertThat(one.upper()).isCloseTo((1 - 0.025 / 0.3), within(1e-12));
      assertThat(one.contains(0)).isTrue();
    }

    @Test
    void aThousandMillionTrialsLeaveChanceLittle() {
      FunnelLimits many = FunnelLimits.exactBinomial(0.3, MANY, 0.025);
      double margin = 1.959964 * Math.sqrt(0.21 / MANY);

      assertThat(many.lower()).isCloseTo(0.3 - margin, within(1e-9));
      assertThat(many.upper()).isCloseTo(0.3 + margin, within(1e-9));
    }
  }

  @Nested
  class OfMeans {
    @Test
    void equalValuesDifferByWhatTheyDoWithoutATest() {
      for (double other : new double[] {0.1, 0.4}) {
        MeanTest test =
            MeanTest.of(Unit.DAYS, new double[] {other, other}, new double[] {0.1, 0.1, 0.1});

        assertThat(test.difference(0.95)).isEqualTo(Measure.of(other - 0.1, Unit.DAYS, 5));
        assertThat(test.reason()).contains(NoData.TOO_FEW);
        assertThat(test.welch()).isEmpty();
        assertThat(test.pooled()).isEmpty();
        assertThat(test.effectSize()).isEmpty();
      }
    }

    @Test
    void ranksOfASingleValueEachAreAsLikelyEitherWay() {
      RankTest test = RankTest.of(new double[] {1}, new double[] {2});

      assertThat(test.u()).isZero();
      assertThat(test.delta()).isEqualTo(-1);
      assertThat(test.z()).hasValue(-1);
      assertThat(test.zCorrected()).hasValue(0.0);
      assertThat(test.pValue()).isEqualTo(1);
    }
  }

  @Nested
  class OfPeers {
    @Test
    void oneUnitIsAsExpectedOfItself() {
      IndirectStandardisation one = standardised(3, 10);

      assertThat(one.expected(0)).isEqualTo(3);
      assertThat(one.ratio(0, 0.95).value()).isEqualTo(1);
      assertThat(one.rate(0, 0.95))
          .isEqualTo(ProportionInterval.WILSON.measure(Ratio.of(3, 10), 0.95));
    }

    @Test
    void oneUnitThatWonNothingHasNoRatio() {
      IndirectStandardisation one = standardised(0, 10);

      assertThat(one.expected(0)).isZero();
      assertThat(one.expectedRate(0)).isEqualTo(Measure.of(0, Unit.RATIO, 10));
      assertThat(one.ratio(0, 0.95))
          .isEqualTo(Measure.noData(Unit.RATIO, 10, NoData.NOTHING_OBSERVED));
      assertThat(one.rate(0, 0.95))
          .isEqualTo(Measure.noData(Unit.RATIO, 10, NoData.NOTHING_OBSERVED));
    }

    @Test
    void oneUnitThatWonEverythingReachesToOne() {
      assertThat(standardised(10, 10).rate(0, 0.95).interval())
          .contains(ProportionInterval.WILSON.of(10, 10, 0.95));
    }

    @Test
    void aThousandMillionTrialsAreTheirShare() {
      Measure rate = standardised(MANY / 4, MANY).rate(0, 0.95);

      assertThat(rate.value()).isEqualTo(0.25);
      assertThat(rate.interval().orElseThrow().width())
          .isCloseTo(ProportionInterval.WILSON.of(MANY / 4, MANY, 0.95).width(), within(1e-14));
    }

    @Test
    void nobodyIsNothingOfNothing() {
      IndirectStandardisation nobody =
          IndirectStandardisation.ofRates(0, 0, new int[0], new int[0], new long[0], new long[0]);

      assertThat(nobody.units()).isZero();
      assertThat(nobody.overall()).isEqualTo(Ratio.NONE);
    }

    private IndirectStandardisation standardised(long won, long closed) {
      return IndirectStandardisation.ofRates(
          1, 1, new int[1], new int[1], new long[] {won}, new long[] {closed});
    }

    @Test
    void twoOfAThousandMillionTrialsEachSpreadByAllThatTheyDiffer() {
      // z² = (1/8)²·n/(θ(1-θ)) of both, with θ = 3/8; then τ² is half the squared difference, 1/32
      Overdispersion peers =
          Overdispersion.ofRates(new long[] {MANY / 4, MANY / 2}, new long[] {MANY, MANY}, 0);

      assertThat(peers.phi()).isCloseTo(MANY / 15.0, within(1e-6));
      assertThat(peers.tauSquared()).isCloseTo(1 / 32.0, within(1e-9));
      assertThat(peers.limits(MANY, 0.025, Model.ADDITIVE).upper())
          .isCloseTo(0.375 + 1.959964 * Math.sqrt(1 / 32.0), within(1e-6));
    }
  }

  /** Yekutieli's factor of four tests is 1 + 1/2 + 1/3 + 1/4 = 25/12. */
  @ParameterizedTest
  @CsvSource({
    "BENJAMINI_HOCHBERG, 0.01",
    "BENJAMINI_YEKUTIELI, 0.0208333333333333",
    "HOLM, 0.04",
    "HOCHBERG, 0.01",
    "BONFERRONI, 0.04"
  })
  void equalPValuesAreAdjustedAlike(MultipleTesting method, double adjusted) {
    for (double p : method.adjust(0.01, 0.01, 0.01, 0.01)) {
      assertThat(p).isCloseTo(adjusted, within(1e-15));
    }
  }

  @Nested
  class OfPlans {
    @Test
    void noAndOneObservationDetectNoDifference() {
      for (long n : new long[] {0, 1}) {
        assertThat(DetectableDifference.aboveRate(0.3, n, 0.05, 0.8)).isEmpty();
        assertThat(DetectableDifference.belowRate(0.3, n, 0.05, 0.8)).isEmpty();
        assertThat(DetectableDifference.aboveOtherRate(0.3, n, 0.05, 0.8)).isEmpty();
        assertThat(DetectableDifference.ofMean(n, 0.05, 0.8)).isEmpty();
        assertThat(DetectableDifference.ofTwoMeans(n, 0.05, 0.8)).isEmpty();
      }
    }

    @Test
    void nothingIsMissingOfNothingAndNothingBeyondEnough() {
      assertThat(SampleSize.missing(0, 0)).isZero();
      assertThat(SampleSize.missing(10, MANY)).isZero();
      assertThat(SampleSize.missing(MANY, 0)).isEqualTo(MANY);
    }
  }

  @Nested
  class OfStrata {
    @Test
    void noneAndEmptyOnesHaveNoVerdict() {
      for (ImmutableList<Ratio> strata :
          ImmutableList.of(ImmutableList.<Ratio>of(), ImmutableList.of(Ratio.NONE))) {
        SimpsonsParadox nothing = SimpsonsParadox.of(strata, strata);

        assertThat(nothing.whole().direction()).isEmpty();
        assertThat(nothing.verdict()).isEmpty();
        assertThat(nothing.isReversed()).isFalse();
      }
    }

    @Test
    void equalRatesInAllAreConsistentWhateverTheirNumber() {
      ImmutableList<Ratio> strata =
          ImmutableList.of(Ratio.of(MANY / 2, MANY), Ratio.of(MANY, MANY));

      assertThat(SimpsonsParadox.of(strata, strata).verdict()).contains(Verdict.CONSISTENT);
      assertThat(SimpsonsParadox.of(strata.subList(0, 1), strata.subList(0, 1)).verdict())
          .contains(Verdict.CONSISTENT);
    }
  }
}
