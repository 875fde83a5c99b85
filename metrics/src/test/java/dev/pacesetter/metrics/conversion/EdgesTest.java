package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.PriorFit.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is answered where there is hardly anything to count, or very much. */
class EdgesTest {
  private static final long MANY = 1_000_000_000;

  @Nested
  class OfAShare {
    /** Upper ends by SciPy 1.17; Wilson's is z²/(n+z²), Clopper and Pearson's 1 - 0.025^(1/n). */
    @ParameterizedTest
    @CsvSource({
      "WILSON, 1, 0.7934506856227626",
      "WILSON, 10, 0.2775327998628892",
      "WILSON, 1000000000, 3.84145880593732e-9",
      "WILSON_CORRECTED, 1, 0.9453792444711481",
      "WILSON_CORRECTED, 10, 0.3445372183069226",
      "WILSON_CORRECTED, 1000000000, 4.789258656526578e-9",
      "CLOPPER_PEARSON, 1, 0.975",
      "CLOPPER_PEARSON, 10, 0.30849710781876083",
      "CLOPPER_PEARSON, 1000000000, 3.6888794473100202e-9",
      "JEFFREYS, 1, 0.8532536836904248",
      "JEFFREYS, 10, 0.21719626750921053",
      "JEFFREYS, 1000000000, 2.5119430898745285e-9",
      "AGRESTI_COULL, 1, 0.832500514520587",
      "AGRESTI_COULL, 10, 0.3208873057505457",
      "AGRESTI_COULL, 1000000000, 4.637050971687057e-9"
    })
    void noSuccessReachesFromZeroAndAllSuccessesReachToOne(
        ProportionInterval method, long n, double upper) {
      Interval none = method.of(0, n, 0.95);
      Interval all = method.of(n, n, 0.95);

      assertThat(none.lower()).isZero();
      assertThat(none.upper()).isCloseTo(upper, within(1e-12 * upper));
      assertThat(all.lower()).isCloseTo(1 - upper, within(1e-15));
      assertThat(all.upper()).isEqualTo(1);
    }
  }

  @Nested
  class OfTwoShares {
    private final Ratio none = Ratio.of(0, 10);
    private final Ratio all = Ratio.of(10, 10);

    /** Widths by SciPy 1.17: Wilson's limits, and z²N/(N-1)/(n + z²N/(N-1)) of the score test. */
    @ParameterizedTest
    @CsvSource({
      "NEWCOMBE, 0.2775327998628892",
      "NEWCOMBE_CORRECTED, 0.3445372183069226",
      "WALD, 0",
      "MIETTINEN_NURMINEN, 0.2879339412820122"
    })
    void noOrAllSuccessesInBothDoNotDiffer(RateDifference method, double margin) {
      for (Ratio both : new Ratio[] {none, all}) {
        Measure difference = method.of(both, both, 0.95);

        assertThat(difference.value()).isZero();
        assertThat(difference.n()).isEqualTo(20);
        assertThat(difference.interval().orElseThrow().lower()).isCloseTo(-margin, within(1e-12));
        assertThat(difference.interval().orElseThrow().upper()).isCloseTo(margin, within(1e-12));
      }
    }

    @ParameterizedTest
    @EnumSource
    void allAgainstNoneDifferByOneAndNoMore(RateDifference method) {
      assertThat(method.of(all, none, 0.95).value()).isEqualTo(1);
      assertThat(method.of(all, none, 0.95).interval().orElseThrow().upper()).isEqualTo(1);
    }

