package dev.pacesetter.metrics.column;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Instants and durations as whole numbers of a time unit. */
public final class Ticks {
  private Ticks() {}

  /**
   * Returns an instant as a whole number of units since 1970-01-01T00:00Z, rounded down.
   *
   * @param at the instant
   * @param unit the unit
   * @return the number
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public static long of(Instant at, TimeUnit unit) {
    return count(at.getEpochSecond(), at.getNano(), unit);
  }

  /**
   * Returns a duration as a whole number of units, rounded down.
   *
   * @param duration the duration
   * @param unit the unit
   * @return the number
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public static long of(Duration duration, TimeUnit unit) {
    return count(duration.getSeconds(), duration.getNano(), unit);
  }

  /**
   * Returns the instant a whole number of units after 1970-01-01T00:00Z.
   *
   * @param ticks the number
   * @param unit the unit
   * @return the instant
   * @throws java.time.DateTimeException if no instant is that far away
   */
  public static Instant toInstant(long ticks, TimeUnit unit) {
    long perSecond = unit.convert(1, TimeUnit.SECONDS);
    if (perSecond == 0) {
      return Instant.ofEpochSecond(unit.toSeconds(ticks));
    }
    return Instant.ofEpochSecond(
        Math.floorDiv(ticks, perSecond),
        Math.floorMod(ticks, perSecond) * (TimeUnit.SECONDS.toNanos(1) / perSecond));
  }

  private static long count(long seconds, int nanos, TimeUnit unit) {
    long perSecond = unit.convert(1, TimeUnit.SECONDS);
    if (perSecond == 0) {
      return Math.floorDiv(seconds, TimeUnit.SECONDS.convert(1, unit));
    }
    long within = nanos / (TimeUnit.SECONDS.toNanos(1) / perSecond);
    if (seconds < 0) { // so that the smallest long is reached without overflow on the way
      return Math.addExact(Math.multiplyExact(seconds + 1, perSecond), within - perSecond);
    }
    return Math.addExact(Math.multiplyExact(seconds, perSecond), within);
  }
}
