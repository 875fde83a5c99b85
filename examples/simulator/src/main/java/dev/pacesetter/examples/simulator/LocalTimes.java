package dev.pacesetter.examples.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times as the files write them, without the cost of a general formatter. */
final class LocalTimes {
  private final ZoneId zone;
  private final char[] text = "0000-00-00 00:00".toCharArray();

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** Returns {@code yyyy-MM-dd HH:mm}. */
  String text(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    two(0, local.getYear() / 100);
    two(2, local.getYear() % 100);
    two(5, local.getMonthValue());
    two(8, local.getDayOfMonth());
    two(11, local.getHour());
    two(14, local.getMinute());
    return new String(text);
  }

  private void two(int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }
}
