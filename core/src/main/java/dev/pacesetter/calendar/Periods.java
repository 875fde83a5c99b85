package dev.pacesetter.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a calendar: how they are called, which one a day belongs to, and how they consist
 * of one another.
 *
 * @param years where years and months begin
 * @param afterStart whether a year is named after the calendar year in which it starts
 */
record Periods(Years years, boolean afterStart) {
  private static final Pattern NAME =
      Pattern.compile("FY(\\d{4})(?:-(?:H([12])|Q([1-4])|([PW]?)(\\d{2})))?|(\\d{4})-W(\\d{2})");
  private static final int MONTHS_A_QUARTER = 3;
  private static final int MONTHS_A_HALF = 6;
  private static final int LAST_YEAR = 9999;
  private static final int TWELVE = 12;

  /** A year that begins in January starts and ends in the same one. */
  Periods {
    afterStart = afterStart && years.firstMonth() != Month.JANUARY;
  }

  ImmutableSet<PeriodKind> kinds() {
    EnumSet<PeriodKind> kinds = EnumSet.allOf(PeriodKind.class);
    if (!years.hasWeeks()) {
      kinds.remove(PeriodKind.WEEK);
    }
    return Sets.immutableEnumSet(kinds);
  }

  Period named(String name) {
    Matcher matcher = NAME.matcher(name);
    checkArgument(matcher.matches(), "period is '%s'; allowed are %s", name, allowed());
    @Nullable String isoYear = matcher.group(6);
    if (isoYear != null) {
      return isoWeek(name, Integer.parseInt(isoYear), Integer.parseInt(matcher.group(7)));
    }
    int year = Integer.parseInt(matcher.group(1)) + shift();
    @Nullable String half = matcher.group(2);
    @Nullable String quarter = matcher.group(3);
    @Nullable String number = matcher.group(5);
    if (half != null) {
      return half(year, Integer.parseInt(half));
    }
    if (quarter != null) {
      return quarter(year, Integer.parseInt(quarter));
    }
    return number == null
        ? year(year)
        : numbered(name, year, matcher.group(4), Integer.parseInt(number));
  }

  private Period numbered(String name, int year, String letter, int number) {
    if (letter.equals("W") && years instanceof WeekYears weekYears) {
      checkNumber(name, "week", "W", number, weekYears.weeks(year));
      return week(weekYears, year, number);
    }
    checkArgument(letter.equals(letter()), "period is '%s'; allowed are %s", name, allowed());
    checkNumber(name, letter.isEmpty() ? "month" : "period", letter, number, years.months());
    return month(year, number);
  }

  private static void checkNumber(String name, String word, String letter, int number, int most) {
    checkArgument(
        number >= 1 && number <= most,
        "period is '%s'; its %s must be %s01 to %s%s",
        name,
        word,
        letter,
        letter,
        most);
  }

  private String allowed() {
    return "FY2026, FY2026-H1, FY2026-Q3, FY2026-"
        + letter()
        + (years.hasWeeks() ? "07, FY2026-W31" : "07")
        + " and 2026-W31";
  }

  /** What stands before the number of a month. */
  private String letter() {
    return years.months() == TWELVE ? "" : "P";
  }

  Period of(PeriodKind kind, LocalDate day) {
    checkKind(kind);
    // One year more on both sides, since a fiscal year may begin before or end after its number.
    checkArgument(
        day.getYear() >= -1 && day.getYear() <= LAST_YEAR + 1,
        "no period contains %s; names of years go from 0000 to %s",
        day,
        LAST_YEAR);
    if (kind == PeriodKind.ISO_WEEK) {
      return isoWeek(day);
    }
    int year = years.yearOf(day);
    if (kind == PeriodKind.WEEK && years instanceof WeekYears weekYears) {
      return week(weekYears, year, weekYears.weekOf(year, day));
    }
    int month = years.monthOf(year, day);
    return switch (kind) {
      case YEAR -> year(year);
      case HALF -> half(year, month <= MONTHS_A_HALF ? 1 : 2);
      case QUARTER -> quarter(year, Math.min(4, (month - 1) / MONTHS_A_QUARTER + 1));
      default -> month(year, month);
    };
  }

  private void checkKind(PeriodKind kind) {
    checkArgument(
        kind != PeriodKind.WEEK || years.hasWeeks(),
        "the %s has no periods of kind %s; it has %s",
        years,
        kind,
        kinds());
  }

