package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Business;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DealKpisTest {
  private final Business business = Business.small();
  private final Period quarter = business.period("FY2026-Q1");

  private Measure of(Kpi kpi, Scope scope) {
    return kpi.measure(business.on("2026-06-30"), scope, quarter);
  }

  private Measure ofAna(Kpi kpi) {
    return of(kpi, Scope.person("ana"));
  }

  @Nested
  class WonValue {
    @Test
    void isTheSumOfTheDealsWonInThePeriod() {
      business
          .won("ana", "2025-12-31", 1)
          .won("ana", "2026-01-01", 20)
          .won("ana", "2026-03-31", 300)
          .won("ana", "2026-04-01", 4_000)
          .won("bo", "2026-02-01", 50_000)
          .lost("ana", "2026-02-01");
      assertThat(ofAna(Kpis.WON_VALUE)).isEqualTo(Measure.of(320_00, Unit.MONEY, 2));
      assertThat(ofAna(Kpis.WON_COUNT)).isEqualTo(Measure.of(2, Unit.COUNT, 2));
      assertThat(of(Kpis.WON_VALUE, Scope.team("north")).value()).isEqualTo(50_320_00);
    }

    @Test
    void isZeroForSomebodyWhoWonNothing() {
      business.won("bo", "2026-02-01", 100);
      assertThat(ofAna(Kpis.WON_VALUE)).isEqualTo(Measure.of(0, Unit.MONEY, 0));
    }

    @Test
    void isNoDataWhereNoDealHasAnAmount() {
      business.deal("ana", "2026-01-05").won("2026-02-01");
      assertThat(ofAna(Kpis.WON_VALUE))
          .isEqualTo(Measure.noData(Unit.MONEY, 1, NoData.NOT_RECORDED));
      assertThat(ofAna(Kpis.WON_COUNT).value()).isEqualTo(1);
    }

    @Test
    void isNoDataInAnEmptyBook() {
      assertThat(ofAna(Kpis.WON_VALUE).reason()).hasValue(NoData.NOT_RECORDED);
    }

    @Test
    void staysWithTheOwnerOfTheDayOfWinning() {
      business
          .deal("ana", "2026-01-05")
          .amount("2026-01-05", 100)
          .won("2026-02-01")
          .handedTo("bo", "2026-02-02");
      assertThat(ofAna(Kpis.WON_VALUE).value()).isEqualTo(100_00);
    }

    @Test
    void countsTheDayInTheZoneOfTheCalendar() {
      business
          .fact(
              new SalesEvent.AmountSet(
                  "a", business.noon("2026-03-01"), "late", Business.euros(100)))
          .fact(new SalesEvent.OpportunityWon("w", Instant.parse("2026-03-31T22:30:00Z"), "late"));
      assertThat(of(Kpis.WON_COUNT, Scope.company()).value())
          .as("00:30 on the first of April in Paris")
          .isZero();
    }
  }

  @Nested
  class WinRate {
    @Test
    void isWonOfWonAndLostWithItsWilsonInterval() {
      for (int deal = 0; deal < 10; deal++) {
        business.lost("ana", "2026-02-01");
      }
      business.won("ana", "2026-02-01", 1).won("ana", "2026-02-02", 1);
      business.deal("ana", "2026-01-05");
      Measure rate = ofAna(Kpis.WIN_RATE);
      assertThat(rate.n()).isEqualTo(12);
      assertThat(rate.value()).isEqualTo(2 / 12.0);
      // Wilson (1927) for p = 2/12: (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n), in Python
      Interval interval = rate.interval().orElseThrow();
      assertThat(interval.lower()).isCloseTo(0.04696514218385378, within(1e-9));
      assertThat(interval.upper()).isCloseTo(0.4480308622529734, within(1e-9));
    }

    @Test
    void ofATeamIsTheRatioOfSums() {
      business.won("ana", "2026-02-01", 1);
      business.lost("bo", "2026-02-01").lost("bo", "2026-02-02").lost("bo", "2026-02-03");
      assertThat(of(Kpis.WIN_RATE, Scope.team("north")).value())
          .as("1 of 4, not the mean of 100 % and 0 %")
          .isEqualTo(0.25);
    }

    @Test
    void isNoDataWithoutAClosedDeal() {
      business.won("bo", "2026-02-01", 1).lost("bo", "2026-02-01");
      assertThat(ofAna(Kpis.WIN_RATE))
          .isEqualTo(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED));
    }

    @Test
    void isNoDataWhereLosingIsNotRecorded() {
      for (int deal = 0; deal < 20; deal++) {
        business.won("ana", "2026-02-01", 1);
      }
      assertThat(ofAna(Kpis.WIN_RATE))
          .isEqualTo(Measure.noData(Unit.RATIO, 20, NoData.NOT_RECORDED));
    }

    @Test
    void ofCreatedDealsHasOpenOnesInTheDenominator() {
      business.won("ana", "2026-02-01", 1).lost("ana", "2026-02-01");
      business.deal("ana", "2026-02-01");
      business.deal("ana", "2026-02-01").won("2026-05-01");
      business.deal("ana", "2025-12-01").won("2026-02-01");
      Measure rate = ofAna(Kpis.WIN_RATE_OF_CREATED);
      assertThat(rate.value()).as("created in the quarter: two won of four").isEqualTo(0.5);
      assertThat(rate.n()).isEqualTo(4);
    }
  }

  @Nested
  class AverageWonValue {
    @Test
    void isTheMeanOfTheDealsThatHaveAnAmount() {
      business.won("ana", "2026-02-01", 100).won("ana", "2026-02-01", 300);
      business.deal("ana", "2026-02-01").won("2026-02-02");
      Measure average = ofAna(Kpis.AVERAGE_WON_VALUE);
      assertThat(average.value()).isEqualTo(200_00);
      assertThat(average.n()).isEqualTo(2);
      assertThat(average.interval()).isPresent();
    }

    @Test
    void isNoDataWhereNoneHas() {
      business.deal("ana", "2026-02-01").won("2026-02-02");
      assertThat(ofAna(Kpis.AVERAGE_WON_VALUE))
          .isEqualTo(Measure.noData(Unit.MONEY, 1, NoData.NOT_RECORDED));
    }

    @Test
    void isNoDataWhereNothingIsWon() {
      assertThat(ofAna(Kpis.AVERAGE_WON_VALUE).reason()).hasValue(NoData.NOTHING_OBSERVED);
    }
  }

  @Nested
  class SalesCycle {
    @Test
    void isTheMedianOfTheDaysFromCreationToWinning() {
      business.deal("ana", "2026-01-01").won("2026-01-11");
      business.deal("ana", "2026-01-01").won("2026-01-21");
      business.deal("ana", "2025-09-03").won("2026-02-10");
      business.deal("ana", "2026-01-01").lost("2026-01-02", "");
      assertThat(ofAna(Kpis.SALES_CYCLE).value()).isEqualTo(20);
      assertThat(ofAna(Kpis.SALES_CYCLE).n()).isEqualTo(3);
    }

    @Test
    void survivesAYearThatWasMistyped() {
      business.deal("ana", "0017-01-01").won("2026-01-01");
      assertThat(ofAna(Kpis.SALES_CYCLE).value()).isGreaterThan(700_000);
    }
  }

  @Nested
  class Pipeline {
    @Test
    void isWhatIsOpenAtTheInstantWhateverThePeriod() {
      business.deal("ana", "2026-04-05").amount("2026-04-05", 70);
      business.deal("ana", "2026-04-05").amount("2026-04-05", 30).won("2026-05-01");
      business.deal("ana", "2026-04-05");
      assertThat(ofAna(Kpis.OPEN_COUNT)).isEqualTo(Measure.of(2, Unit.COUNT, 2));
      assertThat(ofAna(Kpis.OPEN_VALUE)).isEqualTo(Measure.of(70_00, Unit.MONEY, 1));
      assertThat(Kpis.OPEN_VALUE.measure(business.on("2026-04-30"), Scope.person("ana"), quarter))
          .isEqualTo(Measure.of(100_00, Unit.MONEY, 2));
    }

    @Test
    void hasNoValueWhereNoOpenDealHasAnAmount() {
      business.deal("ana", "2026-04-05");
      assertThat(ofAna(Kpis.OPEN_VALUE))
          .isEqualTo(Measure.noData(Unit.MONEY, 1, NoData.NOT_RECORDED));
    }

    @Test
    void isEmptyAndNotUnknownWhenEverythingIsClosed() {
      business.won("ana", "2026-02-01", 1);
      assertThat(ofAna(Kpis.OPEN_VALUE)).isEqualTo(Measure.of(0, Unit.MONEY, 0));
    }

    @Test
    void isUnknownWhereNoDealIsRecorded() {
      business.order("ana", "pro", "2026-02-01", 1);
      assertThat(ofAna(Kpis.OPEN_COUNT).reason()).hasValue(NoData.NOT_RECORDED);
      assertThat(ofAna(Kpis.CREATED_COUNT).reason()).hasValue(NoData.NOT_RECORDED);
    }
  }

  @Test
  void newDealsAreCountedWhateverBecameOfThem() {
    business.deal("ana", "2025-12-31");
    business.deal("ana", "2026-01-01");
    business.won("ana", "2026-02-01", 1).lost("ana", "2026-03-31");
    assertThat(ofAna(Kpis.CREATED_COUNT)).isEqualTo(Measure.of(3, Unit.COUNT, 3));
  }

  @Nested
  class Orders {
    @Test
    void areCreditedToWhoeverTookThem() {
      business
          .order("ana", "pro", "2026-01-01", 100)
          .order("ana", "basic", "2026-03-31", 20)
          .order("bo", "pro", "2026-03-31", 3);
      assertThat(ofAna(Kpis.ORDER_VALUE)).isEqualTo(Measure.of(120_00, Unit.MONEY, 2));
      assertThat(of(Kpis.ORDER_LINES, Scope.product("pro")).value()).isEqualTo(2);
    }
  }

  @Test
  void eachMetricKnowsWhichWayItShouldMove() {
    assertThat(Kpis.WON_VALUE.direction()).isEqualTo(Direction.HIGHER);
    assertThat(Kpis.SALES_CYCLE.direction()).isEqualTo(Direction.LOWER);
    assertThat(Kpis.OPEN_COUNT.direction()).isEqualTo(Direction.NEUTRAL);
  }
}
