package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.testing.Bundles;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
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
          "FY2026-7",
          "fy2026",
          " FY2026",
          "FY2026-",
          "FY٢٠٢٦"
        })
    void areRefusedInAnyOtherForm(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.period(name))
          .withMessage("period is '%s'; allowed are FY2026, FY2026-Q3 and FY2026-07", name);
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
  class WorkingDays {
    @Test
    void leaveOutWeekends() {
      assertThat(january.workingDays(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1)))
          .as("July 2026 starts on a Wednesday: 31 days less 4 Saturdays and 4 Sundays")
          .isEqualTo(23);
    }

    @Test
    void leaveOutHolidays() {
      FiscalCalendar bastille = january.withHolidays(List.of(LocalDate.of(2026, 7, 14)));
      assertThat(bastille.isWorkingDay(LocalDate.of(2026, 7, 14))).isFalse();
      assertThat(bastille.workingDays(LocalDate.of(2026, 7, 13), LocalDate.of(2026, 7, 20)))
          .isEqualTo(4);
    }

    @Test
    void followTheWeekendOfTheCountry() {
      FiscalCalendar cairo = january.withWeekend(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
      assertThat(cairo.isWorkingDay(LocalDate.of(2026, 7, 5))).as("a Sunday").isTrue();
      assertThat(cairo.isWorkingDay(LocalDate.of(2026, 7, 3))).as("a Friday").isFalse();
    }

    @Test
    void areNoneWhenTheEndIsNotAfterTheStart() {
      LocalDate day = LocalDate.of(2026, 7, 1);
      assertThat(january.workingDays(day, day)).isZero();
      assertThat(january.workingDays(day, day.minusDays(9))).isZero();
    }

    @Test
    void mustExist() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> january.withWeekend(EnumSet.allOf(DayOfWeek.class)))
          .withMessageContaining("at least one weekday must remain");
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
