package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongUnaryOperator;

/** The windows that the reference knows, each with its end found by counting hours. */
final class ReferenceWindows {
  /** The clocks go forward on 31 March 2024 at 01:00 UTC. */
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final ImmutableMap<Window, LongUnaryOperator> ENDS =
      ImmutableMap.<Window, LongUnaryOperator>builder()
          .put(Window.UNLIMITED, start -> Long.MAX_VALUE)
          .put(Window.of(Duration.ZERO), elapsed(0))
          .put(Window.of(Duration.ofHours(8)), elapsed(8))
          .put(Window.of(Duration.ofHours(16)), elapsed(16))
          .put(Window.of(Duration.ofHours(17)), elapsed(17))
          .put(Window.of(Duration.ofHours(24)), elapsed(24))
          .put(Window.days(0, ZONE), lastHour(date -> date))
          .put(Window.days(1, ZONE), lastHour(date -> date.plusDays(1)))
          .put(Window.months(0, ZONE), lastHour(date -> date))
          .put(Window.months(1, ZONE), lastHour(date -> date.plusMonths(1)))
          .build();

  private interface LastDay {
    LocalDate after(LocalDate date);
  }

  private ReferenceWindows() {}

  /** The windows there are; the first has no limit. */
  static Window[] all() {
    return ENDS.keySet().toArray(new Window[0]);
  }

  /** The last hour inside a window that starts at an hour. */
  static long end(Window window, long start) {
    return Objects.requireNonNull(ENDS.get(window)).applyAsLong(start);
  }

  private static LongUnaryOperator elapsed(long hours) {
    return start ->
        BigInteger.valueOf(start)
            .add(BigInteger.valueOf(hours))
            .min(BigInteger.valueOf(Long.MAX_VALUE))
            .longValueExact();
  }

  private static LongUnaryOperator lastHour(LastDay lastDay) {
    Map<Long, Long> known = new HashMap<>();
    return start ->
        known.computeIfAbsent(
            start,
            from -> {
              LocalDate last = lastDay.after(date(from));
              long hour = from;
              while (!date(hour + 1).isAfter(last)) {
                hour++;
              }
              return hour;
            });
  }

  private static LocalDate date(long hour) {
    return Instant.ofEpochSecond(3600 * hour).atZone(ZONE).toLocalDate();
  }
}
