package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Durations as a whole number of the largest unit that holds them, such as {@code 90d}. */
final class DurationText {
  private record Suffix(String text, ChronoUnit unit) {}

  private static final ImmutableList<Suffix> SUFFIXES =
      ImmutableList.of(
          new Suffix("d", ChronoUnit.DAYS),
          new Suffix("h", ChronoUnit.HOURS),
          new Suffix("min", ChronoUnit.MINUTES),
          new Suffix("s", ChronoUnit.SECONDS),
          new Suffix("ms", ChronoUnit.MILLIS),
          new Suffix("us", ChronoUnit.MICROS),
          new Suffix("ns", ChronoUnit.NANOS));

  /** Longer ones may have more nanoseconds than a {@code long}. */
  private static final Duration LONGEST = Duration.ofDays(100_000);

  private DurationText() {}

  static String of(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.compareTo(LONGEST) > 0) {
      return duration.toString();
    }
    for (Suffix suffix : SUFFIXES) {
      Duration unit = suffix.unit().getDuration();
      long count = duration.dividedBy(unit);
      if (count > 0 && unit.multipliedBy(count).equals(duration)) {
        return count + suffix.text();
      }
    }
    return duration.toString();
  }
}
