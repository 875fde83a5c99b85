package dev.pacesetter.examples.review.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How dates, or dates with a time of day, are written; days that do not exist are refused.
 *
 * @param pattern the pattern as people write it, such as {@code dd-MM-yyyy HH:mm}
 * @param formatter the same, strict
 */
public record DatePattern(String pattern, DateTimeFormatter formatter) {

  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  /** ISO dates: {@code 2017-12-31}. */
  public static final DatePattern ISO_DAY = of("yyyy-MM-dd");

  /**
   * Returns a pattern.
   *
   * @param pattern letters as in {@link DateTimeFormatter} but {@code p}; {@code yyyy} is the year
   * @return the pattern
   * @throws IllegalArgumentException if it is none, or does not tell the day
   */
  public static DatePattern of(String pattern) {
    if (QUOTED.matcher(pattern).replaceAll("").indexOf('p') >= 0) {
      // pads with spaces, which no export does and the formatter itself cannot always be made with
      throw new IllegalArgumentException("'" + pattern + "' pads with p");
    }
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    DatePattern made = new DatePattern(pattern, formatter);
    LocalDateTime probe = LocalDateTime.of(2017, 11, 23, 0, 0);
    try {
      if (made.day(formatter.format(probe)).equals(probe.toLocalDate())) {
        return made;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + pattern + "' does not tell the day", e);
    }
    throw new IllegalArgumentException("'" + pattern + "' does not tell the day");
  }

  /**
   * Reads a day.
   *
   * @param text the date, with or without a time of day
   * @return the day
   * @throws DateTimeException if it is not written so, or does not exist
   */
  public LocalDate day(String text) {
    return LocalDate.from(formatter.parse(text));
  }

  /**
   * Reads an instant: the start of the day where no time of day is written.
   *
   * @param text the date, with or without a time of day
   * @param zone where the clock stands
   * @return the instant
   * @throws DateTimeException if it is not written so, or does not exist
   */
  public Instant instant(String text, ZoneId zone) {
    TemporalAccessor parsed = formatter.parse(text);
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(parsed);
    }
    return parsed.isSupported(ChronoField.SECOND_OF_DAY)
        ? ZonedDateTime.of(LocalDateTime.from(parsed), zone).toInstant()
        : LocalDate.from(parsed).atStartOfDay(zone).toInstant();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
