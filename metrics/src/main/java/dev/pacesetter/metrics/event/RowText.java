package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A row in words, for evidence and for messages. */
final class RowText {
  private final StringBuilder text = new StringBuilder();

  /** Begins like {@code deal-17: proposal at 2026-03-09T10:00:00Z}. */
  RowText(String subject, String event, long time, TimeUnit unit) {
    text.append(subject).append(": ").append(event).append(" at ").append(time(time, unit));
  }

  RowText and(String what, long number) {
    return and(what, Long.toString(number));
  }

  RowText and(String what, String value) {
    text.append(", ").append(what).append(' ').append(value);
    return this;
  }

  /** The name of a code, or the code itself where it has none. */
  static String name(ImmutableList<String> names, int code) {
    return code >= 0 && code < names.size() ? names.get(code) : "code " + code;
  }

  /** The instant of a time, or the number where it is beyond all instants. */
  private static String time(long time, TimeUnit unit) {
    try {
      return Instant.EPOCH.plus(time, unit.toChronoUnit()).toString();
    } catch (DateTimeException | ArithmeticException beyond) {
      return time + " " + unit;
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
