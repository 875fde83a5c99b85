package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private final FiscalCalendar january = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private final FiscalCalendar bastille =
      january.withHolidays(List.of(LocalDate.of(2026, 7, 14), LocalDate.of(2026, 7, 18)));
  private final WorkingDays days = bastille.workingDays();

  @Test
  void leaveOutWeekends() {
    assertThat(january.workingDays(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1)))
        .as("July 2026 starts on a Wednesday: 31 days less 4 Saturdays and 4 Sundays")
        .isEqualTo(23);
  }

  @Test
  void leaveOutHolidaysOnce() {
    assertThat(bastille.isWorkingDay(LocalDate.of(2026, 7, 14))).isFalse();
    assertThat(bastille.workingDays(LocalDate.of(2026, 7, 13), LocalDate.of(2026, 7, 20)))
        .as("the 18th is a Saturday anyway")
        .isEqualTo(4);
    assertThat(days.count(bastille.period("FY2026-07"))).isEqualTo(22);
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

  @ParameterizedTest
  @CsvSource({
    "2026-07-01, 1",
    "2026-07-04, 3",
    "2026-07-13, 9",
    "2026-07-14, 9",
    "2026-07-15, 10",
    "2026-07-31, 22"
  })
  void areNumberedWithinTheirPeriod(LocalDate day, int number) {
    assertThat(days.numberOf(day, bastille.period("FY2026-07"))).isEqualTo(number);
  }

  @Test
  void areHeldAgainstTheSameNumberOfLastYear() {
    Period july = bastille.period("FY2026-07");
    LocalDate today = LocalDate.of(2026, 7, 15);
    assertThat(days.nth(bastille.yearBefore(july), days.numberOf(today, july)))
        .as("the tenth working day of July 2025")
        .contains(LocalDate.of(2025, 7, 14));
  }

  @Test
  void endWithTheirPeriod() {
    Period july = bastille.period("FY2026-07");
    assertThat(days.nth(july, 1)).contains(LocalDate.of(2026, 7, 1));
    assertThat(days.nth(july, 22)).contains(LocalDate.of(2026, 7, 31));
    assertThat(days.nth(july, 23)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> days.nth(july, 0))
        .withMessage("working day 0 of FY2026-07 is asked for; the first is 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> days.numberOf(LocalDate.of(2026, 8, 1), july))
        .withMessage("day 2026-08-01 is not in FY2026-07 [2026-07-01, 2026-08-01)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-13, 1, 2026-07-15",
    "2026-07-10, 2, 2026-07-15",
    "2026-07-11, 1, 2026-07-13",
    "2026-07-15, -1, 2026-07-13",
    "2026-07-12, -1, 2026-07-10",
    "2026-07-14, 0, 2026-07-14",
    "2026-07-14, 261, 2027-07-14"
  })
  void carryADateOnAndBack(LocalDate day, int number, LocalDate there) {
    assertThat(days.plus(day, number)).isEqualTo(there);
  }

  @Test
  void areNextToEachOther() {
    assertThat(days.next(LocalDate.of(2026, 7, 13))).isEqualTo("2026-07-15");
    assertThat(days.previous(LocalDate.of(2026, 7, 13))).isEqualTo("2026-07-10");
  }

  @Test
  void areNotMovedByMoreThanAMillion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> days.plus(LocalDate.of(2026, 7, 13), Integer.MIN_VALUE))
        .withMessageContaining("at most 1000000 either way");
  }

  @Test
  void areEqualWhenTheSameDaysAreOff() {
    assertThat(january.workingDays())
        .isEqualTo(january.withHolidays(List.of()).workingDays())
        .hasSameHashCodeAs(january.withHolidays(List.of()).workingDays())
        .isNotEqualTo(days)
        .hasToString("all days but [SATURDAY, SUNDAY] and []");
  }
}
