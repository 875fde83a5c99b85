package dev.pacesetter.examples.conformance.funnel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import dev.pacesetter.examples.conformance.check.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The times of a case as whole numbers of one unit, fine enough for all of them.
 *
 * @param unit the unit, seconds or finer
 * @param given the unit of times that are numbers; a tick of no known length counts as a second
 */
record TimeScale(TimeUnit unit, TimeUnit given) {
  private static final ImmutableMap<String, TimeUnit> UNITS =
      ImmutableMap.<String, TimeUnit>builder()
          .put("us", TimeUnit.MICROSECONDS)
          .put("ms", TimeUnit.MILLISECONDS)
          .put("s", TimeUnit.SECONDS)
          .put("min", TimeUnit.MINUTES)
          .put("h", TimeUnit.HOURS)
          .put("d", TimeUnit.DAYS)
          .put("tick", TimeUnit.SECONDS)
          .buildOrThrow();

  static TimeScale of(Fields json, List<Fields> events) {
    TimeUnit given = json.has("ts_unit") ? unit(json, "ts_unit") : TimeUnit.SECONDS;
    boolean instants = events.stream().anyMatch(event -> event.get("ts").isTextual());
    TimeUnit unit = instants ? fineEnough(events) : finer(given, TimeUnit.SECONDS);
    if (json.has("window") && !json.object("window").text("unit").equals("tick")) {
      unit = finer(unit, unit(json.object("window"), "unit"));
    }
    return new TimeScale(unit, given);
  }

  /** Microseconds reach far in time; nanoseconds only where somebody wrote them. */
  private static TimeUnit fineEnough(List<Fields> events) {
    for (Fields event : events) {
      if (event.get("ts").isTextual() && !isWholeMicros(instant(event, "ts"))) {
        return TimeUnit.NANOSECONDS;
      }
    }
    return TimeUnit.MICROSECONDS;
  }

  private static boolean isWholeMicros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).equals(instant);
  }

  private static TimeUnit finer(TimeUnit one, TimeUnit other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static TimeUnit unit(Fields fields, String field) {
    TimeUnit unit = UNITS.get(fields.text(field));
    if (unit == null) {
      throw fields.wrong(field, "unit");
    }
    return unit;
  }

  private static Instant instant(Fields fields, String field) {
    try {
      return Instant.parse(fields.text(field));
    } catch (DateTimeException unreadable) {
      throw fields.wrong(field, "instant");
    }
  }

  long time(Fields fields, String field) {
    try {
      if (fields.get(field).isTextual()) {
        return ticks(instant(fields, field));
      }
      if (!fields.get(field).isIntegralNumber()) {
        throw fields.wrong(field, "instant");
      }
      return Math.multiplyExact(fields.whole(field), unit.convert(1, given));
    } catch (ArithmeticException tooFar) {
      throw fields.wrong(field, "instant");
    }
  }

  private long ticks(Instant instant) {
    long perSecond = unit.convert(1, TimeUnit.SECONDS);
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), perSecond),
        unit.convert(instant.getNano(), TimeUnit.NANOSECONDS));
  }

  /** The window; its unit may be that of the times. */
  Duration window(Fields window) {
    boolean ticks = window.text("unit").equals("tick");
    TimeUnit of = ticks ? given : unit(window, "unit");
    try {
      return Duration.of(window.whole("value"), of.toChronoUnit());
    } catch (ArithmeticException tooLong) {
      throw window.wrong("value", "whole");
    }
  }

  /** A tick of the table. */
  Duration tick() {
    return Duration.of(1, unit.toChronoUnit());
  }

  /** From the start of a day to the end of another, in the zone of the case. */
  Range<Long> range(Fields json) {
    Fields range = json.object("range");
    ZoneId zone = zone(json);
    return Range.closedOpen(
        ticks(day(range, "from").atStartOfDay(zone).toInstant()),
        ticks(day(range, "to").plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private static ZoneId zone(Fields json) {
    try {
      return ZoneId.of(json.text("tz", "UTC"));
    } catch (DateTimeException unknown) {
      throw json.wrong("tz", "zone");
    }
  }

  private static LocalDate day(Fields fields, String field) {
    try {
      return LocalDate.parse(fields.text(field));
    } catch (DateTimeException unreadable) {
      throw fields.wrong(field, "day");
    }
  }

  double seconds(long ticks) {
    return ticks / (double) unit.convert(1, TimeUnit.SECONDS);
  }
}
