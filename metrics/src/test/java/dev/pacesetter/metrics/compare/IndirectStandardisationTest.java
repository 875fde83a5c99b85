package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IndirectStandardisationTest {
  private static final int ANA = 0;
  private static final int BEN = 1;
  private static final int EASY = 0;
  private static final int HARD = 1;

  @Nested
  class WhenMixAloneMakesTheDifference {
    // Both win 8 of 10 easy deals and 2 of 10 hard ones; ana has the hard ones.
    private final IndirectStandardisation rates =
        IndirectStandardisation.ofRates(
            2,
            2,
            new int[] {ANA, ANA, BEN, BEN},
            new int[] {EASY, HARD, EASY, HARD},
            new long[] {8, 18, 72, 2},
            new long[] {10, 90, 90, 10});

    @Test
    void nobodyDiffers() {
      assertThat(rates.observed(ANA)).isEqualTo(Ratio.of(26, 100));
      assertThat(rates.observed(BEN)).isEqualTo(Ratio.of(74, 100));
      assertThat(rates.expected(ANA)).isCloseTo(10 * 0.8 + 90 * 0.2, within(1e-12));
      assertThat(rates.expected(BEN)).isCloseTo(90 * 0.8 + 10 * 0.2, within(1e-12));
      assertThat(rates.ratio(ANA, 0.95).value()).isCloseTo(1, within(1e-12));
      assertThat(rates.rate(ANA, 0.95).value()).isCloseTo(0.5, within(1e-12));
      assertThat(rates.rate(BEN, 0.95).value()).isCloseTo(0.5, within(1e-12));
      assertThat(rates.overall()).isEqualTo(Ratio.of(100, 200));
    }

    @Test
    void theTestIsMadeAgainstTheExpectationOfTheMix() {
      double expected = rates.expectedRate(ANA).value();

      assertThat(ProportionTest.twoSided(26, 100, expected)).isCloseTo(1, within(1e-9));
      assertThat(ProportionTest.twoSided(26, 100, 0.5)).isLessThan(1e-5);
    }

    @Test
    void theIntervalIsThatOfTheOwnRateOverTheExpectedOne() {
      Interval own = ProportionInterval.WILSON.of(26, 100, 0.95);
      Measure ratio = rates.ratio(ANA, 0.95);

      assertThat(ratio.unit()).isEqualTo(Unit.RATIO);
      assertThat(ratio.n()).isEqualTo(100);
      assertThat(ratio.interval().orElseThrow().lower())
          .isCloseTo(own.lower() / 0.26, within(1e-12));
      assertThat(ratio.interval().orElseThrow().upper())
          .isCloseTo(own.upper() / 0.26, within(1e-12));
    }
  }

  @Test
  void standardisesMeans() {
    // Deals of product 0 are worth 100 on average, of product 1 1000; ben sells the large ones.
    IndirectStandardisation means =
        IndirectStandardisation.ofMeans(
            Unit.MONEY,
            2,
            2,
            new int[] {ANA, BEN, BEN},
            new int[] {0, 0, 1},
            new long[] {900, 1_100, 3_000},
            new long[] {10, 10, 3});

    assertThat(means.expected(ANA)).isCloseTo(1_000, within(1e-9));
    assertThat(means.expected(BEN)).isCloseTo(4_000, within(1e-9));
    assertThat(means.ratio(ANA, 0.95).value()).isCloseTo(0.9, within(1e-12));
    assertThat(means.ratio(ANA, 0.95).interval()).isEmpty();
    assertThat(means.expectedRate(ANA)).isEqualTo(Measure.of(100, Unit.MONEY, 10));
    // 0.9 times the overall mean 5000/23
    assertThat(means.rate(ANA, 0.95).value()).isCloseTo(0.9 * 5_000 / 23, within(1e-9));
    assertThat(means.rate(ANA, 0.95).unit()).isEqualTo(Unit.MONEY);
  }

  @Test
  void severalRowsOfOneUnitAndStratumAddUp() {
    IndirectStandardisation rates =
        IndirectStandardisation.ofRates(
            1,
            1,
            new int[] {0, 0, 0},
            new int[] {0, 0, 0},
            new long[] {1, 0, 2},
            new long[] {2, 0, 3});

    assertThat(rates.observed(0)).isEqualTo(Ratio.of(3, 5));
    assertThat(rates.expected(0)).isCloseTo(3, within(1e-12));
  }

  @Test
  void aUnitWithoutTrialsHasNoData() {
    IndirectStandardisation rates =
        IndirectStandardisation.ofRates(
            2, 1, new int[] {0}, new int[] {0}, new long[] {1}, new long[] {2});

    assertThat(rates.units()).isEqualTo(2);
    assertThat(rates.ratio(1, 0.95).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(rates.expectedRate(1).reason()).contains(NoData.NOTHING_OBSERVED);
  }

  @Test
  void whereNobodyWonNothingCanBeCompared() {
    IndirectStandardisation rates =
        IndirectStandardisation.ofRates(
            1, 1, new int[] {0}, new int[] {0}, new long[] {0}, new long[] {7});

    assertThat(rates.ratio(0, 0.95))
        .isEqualTo(Measure.noData(Unit.RATIO, 7, NoData.NOTHING_OBSERVED));
    assertThat(rates.expectedRate(0)).isEqualTo(Measure.of(0, Unit.RATIO, 7));
  }

  @Nested
  class Refuses {
    @Test
    void rowsThatCannotBe() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  IndirectStandardisation.ofRates(
                      1, 1, new int[] {0, 1}, new int[] {0, 0}, new long[2], new long[2]))
          .withMessageContaining("row 1 has unit 1")
          .withMessageContaining("from 0 below 1");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  IndirectStandardisation.ofRates(
                      1, 1, new int[1], new int[1], new long[] {2}, new long[] {1}))
          .withMessageContaining("successes at most the trials");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  IndirectStandardisation.ofMeans(
                      Unit.MONEY, 1, 1, new int[1], new int[1], new long[] {2}, new long[1]))
          .withMessageContaining("no sum without observations");
    }

    @Test
    void columnsOfDifferentLength() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  IndirectStandardisation.ofRates(
                      1, 1, new int[2], new int[1], new long[2], new long[2]))
          .withMessageContaining("2 units, 1 strata");
    }

    @Test
    void unitsThatDoNotExist() {
      IndirectStandardisation none =
          IndirectStandardisation.ofRates(0, 0, new int[0], new int[0], new long[0], new long[0]);

      assertThat(none.overall()).isEqualTo(Ratio.NONE);
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> none.ratio(0, 0.95));
    }

    @Test
    void fewerUnitsThanNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  IndirectStandardisation.ofRates(
                      -1, 3, new int[0], new int[0], new long[0], new long[0]))
          .withMessageContaining("there are -1 units and 3 strata");
    }
  }
}