    @Test
    void noSuccessInEitherHasNoQuotientOfShares() {
      assertThat(RateRatio.KATZ.of(none, none, 0.95).reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(RateRatio.KATZ.of(none, none, 0.95).lower()).isEmpty();
      Multiple score = RateRatio.SCORE.of(none, none, 0.95);
      assertThat(score.reason()).contains(NoData.NOTHING_OBSERVED);
      assertThat(score.lower()).hasValue(0);
      assertThat(score.upper()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "10", "1000000000"})
    void allSuccessesInBothAreOnceAsMany(long n) {
      Ratio both = Ratio.of(n, n);
      Multiple katz = RateRatio.KATZ.of(both, both, 0.95);
      assertThat(katz.interval()).contains(new Interval(1, 1, 0.95));

      // at ρ below 1 the likeliest shares are ρ and 1: (1-ρ)² = z²·ρ(1-ρ)/n·N/(N-1)
      double z = 1.959963984540054;
      double excess = z * z / n * (2.0 * n / (2.0 * n - 1));
      Multiple score = RateRatio.SCORE.of(both, both, 0.95);
      assertThat(score.value()).hasValue(1);
      assertThat(1 - score.lower().orElseThrow()).isCloseTo(excess / (1 + excess), within(1e-15));
      assertThat(score.upper().orElseThrow() - 1).isCloseTo(excess, within(1e-14 * (1 + excess)));
    }

    @Test
    void noOrAllSuccessesInBothHaveNoQuotientOfOddsButThatOfHalves() {
      for (Ratio both : new Ratio[] {none, all}) {
        assertThat(OddsRatio.WOOLF.of(both, both, 0.95).reason()).contains(NoData.NOTHING_OBSERVED);
        assertThat(OddsRatio.WOOLF.of(both, both, 0.95).lower()).isEmpty();
        assertThat(OddsRatio.EXACT.of(both, both, 0.95).reason()).contains(NoData.TOO_FEW);
        // every cell is ½ or 10½: the error of the logarithm is √(2/½ + 2/10½)
        Multiple haldane = OddsRatio.HALDANE.of(both, both, 0.95);
        assertThat(haldane.value()).hasValue(1);
        assertThat(Math.log(haldane.upper().orElseThrow()))
            .isCloseTo(1.959963984540054 * Math.sqrt(4 + 2 / 10.5), within(1e-12));
      }
    }

    @Test
    void noneAgainstAllHaveOddsOfZeroAndAnExactUpperLimit() {
      // SciPy 1.17: the odds at which no success of ten in either group has probability 0.025
      Multiple exact = OddsRatio.EXACT.of(none, all, 0.95);

      assertThat(exact.value()).hasValue(0);
      assertThat(exact.lower()).hasValue(0);
      assertThat(exact.upper().orElseThrow()).isCloseTo(0.08980013602817505, within(1e-12));
      assertThat(OddsRatio.WOOLF.of(none, all, 0.95).value()).hasValue(0);
      assertThat(OddsRatio.WOOLF.of(none, all, 0.95).upper()).isEmpty();
    }

    @Test
    void withoutTrialsOnlyTheAddedHalvesAnswer() {
      // all four cells are ½
      Multiple haldane = OddsRatio.HALDANE.of(Ratio.NONE, Ratio.NONE, 0.95);

      assertThat(haldane.value()).hasValue(1);
      assertThat(haldane.n()).isZero();
      assertThat(Math.log(haldane.upper().orElseThrow()))
          .isCloseTo(1.959963984540054 * Math.sqrt(8), within(1e-12));
      assertThat(OddsRatio.WOOLF.of(Ratio.NONE, Ratio.NONE, 0.95).reason())
          .contains(NoData.NOTHING_OBSERVED);
    }
  }

  @Nested
  class OfAThousandMillionDeals {
    // a quarter won and a quarter lost on day 10, the others open for 20 days
    private final LifeTable table =
        LifeTable.ofCounts(
            1,
            new long[] {10, 20},
            new long[] {MANY / 4, 0},
            new long[] {MANY / 4, 0},
            new long[] {0, MANY / 2});

    @Test
    void curvesAreTheirShares() {
      SurvivalCurve open = SurvivalCurve.of(table);
      CumulativeIncidence ends = CumulativeIncidence.of(table);

      assertThat(open.at(10).value()).isEqualTo(0.5);
      assertThat(open.variance(0).orElseThrow()).isCloseTo(0.25 / MANY, within(1e-21));
      assertThat(open.quantile(0.25).value()).isEqualTo(10);
      assertThat(ends.at(End.WON, 10).value()).isEqualTo(0.25);
      assertThat(ends.variance(End.WON, 0)).isCloseTo(0.25 * 0.75 / MANY, within(1e-21));
    }

    @Test
    void groupsThatAreAlikeDoNotDiffer() {
      assertThat(CurveTest.logRank(table, table).chiSquare()).hasValue(0);
      assertThat(CurveTest.petoPeto(table, table).pValue()).hasValue(1);
      assertThat(CurveTest.gray(End.WON, table, table).pValue()).hasValue(1);
    }
  }

  @Nested
  class OfPeers {
    @ParameterizedTest
    @CsvSource({
      "0, 0, 0.25, 1", "0, 10, 0.1111111111111111, 0.4444444444444444",
      "10, 10, 0.6666666666666666, 0.4444444444444444",
          "0, 1, 0.2222222222222222, 0.8888888888888888"
    })
    void theOwnRecordIsAddedToThatOfThePrior(long x, long n, double mean, double shrinkage) {
      Posterior posterior = new BetaPrior(2, 6).posterior(x, n);

      assertThat(posterior.mean()).isCloseTo(mean, within(1e-15));
      assertThat(posterior.shrinkage()).isCloseTo(shrinkage, within(1e-15));
      assertThat(posterior.measure(0.95).n()).isEqualTo(n);
    }

