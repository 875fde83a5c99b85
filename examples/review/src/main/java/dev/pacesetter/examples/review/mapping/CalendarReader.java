package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WeekPattern;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a mapping says about fiscal years, names of years and days off. */
final class CalendarReader {
  private static final ImmutableMap<String, Month> MONTHS = byName(Month.values());
  private static final ImmutableMap<String, DayOfWeek> DAYS = byName(DayOfWeek.values());
  private static final ImmutableMap<String, WeekPattern> PATTERNS =
      Maps.uniqueIndex(Arrays.asList(WeekPattern.values()), WeekPattern::toString);
  private static final ImmutableMap<String, WeekYear.End> ENDS =
      ImmutableMap.of("last", WeekYear.End.LAST, "nearest", WeekYear.End.NEAREST);
  private static final ImmutableMap<String, Boolean> AFTER_START =
      ImmutableMap.of("end", false, "start", true);

  private CalendarReader() {}

  /** Names as they stand in a sentence: {@code January}, {@code Saturday}. */
  private static <E extends Enum<E>> ImmutableMap<String, E> byName(E[] values) {
    return Maps.uniqueIndex(
        Arrays.asList(values),
        value -> value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT));
  }

  static FiscalCalendar calendar(ZoneId zone, Optional<YamlNode> written) {
    if (written.isEmpty()) {
      return FiscalCalendar.startingIn(Month.JANUARY, zone);
    }
    YamlNode node =
        written
            .get()
            .allowing(
                ImmutableList.of("first-month", "weeks", "named-after", "weekend", "holidays"));
    Optional<YamlNode> weeks = node.find("weeks");
    Optional<YamlNode> first = node.find("first-month");
    if (weeks.isPresent() && first.isPresent()) {
      throw first.get().problem("mapping.months-or-weeks");
    }
    FiscalCalendar calendar =
        weeks.isPresent()
            ? FiscalCalendar.ofWeeks(weekYear(weeks.get()), zone)
            : FiscalCalendar.startingIn(
                first.map(month -> MappingReader.oneOf(MONTHS, month)).orElse(Month.JANUARY), zone);
    if (node.find("named-after")
        .map(name -> MappingReader.oneOf(AFTER_START, name))
        .orElse(false)) {
      calendar = calendar.namedAfterStart();
    }
    Optional<YamlNode> weekend = node.find("weekend");
    if (weekend.isPresent()) {
      calendar = calendar.withWeekend(weekend(weekend.get()));
    }
    return calendar.withHolidays(
        node.find("holidays").map(CalendarReader::holidays).orElse(ImmutableList.of()));
  }

  private static WeekYear weekYear(YamlNode node) {
    node.allowing(ImmutableList.of("pattern", "last-day", "last-month", "end", "long-month"));
    WeekPattern pattern = MappingReader.oneOf(PATTERNS, node.get("pattern"));
    return new WeekYear(
        pattern,
        MappingReader.oneOf(DAYS, node.get("last-day")),
        MappingReader.oneOf(MONTHS, node.get("last-month")),
        MappingReader.oneOf(ENDS, node.get("end")),
        node.find("long-month").map(month -> longMonth(month, pattern)).orElse(pattern.months()));
  }

  private static int longMonth(YamlNode node, WeekPattern pattern) {
    return node.as(
        text -> {
          int month = Integer.parseInt(text);
          if (month < 1 || month > pattern.months()) {
            throw new IllegalArgumentException(text);
          }
          return month;
        },
        Message.of("mapping.allowed.long-month", pattern.months()));
  }

  private static Set<DayOfWeek> weekend(YamlNode node) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (YamlNode day : node.items()) {
      days.add(MappingReader.oneOf(DAYS, day));
    }
    if (days.size() == DayOfWeek.values().length) {
      throw node.problem("mapping.no-working-day");
    }
    return days;
  }

  private static ImmutableList<LocalDate> holidays(YamlNode node) {
    ImmutableList.Builder<LocalDate> holidays = ImmutableList.builder();
    for (YamlNode day : node.items()) {
      LocalDate holiday = day.as(LocalDate::parse, Message.of("mapping.allowed.day"));
      holidays.add(holiday);
    }
    return holidays.build();
  }
}
