package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private final FiscalCalendar calendar = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private final Period quarter = calendar.period("FY2026-Q3");

  @Test
  void holdsItsFirstDayAndNotItsEnd() {
    assertThat(quarter.contains(LocalDate.of(2026, 6, 30))).isFalse();
    assertThat(quarter.contains(LocalDate.of(2026, 7, 1))).isTrue();
    assertThat(quarter.contains(LocalDate.of(2026, 9, 30))).isTrue();
    assertThat(quarter.contains(LocalDate.of(2026, 10, 1))).isFalse();
    assertThat(quarter.lastDay()).isEqualTo("2026-09-30");
  }

  @Test
  void countsItsDays() {
    assertThat(quarter.days()).isEqualTo(31 + 31 + 30);
    assertThat(calendar.period("FY2024").days()).as("a leap year").isEqualTo(366);
  }

  @Test
  void enclosesItselfAndItsPartsAndNothingElse() {
    assertThat(quarter.encloses(quarter)).isTrue();
    assertThat(quarter.encloses(calendar.period("FY2026-09"))).isTrue();
    assertThat(quarter.encloses(calendar.period("FY2026-10"))).isFalse();
    assertThat(quarter.encloses(calendar.period("FY2026"))).isFalse();
  }

  @Test
  void sortsByStartAndThenLongestFirst() {
    assertThat(
            Stream.of("FY2026-02", "FY2026-Q1", "FY2026-01", "FY2026", "FY2025-Q4")
                .map(calendar::period)
                .sorted())
        .extracting(Period::name)
        .containsExactly("FY2025-Q4", "FY2026", "FY2026-Q1", "FY2026-01", "FY2026-02");
  }

  @Test
  void hasAtLeastADay() {
    LocalDate day = LocalDate.of(2026, 7, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Period(PeriodKind.MONTH, "none", day, day))
        .withMessage("Period none is [2026-07-01, 2026-07-01); its end must be after its start");
  }
}
