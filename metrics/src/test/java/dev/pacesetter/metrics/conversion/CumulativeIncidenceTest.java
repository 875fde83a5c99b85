package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CumulativeIncidenceTest {
  static List<Golden> goldenCurves() {
    return Golden.of("survival", "aalen_johansen");
  }

  @ParameterizedTest
  @MethodSource("goldenCurves")
  void agreesWithTheGoldenCurvesAndBothGoldenVariances(Golden golden) {
    CumulativeIncidence curves =
        CumulativeIncidence.of(Observation.table(golden.in("time"), golden.in("status")));
    LifeTable table = curves.table();

    assertThat(table.rows()).isEqualTo(golden.out("time").size());
    for (int row = 0; row < table.rows(); row++) {
      golden.assertClose("time", table.days(row), golden.out("time").get(row));
      assertThat(table.atRisk(row)).isEqualTo(golden.out("nRisk").get(row).asLong());
      assertThat(table.count(WON, row)).isEqualTo(golden.out("nWon").get(row).asLong());
      assertThat(table.count(LOST, row)).isEqualTo(golden.out("nLost").get(row).asLong());
      assertThat(table.count(OPEN, row)).isEqualTo(golden.out("nOpen").get(row).asLong());
      assertClose(golden, "survivalOpen", curves.share(OPEN, row), row);
      assertClose(golden, "cifWon", curves.share(WON, row), row);
      assertClose(golden, "cifLost", curves.share(LOST, row), row);
      assertClose(golden, "varGreenwoodWon", curves.variance(WON, row), row);
      assertClose(golden, "varGreenwoodLost", curves.variance(LOST, row), row);
      assertClose(golden, "seJackknifeWon", Math.sqrt(curves.variance(WON, row)), row);
      assertClose(golden, "seJackknifeLost", Math.sqrt(curves.variance(LOST, row)), row);
    }
  }

  private static void assertClose(Golden golden, String column, double actual, int row) {
    golden.assertClose(column + "[" + row + "]", actual, golden.out(column).get(row));
  }

  /** Golden case 002: won, lost and open after 1, 2 and 3 days. */
  private static LifeTable eightDeals() {
    return LifeTable.ofCounts(
        1, new long[] {1, 2, 3}, new long[] {1, 2, 0}, new long[] {1, 1, 1}, new long[] {1, 0, 1});
  }

  private static CumulativeIncidence curves() {
    return CumulativeIncidence.of(eightDeals());
  }

  @Test
  void theIntervalOfAShareIsThatOfItsComplementaryLogLog() {
    // share 0.425 with variance 0.035046875: k = 1.959964·0.187208/(0.575·0.553385) = 1.153122,
    // limits 1 - 0.575^exp(-k) and 1 - 0.575^exp(k)
    Measure won = curves().at(WON, 2.5);
    Interval interval = won.interval().orElseThrow();

    assertThat(won.value()).isEqualTo(0.425, within(1e-15));
    assertThat(won.n()).isEqualTo(8);
    assertThat(interval.lower()).isCloseTo(0.160270, within(1e-6));
    assertThat(interval.upper()).isCloseTo(0.826776, within(1e-6));
  }

  @Test
  void atAnyAgeEachDealIsWonLostOrOpen() {
    assertThat(curves().at(WON, 0.5)).isEqualTo(Measure.of(0, Unit.RATIO, 8));
    assertThat(curves().at(LOST, 0.5)).isEqualTo(Measure.of(0, Unit.RATIO, 8));
    assertThat(curves().at(OPEN, 0.5)).isEqualTo(Measure.of(1, Unit.RATIO, 8));
    assertThat(curves().at(WON, 3).value()).isCloseTo(0.425, within(1e-15));
    assertThat(curves().at(LOST, 3).value()).isCloseTo(0.425, within(1e-15));
    assertThat(curves().at(OPEN, 3).value()).isCloseTo(0.15, within(1e-15));
  }

  @Test
  void beyondFollowUpTheLastValuesAreRepeated() {
    assertThat(curves().at(WON, Double.POSITIVE_INFINITY)).isEqualTo(curves().at(WON, 3));
    assertThat(eightDeals().isBeyondFollowUp(4)).isTrue();
  }

  @Test
  void aQuantileIsTheFirstAgeAtWhichTheShareIsReached() {
    assertThat(curves().quantile(WON, 0.125).value()).isEqualTo(1);
    assertThat(curves().quantile(WON, 0.126).value()).isEqualTo(2);
  }

  @Test
  void aQuantileThatIsNeverReachedIsNoData() {
    assertThat(curves().quantile(WON, 0.5)).isEqualTo(Measure.noData(Unit.DAYS, 8, NoData.TOO_FEW));
  }

  @Test
  void theLimitsOfAQuantileAreThoseOfTheCurve() {
    // won after 1 day: 0.125 [0.0186, 0.6130]; after 2 days: 0.425 [0.1603, 0.8268]
    assertThat(curves().quantileLower(WON, 0.3)).hasValue(1);
    assertThat(curves().quantileUpper(WON, 0.3)).isEmpty();
    assertThat(curves().quantile(WON, 0.3)).isEqualTo(Measure.of(2, Unit.DAYS, 8));
    assertThat(curves().quantile(WON, 0.14))
        .isEqualTo(Measure.of(2, Unit.DAYS, 8).withInterval(new Interval(1, 2, 0.95)));
  }

  @Test
  void aQuantileIsNotMissedByRounding() {
    // one of ten won each day: the third tenth adds up to 0.30000000000000004 or just below 0.3
    long[] days = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    byte[] ends = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    CumulativeIncidence tenths = CumulativeIncidence.of(LifeTable.ofTicks(1, days, ends, 10));

    for (int tenth = 1; tenth < 10; tenth++) {
      assertThat(tenths.quantile(WON, tenth / 10.0).value()).isEqualTo(tenth);
    }
  }

  @Nested
  class GivenTheAgeReached {
    @Test
    void theChanceToWinIsThatOfTheDealsThatCameSoFar() {
      // five deals are at risk beyond the first day: two are won, one lost, after two days; then
      // one of two is lost
      CumulativeIncidence later = curves().givenOpenAt(1);

      assertThat(later.at(WON, 3).value()).isEqualTo(0.4);
      assertThat(later.at(WON, 3).n()).isEqualTo(5);
      assertThat(later.at(LOST, 3).value()).isCloseTo(0.2 + 0.4 * 0.5, within(1e-15));
      assertThat(later.at(WON, 1)).isEqualTo(Measure.of(0, Unit.RATIO, 5));
      assertThat(later.at(WON, 3).value())
          .isCloseTo(
              (curves().at(WON, 3).value() - curves().at(WON, 1).value())
                  / curves().at(OPEN, 1).value(),
              within(1e-15));
    }

    @Test
    void keepsTheConfidence() {
      assertThat(
              curves()
                  .withConfidence(0.8)
                  .givenOpenAt(1)
                  .at(WON, 2)
                  .interval()
                  .orElseThrow()
                  .confidence())
          .isEqualTo(0.8);
    }

    @Test
    void nobodyCameSoFarIsNoData() {
      assertThat(curves().givenOpenAt(3).at(WON, 10))
          .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
    }
  }

  @Nested
  class WithoutMuchToSee {
    @Test
    void nothingObservedIsNoData() {
      CumulativeIncidence none =
          CumulativeIncidence.of(LifeTable.ofDays(new double[0], new byte[0]));

      assertThat(none.at(WON, 5)).isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.quantile(LOST, 0.5))
          .isEqualTo(Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.quantileLower(WON, 0.5)).isEmpty();
    }

    @Test
    void allStillOpenIsNothingWonWithoutInterval() {
      CumulativeIncidence open =
          CumulativeIncidence.of(LifeTable.ofDays(new double[] {3, 7}, new byte[] {0, 0}));

      assertThat(open.at(WON, 7)).isEqualTo(Measure.of(0, Unit.RATIO, 2));
      assertThat(open.at(OPEN, 7)).isEqualTo(Measure.of(1, Unit.RATIO, 2));
      assertThat(open.quantile(WON, 0.1)).isEqualTo(Measure.noData(Unit.DAYS, 2, NoData.TOO_FEW));
    }

    @Test
    void allEndedAtOnceAreSharesOfCounts() {
      CumulativeIncidence tied =
          CumulativeIncidence.of(
              LifeTable.ofDays(new double[] {4, 4, 4, 4}, new byte[] {1, 2, 1, 1}));

      assertThat(tied.at(WON, 4).value()).isEqualTo(0.75);
      assertThat(tied.variance(WON, 0)).isEqualTo(0.75 * 0.25 / 4);
      assertThat(tied.at(OPEN, 4)).isEqualTo(Measure.of(0, Unit.RATIO, 4));
    }

    @Test
    void allWonEndsAtExactlyOne() {
      // 1/3 three times: the shares are not exact, the last one is
      CumulativeIncidence won =
          CumulativeIncidence.of(
              LifeTable.ofDays(new double[] {1, 2, 3, 3.5}, new byte[] {1, 0, 1, 1}));

      assertThat(won.at(WON, 4)).isEqualTo(Measure.of(1, Unit.RATIO, 4));
      assertThat(won.variance(WON, 3)).isZero();
    }

    @Test
    void oneObservationIsAllOrNothing() {
      CumulativeIncidence lost =
          CumulativeIncidence.of(LifeTable.ofDays(new double[] {7}, new byte[] {2}));

      assertThat(lost.at(LOST, 7)).isEqualTo(Measure.of(1, Unit.RATIO, 1));
      assertThat(lost.at(WON, 7)).isEqualTo(Measure.of(0, Unit.RATIO, 1));
      assertThat(lost.quantile(LOST, 0.5)).isEqualTo(Measure.of(7, Unit.DAYS, 1));
    }
  }

  @Nested
  class Refuses {
    @Test
    void aLevelShareOrAgeThatIsNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> curves().withConfidence(1))
          .withMessageContaining("confidence is 1.0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> curves().quantile(WON, 0))
          .withMessageContaining("quantile is 0.0");
      assertThatIllegalArgumentException().isThrownBy(() -> curves().at(WON, -1));
      assertThatIllegalArgumentException().isThrownBy(() -> curves().givenOpenAt(Double.NaN));
    }

    @Test
    void aQuantileOfWhatIsStillOpen() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> curves().quantile(OPEN, 0.5))
          .withMessageContaining("WON or LOST");
      assertThatIllegalArgumentException().isThrownBy(() -> curves().quantileUpper(OPEN, 0.5));
    }
  }
}
