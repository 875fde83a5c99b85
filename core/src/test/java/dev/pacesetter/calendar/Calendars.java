package dev.pacesetter.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Calendars of every sort. */
final class Calendars {
  /** The retail year of the National Retail Federation, 2023 of which begins in January 2023. */
  static final FiscalCalendar RETAIL =
      FiscalCalendar.ofWeeks(
              WeekYear.endingNearest(DayOfWeek.SATURDAY, Month.JANUARY, WeekPattern.FOUR_FIVE_FOUR),
              ZoneId.of("America/New_York"))
          .namedAfterStart();

  /** Thirteen periods of four weeks up to the last Sunday of June. */
  static final FiscalCalendar THIRTEEN =
      FiscalCalendar.ofWeeks(
          WeekYear.endingOnLast(DayOfWeek.SUNDAY, Month.JUNE, WeekPattern.THIRTEEN_PERIODS),
          ZoneOffset.UTC);

  private Calendars() {}

  static Arbitrary<FiscalCalendar> any() {
    return Combinators.combine(
            Arbitraries.oneOf(ofMonths(), ofWeeks()), Arbitraries.of(true, false))
        .as((calendar, afterStart) -> afterStart ? calendar.namedAfterStart() : calendar);
  }

  private static Arbitrary<FiscalCalendar> ofMonths() {
    return Arbitraries.of(Month.class)
        .map(month -> FiscalCalendar.startingIn(month, ZoneOffset.UTC));
  }

  static Arbitrary<FiscalCalendar> ofWeeks() {
    return Combinators.combine(
            Arbitraries.of(WeekPattern.class),
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.of(Month.class),
            Arbitraries.of(WeekYear.End.class),
            Arbitraries.integers().between(1, 13))
        .as(
            (pattern, day, month, end, longMonth) ->
                new WeekYear(pattern, day, month, end, Math.min(longMonth, pattern.months())))
        .map(year -> FiscalCalendar.ofWeeks(year, ZoneOffset.UTC));
  }
}
