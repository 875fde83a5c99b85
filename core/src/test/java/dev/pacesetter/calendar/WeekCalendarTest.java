package dev.pacesetter.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekCalendarTest {
  private static final FiscalCalendar RETAIL = Calendars.RETAIL;
  private static final FiscalCalendar THIRTEEN = Calendars.THIRTEEN;

  private static FiscalCalendar of(WeekYear year) {
    return FiscalCalendar.ofWeeks(year, ZoneOffset.UTC);
  }

  private static List<Integer> weeks(ImmutableList<Period> periods) {
    return periods.stream().map(period -> period.days() / 7).toList();
  }

  /** The calendar of the National Retail Federation: nrf.com/resources/4-5-4-calendar. */
  @Nested
  class OfAmericanRetail {
    @Test
    void hasAFiftyThirdWeekInTheYearsThatAreListed() {
      assertThat(
              IntStream.rangeClosed(1999, 2027)
                  .filter(year -> RETAIL.period("FY" + year).days() == 53 * 7))
          .containsExactly(2000, 2006, 2012, 2017, 2023);
    }

    @ParameterizedTest
    @CsvSource({
      "FY2017, 2017-01-29, 2018-02-04",
      "FY2018, 2018-02-04, 2019-02-03",
      "FY2022, 2022-01-30, 2023-01-29",
      "FY2023, 2023-01-29, 2024-02-04",
      "FY2023-H1, 2023-01-29, 2023-07-30",
      "FY2023-Q4, 2023-10-29, 2024-02-04",
      "FY2023-01, 2023-01-29, 2023-02-26",
      "FY2023-02, 2023-02-26, 2023-04-02",
      "FY2023-12, 2023-12-31, 2024-02-04",
      "FY2023-W01, 2023-01-29, 2023-02-05",
      "FY2023-W53, 2024-01-28, 2024-02-04",
      "FY2024-W01, 2024-02-04, 2024-02-11"
    })
    void turnsOnTheSaturdayNearestToTheEndOfJanuary(String name, LocalDate start, LocalDate end) {
      assertThat(RETAIL.period(name)).returns(start, Period::start).returns(end, Period::end);
    }

    @Test
    void gathersFourFiveAndFourWeeks() {
      assertThat(weeks(RETAIL.monthsOf(RETAIL.period("FY2022"))))
          .containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4);
      assertThat(weeks(RETAIL.monthsOf(RETAIL.period("FY2023"))))
          .as("the last month takes the 53rd week")
          .containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5);
    }

    @Test
    void hasPeriodsAcrossNewYear() {
      Period week = RETAIL.periodOf(PeriodKind.WEEK, LocalDate.of(2024, 1, 1));
      assertThat(week).hasToString("FY2023-W49");
      assertThat(week.start()).isEqualTo("2023-12-31");
      assertThat(RETAIL.periodOf(PeriodKind.MONTH, LocalDate.of(2024, 1, 31)))
          .hasToString("FY2023-12");
    }
  }

  /** Certinia Accounting, "What is a 4,4,5 calendar": the periods of 2010. */
  @ParameterizedTest
  @CsvSource({
    "01, 2010-01-03, 2010-01-30",
    "02, 2010-01-31, 2010-02-27",
    "03, 2010-02-28, 2010-04-03",
    "04, 2010-04-04, 2010-05-01",
    "06, 2010-05-30, 2010-07-03",
    "09, 2010-08-29, 2010-10-02",
    "12, 2010-11-28, 2011-01-01"
  })
  void gathersFourFourAndFiveWeeks(String month, LocalDate first, LocalDate last) {
    FiscalCalendar calendar =
        of(WeekYear.endingNearest(SATURDAY, DECEMBER, WeekPattern.FOUR_FOUR_FIVE));
    assertThat(calendar.period("FY2010-" + month))
        .returns(first, Period::start)
        .returns(last, Period::lastDay);
    assertThat(calendar.period("FY2010").lastDay())
        .as("it ends with December, also on the first of January")
        .isEqualTo("2011-01-01");
  }

  /** The year ends of the article "4–4–5 calendar" for an end in August. */
  @ParameterizedTest
  @CsvSource({
    "FY2006, 2006-08-26, 2006-09-02",
    "FY2007, 2007-08-25, 2007-09-01",
    "FY2008, 2008-08-30, 2008-08-30",
    "FY2009, 2009-08-29, 2009-08-29",
    "FY2011, 2011-08-27, 2011-09-03",
    "FY2012, 2012-08-25, 2012-09-01",
    "FY2013, 2013-08-31, 2013-08-31"
  })
  void endsOnTheLastOrTheNearestSaturday(String year, LocalDate last, LocalDate nearest) {
    assertThat(
            of(WeekYear.endingOnLast(SATURDAY, AUGUST, WeekPattern.FOUR_FOUR_FIVE))
                .period(year)
                .lastDay())
        .isEqualTo(last);
    assertThat(
            of(WeekYear.endingNearest(SATURDAY, AUGUST, WeekPattern.FOUR_FOUR_FIVE))
                .period(year)
                .lastDay())
        .isEqualTo(nearest);
  }

  @Test
  void givesThe53rdWeekToTheMonthThatIsToTakeIt() {
    WeekYear year = WeekYear.endingNearest(SATURDAY, JANUARY, WeekPattern.FIVE_FOUR_FOUR);
    FiscalCalendar calendar = of(year.withLongMonth(11)).namedAfterStart();
    assertThat(weeks(calendar.monthsOf(calendar.period("FY2023"))))
        .containsExactly(5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5, 4);
    assertThat(weeks(calendar.monthsOf(calendar.period("FY2024"))))
        .containsExactly(5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> year.withLongMonth(13))
        .withMessage(
            "the month that takes the 53rd week is 13; a year of 5-4-4 has the months 1 to 12");
  }

  @Nested
  class OfThirteenPeriods {
    @Test
    void hasQuartersOfThreeAndOneOfFour() {
      assertThat(THIRTEEN.monthsAYear()).isEqualTo(13);
      assertThat(
              THIRTEEN.partsOf(THIRTEEN.period("FY2026"), PeriodKind.QUARTER).stream()
                  .map(quarter -> THIRTEEN.monthsOf(quarter).size()))
          .containsExactly(3, 3, 3, 4);
      assertThat(THIRTEEN.monthsOf(THIRTEEN.period("FY2026-Q4")))
          .extracting(Period::name)
          .containsExactly("FY2026-P10", "FY2026-P11", "FY2026-P12", "FY2026-P13");
    }

    @Test
    void hasHalvesOfTwoQuartersOfUnequalLength() {
      assertThat(THIRTEEN.monthsOf(THIRTEEN.period("FY2026-H1"))).hasSize(6);
      assertThat(THIRTEEN.monthsOf(THIRTEEN.period("FY2026-H2"))).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
      "FY2026-P14, its period must be P01 to P13",
      "FY2026-P00, its period must be P01 to P13",
      "FY2026-W53, its week must be W01 to W52"
    })
    void saysWhichPeriodsAYearHas(String name, String allowed) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> THIRTEEN.period(name))
          .withMessage("period is '%s'; %s", name, allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2026-07", "FY2026-P7", "FY2026-w01"})
    void saysWhatPeriodsAreCalled(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> THIRTEEN.period(name))
          .withMessage(
              "period is '%s'; allowed are FY2026, FY2026-H1, FY2026-Q3, FY2026-P07, FY2026-W31"
                  + " and 2026-W31",
              name);
    }
  }

  @Nested
  class TheTree {
    @Test
    void leadsFromAWeekUpToItsYear() {
      Period month = RETAIL.parentOf(RETAIL.period("FY2023-W53")).orElseThrow();
      Period quarter = RETAIL.parentOf(month).orElseThrow();
      Period half = RETAIL.parentOf(quarter).orElseThrow();
      Period year = RETAIL.parentOf(half).orElseThrow();
      assertThat(List.of(month, quarter, half, year))
          .extracting(Period::name)
          .containsExactly("FY2023-12", "FY2023-Q4", "FY2023-H2", "FY2023");
      assertThat(RETAIL.parentOf(year)).isEmpty();
    }

    @Test
    void leadsFromAMonthDownToItsWeeks() {
      assertThat(RETAIL.childrenOf(RETAIL.period("FY2023-12")))
          .extracting(Period::name)
          .containsExactly("FY2023-W49", "FY2023-W50", "FY2023-W51", "FY2023-W52", "FY2023-W53");
      assertThat(RETAIL.childrenOf(RETAIL.period("FY2023-W49"))).isEmpty();
    }

    @Test
    void refusesAPeriodOfAnotherCalendar() {
      Period foreign = THIRTEEN.period("FY2023-Q1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RETAIL.parentOf(foreign))
          .withMessageContaining("FY2023-Q1 [2022-06-27, 2022-09-19) is no period of the fiscal");
    }
  }

  @Nested
  class IsoWeeks {
    private final FiscalCalendar months = FiscalCalendar.startingIn(Month.JULY, ZoneOffset.UTC);

    /** ISO 8601: week 1 is the one with the first Thursday. */
    @ParameterizedTest
    @CsvSource({
      "2026-W01, 2025-12-29",
      "2026-W53, 2026-12-28",
      "2027-W01, 2027-01-04",
      "2020-W53, 2020-12-28",
      "2021-W01, 2021-01-04"
    })
    void areKnownToEveryCalendar(String name, LocalDate monday) {
      for (FiscalCalendar calendar : List.of(months, RETAIL, THIRTEEN)) {
        assertThat(calendar.period(name)).returns(monday, Period::start).returns(7, Period::days);
        assertThat(calendar.periodOf(PeriodKind.ISO_WEEK, monday.plusDays(6))).hasToString(name);
      }
    }

    @Test
    void areNoPartOfAnotherPeriod() {
      Period week = months.period("2026-W53");
      assertThat(months.parentOf(week)).isEmpty();
      assertThat(months.childrenOf(months.period("FY2026-07"))).isEmpty();
      assertThat(months.partsOf(week, PeriodKind.ISO_WEEK)).containsExactly(week);
    }

    @Test
    void areAnsweredByTheLastWeekOfAShorterYear() {
      assertThat(months.yearBefore(months.period("2026-W53"))).hasToString("2025-W52");
      assertThat(months.fiftyTwoWeeksBefore(months.period("2027-W01"))).hasToString("2026-W02");
    }

    @Test
    void areRefusedWhereTheYearHasNoSuchWeek() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> months.period("2025-W53"))
          .withMessage("period is '2025-W53'; its week must be W01 to W52");
    }
  }

  @Nested
  class AYearAfterAFiftyThirdWeek {
    @ParameterizedTest
    @CsvSource({
      "FY2023-W53, FY2022-W52",
      "FY2024-W01, FY2023-W01",
      "FY2024-Q1, FY2023-Q1",
      "FY2024, FY2023"
    })
    void isHeldAgainstTheSameNumber(String name, String before) {
      assertThat(RETAIL.yearBefore(RETAIL.period(name))).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({
      "FY2024-W01, FY2023-W02",
      "FY2024-W52, FY2023-W53",
      "FY2023-W53, FY2023-W01",
      "FY2024-Q1, 2023-02-05/2023-05-07",
      "FY2024, 2023-02-05/2024-02-04"
    })
    void isFairlyHeldAgainstTheSameWeeks(String name, String before) {
      assertThat(RETAIL.fiftyTwoWeeksBefore(RETAIL.period(name))).hasToString(before);
    }

    @Test
    void looksBackOnThatWholeYear() {
      Period back = RETAIL.yearUpTo(RETAIL.period("FY2024").start());
      assertThat(back.days()).isEqualTo(53 * 7);
      assertThat(RETAIL.yearUpTo(RETAIL.period("FY2023-W53").start()).days())
          .as("up to the 53rd week, 52 weeks")
          .isEqualTo(52 * 7);
    }
  }

  @Nested
  class Naming {
    @Test
    void followsTheEndOrTheStartOfAYear() {
      FiscalCalendar july = FiscalCalendar.startingIn(Month.JULY, ZoneOffset.UTC);
      LocalDate day = LocalDate.of(2025, 8, 1);
      assertThat(july.periodOf(PeriodKind.MONTH, day)).hasToString("FY2026-02");
      assertThat(july.namedAfterStart().periodOf(PeriodKind.MONTH, day)).hasToString("FY2025-02");
    }

    @Test
    void isTheSameWhereTheYearStartsInJanuary() {
      FiscalCalendar january = FiscalCalendar.startingIn(JANUARY, ZoneOffset.UTC);
      assertThat(january.namedAfterStart()).isEqualTo(january);
      FiscalCalendar december =
          of(WeekYear.endingNearest(SATURDAY, DECEMBER, WeekPattern.FOUR_FOUR_FIVE));
      assertThat(december.namedAfterStart()).isEqualTo(december);
      assertThat(december.firstMonth()).isEqualTo(JANUARY);
    }

    @Test
    void endsWithTheYearsOfFourDigits() {
      FiscalCalendar january = FiscalCalendar.startingIn(JANUARY, ZoneOffset.UTC);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.before(january.period("FY0000")))
          .withMessageContaining("names of years go from 0000 to 9999");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.periodOf(PeriodKind.ISO_WEEK, LocalDate.MAX))
          .withMessageContaining("names of years go from 0000 to 9999");
    }
  }

  @Test
  void hasWeeksOnlyWhereYearsAreMadeOfThem() {
    FiscalCalendar months = FiscalCalendar.startingIn(JANUARY, ZoneOffset.UTC);
    assertThat(months.kinds()).doesNotContain(PeriodKind.WEEK);
    assertThat(RETAIL.kinds()).containsExactly(PeriodKind.values());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> months.periodOf(PeriodKind.WEEK, LocalDate.of(2026, 7, 1)))
        .withMessage(
            "the fiscal year from JANUARY has no periods of kind WEEK; it has [YEAR, HALF, QUARTER,"
                + " MONTH, ISO_WEEK]");
  }

  @Test
  void saysWhatItIs() {
    assertThat(RETAIL)
        .hasToString(
            "fiscal year of 4-5-4 ending on the SATURDAY nearest to the end of JANUARY, named"
                + " after its start in America/New_York");
    assertThat(THIRTEEN.weekYear().orElseThrow())
        .hasToString("13 periods ending on the last SUNDAY of JUNE");
  }
}