    @Test
    void withoutARecordThePriorRemains() {
      // SciPy 1.17: beta.ppf([0.025, 0.975], 2, 6) and gamma.ppf([0.025, 0.975], 2)/10
      Interval share = new BetaPrior(2, 6).posterior(0, 0).interval(0.95);
      Interval rate = new GammaPrior(2, 10).posterior(0, 0).interval(0.95);

      assertThat(share.lower()).isCloseTo(0.03669257, within(5e-9));
      assertThat(share.upper()).isCloseTo(0.5787232, within(5e-8));
      assertThat(rate.lower()).isCloseTo(0.02422093, within(5e-9));
      assertThat(rate.upper()).isCloseTo(0.55716434, within(5e-9));
    }

    @Test
    void oneAloneTeachesNoPrior() {
      assertFits(new long[] {3}, new long[] {10}, Outcome.UNDEFINED);
    }

    @Test
    void oneTrialEachTeachesNoPrior() {
      assertFits(new long[] {1, 0, 1}, new long[] {1, 1, 1}, Outcome.UNDEFINED);
    }

    @Test
    void peersWhoAreAllAlikeShowNoSpread() {
      assertFits(new long[] {3, 3, 3}, new long[] {10, 10, 10}, Outcome.NO_OVERDISPERSION);
    }

    private void assertFits(long[] x, long[] n, Outcome byMoments) {
      assertThat(BetaPrior.fitByMoments(x, n).outcome()).isEqualTo(byMoments);
      assertThat(BetaPrior.fitByMoments(x, n).prior()).isEmpty();
      assertThat(BetaPrior.fitByLikelihood(x, n).outcome()).isEqualTo(Outcome.NO_FINITE_MAXIMUM);
      assertThat(BetaPrior.fitByLikelihood(x, n).prior()).isEmpty();
    }

    @Test
    void ratesOfOneAloneOfAllAlikeAndOfNothingTeachNoPrior() {
      assertRateFits(new long[] {3}, new double[] {10}, Outcome.UNDEFINED);
      assertRateFits(new long[] {3, 3}, new double[] {10, 10}, Outcome.NO_OVERDISPERSION);
      assertRateFits(new long[] {0, 0}, new double[] {10, 10}, Outcome.UNDEFINED);
    }

    private void assertRateFits(long[] counts, double[] exposures, Outcome byMoments) {
      assertThat(GammaPrior.fitByMoments(counts, exposures).outcome()).isEqualTo(byMoments);
      assertThat(GammaPrior.fitByLikelihood(counts, exposures).outcome())
          .isEqualTo(Outcome.NO_FINITE_MAXIMUM);
    }

    @Test
    void aThousandMillionTrialsOutweighThePrior() {
      Measure share = new BetaPrior(2, 6).posterior(MANY / 4, MANY).measure(0.95);
      Measure rate = new GammaPrior(2, 10).posterior(MANY, MANY).measure(0.95);

      assertThat(share.value()).isCloseTo(0.25, within(1e-9));
      assertThat(share.interval().orElseThrow().upper())
          .isCloseTo(0.25 + 1.959964 * Math.sqrt(0.1875 / MANY), within(1e-8));
      assertThat(rate.value()).isCloseTo(1, within(1e-8));
      assertThat(rate.interval().orElseThrow().upper())
          .isCloseTo(1 + 1.959964 / Math.sqrt(MANY), within(1e-8));
    }
  }

  @Test
  void anEmptyTableHasNoRowsAndAddsNothing() {
    LifeTable none = LifeTable.ofTicks(1, new long[0], new byte[0], 0);
    LifeTable one = LifeTable.ofTicks(1, new long[] {3}, new byte[] {End.WON.code()}, 1);

    assertThat(none.n()).isZero();
    assertThat(none.rows()).isZero();
    assertThat(none.plus(one)).isEqualTo(one);
  }

  @Test
  void aDealThatWasWonAtOnceIsAllThereIs() {
    byte[] won = {End.WON.code()};
    StageHistory history = StageHistory.ofTicks(1, new long[] {0}, new long[] {0}, won, 1);

    assertThat(history.n()).isEqualTo(1);
    assertThat(history.winChance(0).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(history.stallLimit(0.5).unit()).isEqualTo(Unit.DAYS);
  }
}
