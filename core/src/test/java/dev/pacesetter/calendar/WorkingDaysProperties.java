package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.time.api.constraints.DateRange;

class WorkingDaysProperties {

  @Property
  void areThoseThatWouldBeCountedDayByDay(
      @ForAll @DateRange(min = "1960-01-01", max = "1980-12-31") LocalDate start,
      @ForAll @IntRange(max = 800) int length,
      @ForAll @Size(max = 6) Set<DayOfWeek> weekend,
      @ForAll Set<@DateRange(min = "1960-01-01", max = "1982-12-31") LocalDate> holidays) {
    WorkingDays days = WorkingDays.without(weekend, holidays);
    LocalDate end = start.plusDays(length);
    long counted =
        start
            .datesUntil(end)
            .filter(day -> !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day))
            .count();
    assertThat(days.count(start, end)).isEqualTo((int) counted);
    assertThat(start.datesUntil(end).filter(days::contains).count()).isEqualTo(counted);
  }

  @Property
  void addUp(
      @ForAll @DateRange(min = "2020-01-01", max = "2030-12-31") LocalDate start,
      @ForAll @IntRange(max = 400) int firstDays,
      @ForAll @IntRange(max = 400) int moreDays,
      @ForAll Set<@DateRange(min = "2020-01-01", max = "2032-12-31") LocalDate> holidays) {
    WorkingDays days = WorkingDays.without(Set.of(DayOfWeek.SUNDAY), holidays);
    LocalDate middle = start.plusDays(firstDays);
    LocalDate end = middle.plusDays(moreDays);
    assertThat(days.count(start, middle) + days.count(middle, end))
        .isEqualTo(days.count(start, end))
        .isLessThanOrEqualTo(firstDays + moreDays);
  }

  @Property
  void carryADateSoFarThatTheyCountAsMany(
      @ForAll @DateRange(min = "1960-01-01", max = "1980-12-31") LocalDate day,
      @ForAll @IntRange(min = 1, max = 3000) int number,
      @ForAll @Size(max = 6) Set<DayOfWeek> weekend,
      @ForAll Set<@DateRange(min = "1960-01-01", max = "1982-12-31") LocalDate> holidays) {
    WorkingDays days = WorkingDays.without(weekend, holidays);
    LocalDate later = days.plus(day, number);
    assertThat(days.contains(later)).isTrue();
    assertThat(days.count(day.plusDays(1), later.plusDays(1))).isEqualTo(number);
    LocalDate earlier = days.plus(day, -number);
    assertThat(days.contains(earlier)).isTrue();
    assertThat(days.count(earlier, day)).isEqualTo(number);
  }
}
