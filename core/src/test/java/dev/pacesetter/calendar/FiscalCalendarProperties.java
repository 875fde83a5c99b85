package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class FiscalCalendarProperties {
  private static FiscalCalendar from(Month month) {
    return FiscalCalendar.startingIn(month, ZoneOffset.UTC);
  }

  @Property
  void aNameIsReadBackAsItsPeriod(
      @ForAll Month first,
      @ForAll PeriodKind kind,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    Period period = from(first).periodOf(kind, day);
    assertThat(from(first).period(period.toString())).isEqualTo(period);
  }

  @Property
  void aDayBelongsToItsPeriod(
      @ForAll Month first,
      @ForAll PeriodKind kind,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    assertThat(from(first).periodOf(kind, day).contains(day)).isTrue();
  }

  @Property
  void partsTileTheWhole(
      @ForAll Month first,
      @ForAll PeriodKind whole,
      @ForAll PeriodKind part,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    PeriodKind longer = whole.compareTo(part) <= 0 ? whole : part;
    PeriodKind shorter = longer == whole ? part : whole;
    Period period = from(first).periodOf(longer, day);
    ImmutableList<Period> parts = from(first).partsOf(period, shorter);
    LocalDate next = period.start();
    for (Period each : parts) {
      assertThat(each.start()).isEqualTo(next);
      assertThat(each.kind()).isEqualTo(shorter);
      next = each.end();
    }
    assertThat(next).isEqualTo(period.end());
    assertThat(parts).hasSize(monthsIn(longer) / monthsIn(shorter));
  }

  private static int monthsIn(PeriodKind kind) {
    return switch (kind) {
      case YEAR -> 12;
      case QUARTER -> 3;
      case MONTH -> 1;
    };
  }

  @Property
  void thePeriodBeforeEndsWhereThisStarts(
      @ForAll Month first,
      @ForAll PeriodKind kind,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    Period period = from(first).periodOf(kind, day);
    Period before = from(first).before(period);
    assertThat(before.end()).isEqualTo(period.start());
    assertThat(before.kind()).isEqualTo(kind);
    assertThat(from(first).yearBefore(period).start()).isEqualTo(period.start().minusYears(1));
  }

  @Property(tries = 300)
  void workingDaysAddUp(
      @ForAll @DateRange(min = "2020-01-01", max = "2030-12-31") LocalDate start,
      @ForAll @IntRange(max = 400) int firstDays,
      @ForAll @IntRange(max = 400) int moreDays,
      @ForAll Set<@DateRange(min = "2020-01-01", max = "2032-12-31") LocalDate> holidays) {
    FiscalCalendar calendar = from(Month.JANUARY).withHolidays(holidays);
    LocalDate middle = start.plusDays(firstDays);
    LocalDate end = middle.plusDays(moreDays);
    assertThat(calendar.workingDays(start, middle) + calendar.workingDays(middle, end))
        .isEqualTo(calendar.workingDays(start, end))
        .isLessThanOrEqualTo(firstDays + moreDays);
  }
}
