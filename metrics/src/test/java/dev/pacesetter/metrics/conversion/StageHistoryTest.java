package dev.pacesetter.metrics.conversion;

import static dev.pacesetter.metrics.conversion.End.LOST;
import static dev.pacesetter.metrics.conversion.End.OPEN;
import static dev.pacesetter.metrics.conversion.End.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StageHistoryTest {
  private static Interval interval(Measure measure) {
    return measure.interval().orElseThrow();
  }

  /** Went on after two days and were won or lost later, or ended in the stage, or are there. */
  private static StageHistory sixDeals() {
    return StageDeal.history(
        List.of(
            new StageDeal(2, 10, WON),
            new StageDeal(2, 6, LOST),
            new StageDeal(5, 9, WON),
            new StageDeal(5, 8, LOST),
            new StageDeal(7, 7, LOST),
            new StageDeal(9, 12, WON)));
  }

  @Nested
  class TheChanceToWin {
    @Test
    void isThatOfTheDealsThatSatInTheStageSoLong() {
      // longer than two days there: won, lost, lost, won
      assertThat(sixDeals().winChance(2).value()).isEqualTo(0.5);
      assertThat(sixDeals().winChance(2).n()).isEqualTo(4);
      assertThat(sixDeals().winChance(1.9).n()).isEqualTo(6);
      assertThat(sixDeals().winChance(8)).isEqualTo(oneWon());
    }

    /** The Wilson limit of one success in one trial at 95 % is 1/(1 + 1.96²). */
    private Measure oneWon() {
      return Measure.of(1, Unit.RATIO, 1).withInterval(ProportionInterval.WILSON.of(1, 1, 0.95));
    }

    @Test
    void withinATimeCountsWhatIsWonByThen() {
      // won at ages 9 and 12 of four that sat there for more than two days
      assertThat(sixDeals().winChance(2, 6.9).value()).isZero();
      assertThat(sixDeals().winChance(2, 7).value()).isEqualTo(0.25);
      assertThat(sixDeals().winChance(2, 10).value()).isEqualTo(0.5);
      assertThat(sixDeals().winChance(2, 500)).isEqualTo(sixDeals().winChance(2, 10));
    }

    @Test
    void hasWilsonsIntervalWhenEveryDealIsDecided() {
      Interval wilson = ProportionInterval.WILSON.of(3, 6, 0.8);
      Interval actual = interval(sixDeals().withConfidence(0.8).winChance(0));

      assertThat(actual.lower()).isCloseTo(wilson.lower(), within(1e-12));
      assertThat(actual.upper()).isCloseTo(wilson.upper(), within(1e-12));
      assertThat(actual.confidence()).isEqualTo(0.8);
    }

    @Test
    void isNoDataWhereNobodySatSoLong() {
      assertThat(sixDeals().winChance(9))
          .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
      assertThat(sixDeals().winChance(9, 1))
          .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
    }

    @Test
    void isNoDataBeyondFollowUpWhileSomeAreUndecided() {
      StageHistory open =
          StageDeal.history(
              List.of(
                  new StageDeal(3, 5, WON), new StageDeal(4, 4, LOST), new StageDeal(6, 8, OPEN)));

      assertThat(open.winChance(0, 8).value()).isCloseTo(1 / 3.0, within(1e-15));
      assertThat(open.winChance(0, 8.1)).isEqualTo(Measure.noData(Unit.RATIO, 3, NoData.TOO_FEW));
    }

    @Test
    void inTheEndCountsTheUndecidedAsTheDecidedAndAdmitsBothFates() {
      // a third each won, lost and open
      Measure chance =
          StageDeal.history(
                  List.of(
                      new StageDeal(3, 5, WON),
                      new StageDeal(4, 4, LOST),
                      new StageDeal(6, 8, OPEN)))
              .winChance(0);

      assertThat(chance.value()).isCloseTo(0.5, within(1e-15));
      assertThat(interval(chance).lower())
          .isCloseTo(ProportionInterval.WILSON.of(1, 3, 0.95).lower(), within(1e-12));
      assertThat(interval(chance).upper())
          .isCloseTo(ProportionInterval.WILSON.of(2, 3, 0.95).upper(), within(1e-12));
    }

    @Test
    void isNoDataWhenAllAreOpen() {
      StageHistory open =
          StageDeal.history(List.of(new StageDeal(3, 5, OPEN), new StageDeal(4, 4, OPEN)));

      assertThat(open.winChance(0)).isEqualTo(Measure.noData(Unit.RATIO, 2, NoData.TOO_FEW));
      assertThat(open.winChance(0, 4).value()).isZero();
      assertThat(interval(open.winChance(0, 5)).upper())
          .isCloseTo(ProportionInterval.WILSON.of(0, 1, 0.95).upper(), within(1e-12));
    }

    @Test
    void neverWonIsStillUncertain() {
      StageHistory lost =
          StageDeal.history(List.of(new StageDeal(4, 4, LOST), new StageDeal(4, 4, LOST)));

      assertThat(lost.winChance(0).value()).isZero();
      assertThat(interval(lost.winChance(0)).lower()).isZero();
      assertThat(interval(lost.winChance(0)).upper())
          .isCloseTo(ProportionInterval.WILSON.of(0, 2, 0.95).upper(), within(1e-12));
      assertThat(lost.winChance(4).isPresent()).isFalse();
    }

    @Test
    void ofNobodyIsNoData() {
      StageHistory none = StageDeal.history(List.of());

      assertThat(none.winChance(0))
          .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
      assertThat(none.stallLimit(0.9))
          .isEqualTo(Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED));
    }
  }

  @Nested
  class TheStallLimit {
    @Test
    void staysTellWhoWentOn() {
      LifeTable stays = sixDeals().stays();

      assertThat(stays.total(WON)).isEqualTo(5);
      assertThat(stays.total(LOST)).isEqualTo(1);
      assertThat(stays.total(OPEN)).isZero();
      assertThat(stays.days(3)).isEqualTo(9);
    }

    @Test
    void isTheAgeByWhichTheShareOfThoseWhoWentOnHadLeft() {
      // left after 2, 2, 5, 5 and 9 days; who was lost after 7 does not count
      assertThat(sixDeals().stallLimit(0.4).value()).isEqualTo(2);
      assertThat(sixDeals().stallLimit(0.4).n()).isEqualTo(5);
      assertThat(sixDeals().stallLimit(0.41).value()).isEqualTo(5);
      assertThat(sixDeals().stallLimit(0.8).value()).isEqualTo(5);
      assertThat(sixDeals().stallLimit(0.81).value()).isEqualTo(9);
    }

    @Test
    void takesDealsThatAreStillThereForNeitherGoneNorLost() {
      // days 1 to 5 went on, one a day, and one more was last seen after day 2: it stands for what
      // those seen longer do, so half of all have left after three days, not after two
      StageHistory history =
          StageDeal.history(
              List.of(
                  new StageDeal(1, 9, WON),
                  new StageDeal(2, 9, WON),
                  new StageDeal(2, 2, OPEN),
                  new StageDeal(3, 9, WON),
                  new StageDeal(4, 9, WON),
                  new StageDeal(5, 9, WON)));

      // gone on by 2: 2/6; by 3: 2/6 + 4/6·1/3 = 5/9
      assertThat(history.stallLimit(0.34).value()).isEqualTo(3);
      assertThat(history.stallLimit(0.33).value()).isEqualTo(2);
      assertThat(history.stallLimit(0.56).value()).isEqualTo(4);
    }

    @Test
    void isNoDataForAShareThatFollowUpDoesNotReach() {
      // half went on at once, half are there still
      StageHistory half =
          StageDeal.history(List.of(new StageDeal(1, 3, OPEN), new StageDeal(30, 30, OPEN)));

      assertThat(half.stallLimit(0.5).value()).isEqualTo(1);
      assertThat(half.stallLimit(0.51)).isEqualTo(Measure.noData(Unit.DAYS, 1, NoData.TOO_FEW));
    }

    @Test
    void isNoDataWhenNobodyWentOn() {
      StageHistory stuck =
          StageDeal.history(List.of(new StageDeal(4, 4, LOST), new StageDeal(9, 9, OPEN)));

      assertThat(stuck.stallLimit(0.9)).isEqualTo(Measure.noData(Unit.DAYS, 0, NoData.TOO_FEW));
    }

    @Test
    void hasAnIntervalOnceEnoughWentOn() {
      // Wilson's lower limit of n in n is n/(n + 3.8415): 0.9 is reached from 35 on
      assertThat(wentOnTogether(34).stallLimit(0.9)).isEqualTo(Measure.of(7, Unit.DAYS, 34));
      assertThat(wentOnTogether(35).stallLimit(0.9))
          .isEqualTo(Measure.of(7, Unit.DAYS, 35).withInterval(new Interval(7, 7, 0.95)));
    }

    private static StageHistory wentOnTogether(int n) {
      return StageDeal.history(Collections.nCopies(n, new StageDeal(7, 9, WON)));
    }
  }

  @Test
  void copiesWhatItIsGiven() {
    long[] stays = {1};
    long[] ages = {2};
    byte[] ends = {WON.code()};
    StageHistory history = StageHistory.ofTicks(1, stays, ages, ends, 1);
    stays[0] = 99;
    ends[0] = LOST.code();

    assertThat(history.winChance(0).value()).isEqualTo(1);
    assertThat(history.stays().days(0)).isEqualTo(1);
  }

  @Nested
  class Refuses {
    private static final byte[] WON_ONCE = {1};

    @Test
    void aStayThatIsLongerThanTheAge() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageHistory.ofTicks(1, new long[] {3}, new long[] {2}, WON_ONCE, 1))
          .withMessageContaining("stay 0 is 3 and the age 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageHistory.ofTicks(1, new long[] {-1}, new long[] {2}, WON_ONCE, 1));
    }

    @Test
    void anEndOrNumberThatIsNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageHistory.ofTicks(1, new long[1], new long[1], new byte[] {3}, 1))
          .withMessageContaining("end 0 is 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageHistory.ofTicks(0, new long[1], new long[1], WON_ONCE, 1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StageHistory.ofTicks(1, new long[1], new long[1], WON_ONCE, 2));
    }

    @Test
    void ageShareLevelAndTicksOutOfRange() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sixDeals().winChance(Double.NaN))
          .withMessageContaining("age is NaN");
      assertThatIllegalArgumentException().isThrownBy(() -> sixDeals().winChance(1, -1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sixDeals().stallLimit(1))
          .withMessageContaining("share of 1.0");
      assertThatIllegalArgumentException().isThrownBy(() -> sixDeals().withConfidence(0));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  sixDeals()
                      .plus(StageHistory.ofTicks(2, new long[0], new long[0], new byte[0], 0)))
          .withMessageContaining("1 ticks a day and StageHistory with 2");
    }
  }
}
