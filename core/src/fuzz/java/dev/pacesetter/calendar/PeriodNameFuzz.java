package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;

/** Any text is a period of a calendar or refused with a reason; nothing else comes of it. */
class PeriodNameFuzz {
  private static final ImmutableList<FiscalCalendar> CALENDARS =
      ImmutableList.of(
          FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC),
          FiscalCalendar.startingIn(Month.OCTOBER, ZoneOffset.UTC).namedAfterStart(),
          FiscalCalendar.ofWeeks(
              WeekYear.endingOnLast(DayOfWeek.SUNDAY, Month.JUNE, WeekPattern.THIRTEEN_PERIODS),
              ZoneOffset.UTC),
          FiscalCalendar.ofWeeks(
                  WeekYear.endingNearest(
                      DayOfWeek.SATURDAY, Month.JANUARY, WeekPattern.FOUR_FIVE_FOUR),
                  ZoneOffset.UTC)
              .namedAfterStart());

  @DictionaryEntries({
    "FY", "2026", "2023", "0000", "9999", "-H2", "-Q4", "-P13", "-W53", "-12", "-"
  })
  @FuzzTest(maxDuration = "10m")
  void aNameIsReadBackOrRefused(@NotNull String name) {
    for (FiscalCalendar calendar : CALENDARS) {
      Period period;
      try {
        period = calendar.period(name);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining(name);
        continue;
      }
      assertThat(period).hasToString(name);
      assertThat(calendar.periodOf(period.kind(), period.lastDay())).isEqualTo(period);
      calendar.parentOf(period).ifPresent(p -> assertThat(p.encloses(period)).isTrue());
    }
  }
}