  Period yearBefore(Period period) {
    LocalDate day = period.start();
    if (period.kind() == PeriodKind.ISO_WEEK) {
      int year = day.get(IsoFields.WEEK_BASED_YEAR) - 1;
      return isoWeek(
          firstIsoWeek(year)
              .plusWeeks(
                  Math.min(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), isoWeeks(year)) - 1L));
    }
    checkKind(period.kind());
    int year = years.yearOf(day);
    if (period.kind() == PeriodKind.WEEK && years instanceof WeekYears weekYears) {
      int week = Math.min(weekYears.weekOf(year, day), weekYears.weeks(year - 1));
      return week(weekYears, year - 1, week);
    }
    return of(period.kind(), years.startOfMonth(year - 1, years.monthOf(year, day)));
  }

  Period weeksBefore(Period period, int weeks) {
    LocalDate start = period.start().minusWeeks(weeks);
    LocalDate end = period.end().minusWeeks(weeks);
    Period there = of(period.kind(), start);
    return there.start().equals(start) && there.end().equals(end)
        ? there
        : stretch(period.kind(), start, end);
  }

  Period yearUpTo(LocalDate end) {
    return stretch(PeriodKind.YEAR, years.yearBefore(end), end);
  }

  private static Period stretch(PeriodKind kind, LocalDate start, LocalDate end) {
    return new Period(kind, start + "/" + end, start, end);
  }

  Optional<Period> parentOf(Period period) {
    Period own = of(period.kind(), period.start());
    checkArgument(
        own.equals(period),
        "%s [%s, %s) is no period of the %s, where %s is [%s, %s)",
        period,
        period.start(),
        period.end(),
        years,
        own,
        own.start(),
        own.end());
    return switch (period.kind()) {
      case YEAR, ISO_WEEK -> Optional.empty();
      case HALF -> Optional.of(of(PeriodKind.YEAR, period.start()));
      case QUARTER -> Optional.of(of(PeriodKind.HALF, period.start()));
      case MONTH -> Optional.of(of(PeriodKind.QUARTER, period.start()));
      case WEEK -> Optional.of(of(PeriodKind.MONTH, period.start()));
    };
  }

  ImmutableList<Period> childrenOf(Period period) {
    return switch (period.kind()) {
      case YEAR -> partsOf(period, PeriodKind.HALF);
      case HALF -> partsOf(period, PeriodKind.QUARTER);
      case QUARTER -> partsOf(period, PeriodKind.MONTH);
      case MONTH ->
          years.hasWeeks() ? partsOf(period, PeriodKind.WEEK) : ImmutableList.<Period>of();
      case WEEK, ISO_WEEK -> ImmutableList.of();
    };
  }

  ImmutableList<Period> partsOf(Period period, PeriodKind kind) {
    boolean across = kind == PeriodKind.ISO_WEEK && period.kind() != PeriodKind.ISO_WEEK;
    checkArgument(
        kind.compareTo(period.kind()) >= 0 && !across,
        "%s is a %s and cannot be divided into parts of kind %s",
        period,
        period.kind(),
        kind);
    checkKind(kind);
    ImmutableList.Builder<Period> parts = ImmutableList.builder();
    for (LocalDate day = period.start(); day.isBefore(period.end()); ) {
      Period part = of(kind, day);
      checkArgument(
          period.encloses(part),
          "%s [%s, %s) is not on the borders of the %s, whose %s reaches over them",
          period,
          period.start(),
          period.end(),
          years,
          part);
      parts.add(part);
      day = part.end();
    }
    return parts.build();
  }

  private Period year(int year) {
    return new Period(PeriodKind.YEAR, name(year), years.start(year), years.start(year + 1));
  }

  private Period half(int year, int half) {
    LocalDate middle = years.startOfMonth(year, MONTHS_A_HALF + 1);
    return new Period(
        PeriodKind.HALF,
        name(year) + "-H" + half,
        half == 1 ? years.start(year) : middle,
        half == 1 ? middle : years.start(year + 1));
  }

  /** The last quarter has whatever months are left. */
  private Period quarter(int year, int quarter) {
    int first = (quarter - 1) * MONTHS_A_QUARTER + 1;
    return new Period(
        PeriodKind.QUARTER,
        name(year) + "-Q" + quarter,
        years.startOfMonth(year, first),
        quarter == 4 ? years.start(year + 1) : years.startOfMonth(year, first + MONTHS_A_QUARTER));
  }

  private Period month(int year, int month) {
    return new Period(
        PeriodKind.MONTH,
        name(year) + "-" + letter() + digits(2, month),
        years.startOfMonth(year, month),
        years.startOfMonth(year, month + 1));
  }

  private Period week(WeekYears weekYears, int year, int week) {
    LocalDate start = weekYears.start(year).plusWeeks(week - 1L);
    return new Period(
        PeriodKind.WEEK, name(year) + "-W" + digits(2, week), start, start.plusWeeks(1));
  }

  private static Period isoWeek(String name, int year, int week) {
    checkNumber(name, "week", "W", week, isoWeeks(year));
    return isoWeek(firstIsoWeek(year).plusWeeks(week - 1L));
  }

  private static Period isoWeek(LocalDate day) {
    LocalDate start = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String name =
        digits(4, checkedYear(day.get(IsoFields.WEEK_BASED_YEAR)))
            + "-W"
            + digits(2, day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return new Period(PeriodKind.ISO_WEEK, name, start, start.plusWeeks(1));
  }

  /** The fourth of January is always in the first week. */
  private static LocalDate firstIsoWeek(int year) {
    return LocalDate.of(year, Month.JANUARY, 4);
  }

  private static int isoWeeks(int year) {
    return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(firstIsoWeek(year)).getMaximum();
  }

  private String name(int year) {
    return "FY" + digits(4, checkedYear(year - shift()));
  }

  private int shift() {
    return afterStart ? 1 : 0;
  }

  private static int checkedYear(int year) {
    checkArgument(
        year >= 0 && year <= LAST_YEAR,
        "a period lies in the year %s; names of years go from 0000 to %s",
        year,
        LAST_YEAR);
    return year;
  }

  private static String digits(int count, int number) {
    return Strings.padStart(Integer.toString(number), count, '0');
  }

  @Override
  public String toString() {
    return years + (afterStart ? ", named after its start" : "");
  }
}
