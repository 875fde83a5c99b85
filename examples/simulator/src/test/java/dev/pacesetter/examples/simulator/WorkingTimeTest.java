package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void opensAtNineInTheZone() {
    WorkingTime july = WorkingTime.of(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31), PARIS);

    assertThat(july.instantAt(0)).isEqualTo(Instant.parse("2024-07-01T07:00:00Z"));
    assertThat(july.instantAt(539)).isEqualTo(Instant.parse("2024-07-01T15:59:00Z"));
  }

  @Test
  void skipsNightsAndWeekends() {
    WorkingTime july = WorkingTime.of(LocalDate.of(2024, 7, 5), LocalDate.of(2024, 7, 31), PARIS);

    assertThat(july.instantAt(540)).isEqualTo(Instant.parse("2024-07-08T07:00:00Z"));
  }

  @Test
  void skipsHolidays() {
    WorkingTime turn = WorkingTime.of(LocalDate.of(2024, 12, 24), LocalDate.of(2025, 1, 2), PARIS);

    // 24, 27, 30, 31 December and 2 January: five days, the 28th and 29th being a weekend
    assertThat(turn.workingDays()).isEqualTo(5);
    assertThat(turn.day(1)).isEqualTo(LocalDate.of(2024, 12, 27));
    assertThat(turn.day(4)).isEqualTo(LocalDate.of(2025, 1, 2));
  }

  @Test
  void leavesOutADayThatTheZoneLeftOut() {
    // Samoa crossed the date line and had no 30 December 2011, a Friday
    WorkingTime week =
        WorkingTime.of(
            LocalDate.of(2011, 12, 29), LocalDate.of(2012, 1, 2), ZoneId.of("Pacific/Apia"));

    assertThat(week.day(0)).isEqualTo(LocalDate.of(2011, 12, 29));
    assertThat(week.day(1)).isEqualTo(LocalDate.of(2012, 1, 2));
  }

  @Test
  void findsTheFirstOpeningNotBeforeADate() {
    WorkingTime july = WorkingTime.of(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 31), PARIS);

    assertThat(july.openingOf(LocalDate.of(2024, 7, 6))).isEqualTo(5 * 540);
    assertThat(july.openingOf(LocalDate.of(2024, 7, 8))).isEqualTo(5 * 540);
    assertThat(july.openingOf(LocalDate.of(2024, 6, 1))).isZero();
  }
}
