package dev.pacesetter.metrics.funnel;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Durations as a whole number of the largest unit that holds them, such as {@code 90d}, and back;
 * very long ones in ISO-8601.
 */
final class DurationText {
  /** What a duration looks like, for messages. */
  static final String EXAMPLES = "a duration such as 90d, 36h, 15min, 10s, 5ms, 3us, 2ns or P90D";

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

  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

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

  /**
   * Undoes {@link #of}.
   *
   * @throws IllegalArgumentException if it is no duration, negative, or longer than any
   */
  static Duration parse(String text) {
    try {
      Duration duration = isCount(text) ? counted(text) : Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException notOne) {
      throw new IllegalArgumentException(refusal(text), notOne);
    }
    throw new IllegalArgumentException(refusal(text));
  }

  private static String refusal(String text) {
    return "duration is '" + text + "'; it must be " + EXAMPLES + ", and not negative";
  }

  private static boolean isCount(String text) {
    return !text.isEmpty() && DIGIT.matches(text.charAt(0));
  }

  private static Duration counted(String text) {
    int digits = DIGIT.negate().indexIn(text);
    for (Suffix suffix : SUFFIXES) {
      if (digits > 0 && text.substring(digits).equals(suffix.text())) {
        long count = Long.parseLong(text.substring(0, digits));
        return suffix.unit().getDuration().multipliedBy(count);
      }
    }
    throw new NumberFormatException("no unit");
  }
}
