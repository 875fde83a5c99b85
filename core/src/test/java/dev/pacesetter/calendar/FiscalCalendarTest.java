package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.testing.Bundles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCalendarTest {
  private final FiscalCalendar january = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private final FiscalCalendar july = FiscalCalendar.startingIn(Month.JULY, ZoneOffset.UTC);

  @Nested
  class Names {
    @ParameterizedTest
    @CsvSource({
      "FY2026, 2026-01-01, 2027-01-01",
      "FY2026-H1, 2026-01-01, 2026-07-01",
      "FY2026-Q3, 2026-07-01, 2026-10-01",
      "FY2026-07, 2026-07-01, 2026-08-01"
    })
    void areThoseOfTheCalendarWhenTheYearStartsInJanuary(
        String name, LocalDate start, LocalDate end) {
      assertThat(january.period(name))
          .returns(start, Period::start)
          .returns(end, Period::end)
          .hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
      "FY2026, 2025-07-01, 2026-07-01",
      "FY2026-Q1, 2025-07-01, 2025-10-01",
      "FY2026-07, 2026-01-01, 2026-02-01"
    })
    void areThoseOfTheYearInWhichItEnds(String name, LocalDate start, LocalDate end) {
      assertThat(july.period(name)).returns(start, Period::start).returns(end, Period::end);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "2026",
          "FY26",
          "FY2026-Q5",
          "FY2026-Q0",
          "FY2026-H0",
          "FY2026-H3",
          "FY2026-P07",
          "FY2026-W31",
          "FY2026-Q03",
          "2026-W7",
          "2026-07",
          "FY2026-7",
          "fy2026",
          " FY2026",
          "FY2026-",
          "FY٢٠٢٦"
        })
    void areRefusedInAnyOtherForm(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.period(name))
          .withMessage(
              "period is '%s'; allowed are FY2026, FY2026-H1, FY2026-Q3, FY2026-07 and 2026-W31",
              name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2026-00", "FY2026-13", "FY2026-99"})
    void areRefusedWithoutSuchAMonth(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.period(name))
          .withMessage("period is '%s'; its month must be 01 to 12", name);
    }

    @Test
    void areTheSameWhateverTheMachineSpeaks() {
      assertThat(
              Bundles.under(
                  Locale.forLanguageTag("ar-EG-u-nu-arab"),
                  () -> january.periodOf(PeriodKind.MONTH, LocalDate.of(2026, 7, 14)).name()))
          .isEqualTo("FY2026-07");
    }
  }

  @Nested
  class Neighbours {
    @ParameterizedTest
    @CsvSource({
      "FY2026, FY2025",
      "FY2026-Q1, FY2025-Q4",
      "FY2026-Q3, FY2026-Q2",
      "FY2026-01, FY2025-12"
    })
    void comeBefore(String name, String before) {
      assertThat(july.before(july.period(name))).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({"FY2026, FY2025", "FY2026-Q3, FY2025-Q3", "FY2024-02, FY2023-02"})
    void lieAYearBefore(String name, String before) {
      assertThat(january.yearBefore(january.period(name))).hasToString(before);
    }
  }

  @Nested
  class Parts {
    @Test
    void areThreeMonthsOfAQuarter() {
      assertThat(july.monthsOf(july.period("FY2026-Q3")))
          .extracting(Period::name)
          .containsExactly("FY2026-07", "FY2026-08", "FY2026-09");
    }

    @Test
    void areThePeriodItselfForItsOwnKind() {
      Period quarter = july.period("FY2026-Q3");
      assertThat(july.partsOf(quarter, PeriodKind.QUARTER)).containsExactly(quarter);
    }

    @Test
    void areNotLongerThanTheWhole() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> july.partsOf(july.period("FY2026-Q3"), PeriodKind.YEAR))
          .withMessageContaining("FY2026-Q3 is a QUARTER")
          .withMessageContaining("YEAR");
    }

    @Test
    void areRefusedForAPeriodOfAnotherCalendar() {
      Period foreign =
          FiscalCalendar.startingIn(Month.FEBRUARY, ZoneOffset.UTC).period("FY2026-Q1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.partsOf(foreign, PeriodKind.QUARTER))
          .withMessageContaining("FY2026-Q1 [2025-02-01, 2025-05-01)")
          .withMessageContaining("is not on the borders");
    }
  }

  @Nested
  class Days {
    private final FiscalCalendar shanghai =
        FiscalCalendar.startingIn(Month.JANUARY, ZoneId.of("Asia/Shanghai"));

    @Test
    void beginAndEndInTheZone() {
      Instant evening = Instant.parse("2026-07-01T16:00:00Z");
      assertThat(shanghai.dayOf(evening)).isEqualTo("2026-07-02");
      assertThat(january.dayOf(evening)).isEqualTo("2026-07-01");
      assertThat(shanghai.startOf(LocalDate.of(2026, 7, 2))).isEqualTo(evening);
      assertThat(shanghai.endOf(LocalDate.of(2026, 7, 1))).isEqualTo(evening.minusNanos(1));
    }

    @Test
    void beginWhenTheClockExistsAgain() {
      FiscalCalendar cairo = FiscalCalendar.startingIn(Month.JANUARY, ZoneId.of("Africa/Cairo"));
      assertThat(cairo.startOf(LocalDate.of(2026, 4, 24)))
          .as("midnight is skipped: the day starts at 01:00, which is 22:00 UTC the day before")
          .isEqualTo("2026-04-23T22:00:00Z");
    }
  }

  /** Days in zones whose clocks change at midnight, and what they do to a period. */
  @Nested
  class DaysOfAChangeOfTheClock {
    private static FiscalCalendar in(String zone) {
      return FiscalCalendar.startingIn(Month.JANUARY, ZoneId.of(zone));
    }

    private static Duration length(FiscalCalendar calendar, LocalDate day) {
      return Duration.between(calendar.startOf(day), calendar.endOf(day)).plusNanos(1);
    }

    /** In São Paulo until 2019 and in Beirut, midnight itself is skipped in spring. */
    @ParameterizedTest
    @CsvSource({
      "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z, 23",
      "Asia/Beirut, 2022-03-27, 2022-03-26T22:00:00Z, 23",
      "Europe/Paris, 2026-03-29, 2026-03-28T23:00:00Z, 23",
      "America/Sao_Paulo, 2018-02-17, 2018-02-17T02:00:00Z, 25",
      "Europe/Paris, 2026-10-25, 2026-10-24T22:00:00Z, 25",
      "Europe/Paris, 2026-10-26, 2026-10-25T23:00:00Z, 24"
    })
    void startWhenTheyBeginAndAreAsLongAsTheyLast(
        String zone, LocalDate day, Instant start, int hours) {
      assertThat(in(zone).startOf(day)).isEqualTo(start);
      assertThat(length(in(zone), day)).isEqualTo(Duration.ofHours(hours));
    }

    /** When clocks go back at midnight, the last hour of the day comes twice and is still of it. */
    @Test
    void ownAnHourThatComesTwice() {
      FiscalCalendar paulo = in("America/Sao_Paulo");
      LocalDate day = LocalDate.of(2018, 2, 17);
      assertThat(paulo.dayOf(Instant.parse("2018-02-18T01:30:00Z"))).isEqualTo(day);
      assertThat(paulo.dayOf(Instant.parse("2018-02-18T02:30:00Z"))).isEqualTo(day);
      assertThat(paulo.dayOf(Instant.parse("2018-02-18T03:00:00Z"))).isEqualTo("2018-02-18");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"America/Sao_Paulo", "Asia/Beirut", "Europe/Paris", "Pacific/Apia", "Z"})
    void followEachOtherWithoutGapThroughAWholePeriod(String zone) {
      FiscalCalendar calendar = in(zone);
      Period year = calendar.period("FY2018");
      year.start()
          .datesUntil(year.end())
          .forEach(
              day -> {
                assertThat(calendar.dayOf(calendar.startOf(day))).isEqualTo(day);
                assertThat(calendar.dayOf(calendar.endOf(day))).isEqualTo(day);
                assertThat(calendar.endOf(day).plusNanos(1))
                    .isEqualTo(calendar.startOf(day.plusDays(1)));
              });
    }
  }

  @Nested
  class LeapDays {
    @Test
    void belongToTheFiscalYearAroundThem() {
      assertThat(july.period("FY2024").days()).isEqualTo(366);
      assertThat(july.period("FY2025").days()).isEqualTo(365);
      assertThat(july.periodOf(PeriodKind.MONTH, LocalDate.of(2024, 2, 29)))
          .hasToString("FY2024-08")
          .returns(29, Period::days);
    }

    @Test
    void areAnsweredByAMonthWithoutOne() {
      assertThat(january.yearBefore(january.period("FY2024-02")))
          .hasToString("FY2023-02")
          .returns(28, Period::days);
      assertThat(january.yearUpTo(LocalDate.of(2024, 2, 29)).start()).isEqualTo("2023-02-28");
    }
  }

  @Test
  void hasPeriodsAcrossNewYear() {
    Period quarter = FiscalCalendar.startingIn(Month.FEBRUARY, ZoneOffset.UTC).period("FY2026-Q4");
    assertThat(quarter.start()).isEqualTo("2025-11-01");
    assertThat(quarter.end()).isEqualTo("2026-02-01");
    assertThat(quarter.contains(LocalDate.of(2025, 12, 31))).isTrue();
    assertThat(quarter.contains(LocalDate.of(2026, 1, 1))).isTrue();
  }

  @Test
  void isEqualToACalendarOfTheSameDays() {
    assertThat(FiscalCalendar.startingIn(Month.JULY, ZoneOffset.UTC))
        .isEqualTo(july)
        .hasSameHashCodeAs(july)
        .isNotEqualTo(january)
        .isNotEqualTo(july.withHolidays(List.of(LocalDate.of(2026, 7, 14))))
        .isNotEqualTo(july.withWeekend(List.of()))
        .hasToString("fiscal year from JULY in Z");
  }
}
