package dev.pacesetter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.constraints.DateRange;

class FiscalCalendarProperties {
  @Provide
  Arbitrary<FiscalCalendar> calendars() {
    return Calendars.any();
  }

  @Provide
  Arbitrary<FiscalCalendar> calendarsOfWeeks() {
    return Calendars.ofWeeks();
  }

  @Property
  void aNameIsReadBackAsItsPeriod(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    for (PeriodKind kind : calendar.kinds()) {
      Period period = calendar.periodOf(kind, day);
      assertThat(calendar.period(period.toString())).isEqualTo(period);
    }
  }

  @Property
  void aDayBelongsToItsPeriod(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    for (PeriodKind kind : calendar.kinds()) {
      Period period = calendar.periodOf(kind, day);
      assertThat(period.contains(day)).isTrue();
      assertThat(period.kind()).isEqualTo(kind);
      assertThat(calendar.periodOf(kind, period.start())).isEqualTo(period);
      assertThat(calendar.periodOf(kind, period.lastDay())).isEqualTo(period);
    }
  }

  @Property
  void partsTileTheWholeForEveryLegalPairAndNoOther(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll PeriodKind whole,
      @ForAll PeriodKind part,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    if (!calendar.kinds().contains(whole)) {
      return;
    }
    Period period = calendar.periodOf(whole, day);
    boolean legal =
        calendar.kinds().contains(part)
            && part.compareTo(whole) >= 0
            && (part != PeriodKind.ISO_WEEK || whole == PeriodKind.ISO_WEEK);
    if (legal) {
      assertTiles(period, calendar.partsOf(period, part), part);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> calendar.partsOf(period, part))
          .withMessageContaining(part.name());
    }
  }

  @Property
  void childrenTileTheirParentAndKnowIt(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    for (PeriodKind kind : calendar.kinds()) {
      Period period = calendar.periodOf(kind, day);
      ImmutableList<Period> children = calendar.childrenOf(period);
      if (!children.isEmpty()) {
        assertTiles(period, children, children.get(0).kind());
      }
      assertThat(children)
          .allSatisfy(child -> assertThat(calendar.parentOf(child)).contains(period));
      assertThat(calendar.parentOf(period).stream())
          .allSatisfy(parent -> assertThat(calendar.childrenOf(parent)).contains(period));
    }
  }

  private static void assertTiles(Period whole, ImmutableList<Period> parts, PeriodKind kind) {
    LocalDate next = whole.start();
    for (Period each : parts) {
      assertThat(each.start()).isEqualTo(next);
      assertThat(each.kind()).isEqualTo(kind);
      next = each.end();
    }
    assertThat(next).isEqualTo(whole.end());
  }

  @Property
  void aYearHasItsPartsInNumber(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    Period year = calendar.periodOf(PeriodKind.YEAR, day);
    assertThat(calendar.partsOf(year, PeriodKind.HALF)).hasSize(2);
    assertThat(calendar.partsOf(year, PeriodKind.QUARTER)).hasSize(4);
    assertThat(calendar.monthsOf(year)).hasSize(calendar.monthsAYear());
    assertThat(calendar.monthsOf(year).get(calendar.monthOfYear(day) - 1))
        .isEqualTo(calendar.periodOf(PeriodKind.MONTH, day));
  }

  @Property
  void aYearOfWeeksHas52Or53AndEndsWhereItsRuleSays(
      @ForAll("calendarsOfWeeks") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    WeekYear rule = calendar.weekYear().orElseThrow();
    Period year = calendar.periodOf(PeriodKind.YEAR, day);
    assertThat(calendar.partsOf(year, PeriodKind.WEEK)).hasSizeBetween(52, 53);
    assertThat(year.lastDay().getDayOfWeek()).isEqualTo(rule.lastDay());
    // Three days earlier it is in the month of the rule, however near the end is meant.
    LocalDate within =
        rule.end() == WeekYear.End.LAST ? year.lastDay() : year.lastDay().minusDays(3);
    assertThat(within.getMonth()).isEqualTo(rule.lastMonth());
    long toEnd =
        ChronoUnit.DAYS.between(year.lastDay(), within.withDayOfMonth(within.lengthOfMonth()));
    assertThat(toEnd)
        .isBetween(
            rule.end() == WeekYear.End.LAST ? 0L : -3L, rule.end() == WeekYear.End.LAST ? 6L : 3L);
    for (Period month : calendar.monthsOf(year)) {
      int number = calendar.monthOfYear(month.start());
      boolean longer = number == rule.longMonth() && year.days() == 53 * 7;
      assertThat(month.days())
          .isEqualTo(7 * (rule.pattern().weeks().get(number - 1) + (longer ? 1 : 0)));
    }
  }

  @Property
  void neighboursTouchAndLeadBack(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    for (PeriodKind kind : calendar.kinds()) {
      Period period = calendar.periodOf(kind, day);
      Period before = calendar.before(period);
      assertThat(before.end()).isEqualTo(period.start());
      assertThat(before.kind()).isEqualTo(kind);
      assertThat(calendar.after(before)).isEqualTo(period);
    }
  }

  @Property
  void thePeriodAYearBeforeHasTheSameNumber(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    for (PeriodKind kind : calendar.kinds()) {
      Period period = calendar.periodOf(kind, day);
      Period before = calendar.yearBefore(period);
      int years = yearIn(period.name()) - yearIn(before.name());
      assertThat(years).isEqualTo(1);
      if (!period.name().endsWith("W53")) {
        assertThat(before.name().replaceFirst("\\d{4}", ""))
            .isEqualTo(period.name().replaceFirst("\\d{4}", ""));
      }
    }
  }

  private static int yearIn(String name) {
    return Integer.parseInt(name.replaceFirst("FY", "").substring(0, 4));
  }

  @Property
  void fiftyTwoWeeksBeforeAreTheSameWeekdays(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    for (PeriodKind kind : calendar.kinds()) {
      Period period = calendar.periodOf(kind, day);
      Period before = calendar.fiftyTwoWeeksBefore(period);
      assertThat(before.start()).isEqualTo(period.start().minusDays(364));
      assertThat(before.days()).isEqualTo(period.days());
      assertThat(before.kind()).isEqualTo(kind);
      if (kind == PeriodKind.WEEK || kind == PeriodKind.ISO_WEEK) {
        assertThat(calendar.period(before.name())).isEqualTo(before);
      }
    }
  }

  @Property
  void theYearUpToTheFirstDayOfAYearIsTheYearBefore(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
    Period year = calendar.periodOf(PeriodKind.YEAR, day);
    Period rolling = calendar.yearUpTo(year.end());
    assertThat(rolling.start()).isEqualTo(year.start());
    assertThat(calendar.yearUpTo(day).days()).isBetween(364, 371);
  }
}
