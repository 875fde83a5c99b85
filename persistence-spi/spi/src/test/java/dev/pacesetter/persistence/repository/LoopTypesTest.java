package dev.pacesetter.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WeekPattern;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.persistence.Fields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopTypesTest {
  private static final RecordCodec<FiscalCalendar> CODEC =
      RecordCodec.of(FiscalCalendar.class, LoopTypes.by(KpiCatalogue.standard()));
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** As calendars were written before there were years of weeks. */
  private static Fields months(String firstMonth) {
    return Fields.of(
        Map.of(
            "firstMonth",
            firstMonth,
            "zone",
            "Europe/Paris",
            "weekend",
            List.of("SUNDAY"),
            "holidays",
            List.of("2026-07-14")));
  }

  @Test
  void aCalendarOfMonthsIsReadAndWrittenAsEver() {
    FiscalCalendar calendar =
        FiscalCalendar.startingIn(Month.JULY, PARIS)
            .withWeekend(List.of(DayOfWeek.SUNDAY))
            .withHolidays(List.of(LocalDate.of(2026, 7, 14)));

    assertThat(CODEC.read(months("JULY"))).isEqualTo(calendar);
    assertThat(CODEC.write(calendar)).isEqualTo(months("JULY"));
  }

  @Test
  void aCalendarOfWeeksIsReadBack() {
    FiscalCalendar retail =
        FiscalCalendar.ofWeeks(
                WeekYear.endingNearest(
                        DayOfWeek.SATURDAY, Month.JANUARY, WeekPattern.FOUR_FIVE_FOUR)
                    .withLongMonth(11),
                PARIS)
            .namedAfterStart();

    assertThat(CODEC.read(CODEC.write(retail))).isEqualTo(retail);
  }

  @Test
  void aFirstMonthThatContradictsTheWeeksIsRefused() {
    FiscalCalendar retail =
        FiscalCalendar.ofWeeks(
            WeekYear.endingOnLast(DayOfWeek.SATURDAY, Month.JANUARY, WeekPattern.FOUR_FIVE_FOUR),
            PARIS);
    Map<String, Object> written = new LinkedHashMap<>(CODEC.write(retail).asMap());
    written.put("firstMonth", "MARCH");

    assertThatThrownBy(() -> CODEC.read(Fields.of(written)))
        .isInstanceOf(UnreadableFieldsException.class)
        .hasMessageContaining(
            "its first month is MARCH; years that end with JANUARY begin in FEBRUARY");
  }
}
