package dev.pacesetter.metrics.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which open deals belong to the pipeline that is looked at. */
public final class PipelineScope {
  private static final PipelineScope ALL_OPEN = new PipelineScope(Long.MIN_VALUE, Long.MIN_VALUE);

  private static final Pattern CLOSING = Pattern.compile("closing in \\[(\\S+), (\\S+)\\)");

  private final long startDay;
  private final long endDay;

  private PipelineScope(long startDay, long endDay) {
    this.startDay = startDay;
    this.endDay = endDay;
  }

  /**
   * Returns the scope of every open deal, whether or not it has a close date.
   *
   * @return the scope
   */
  public static PipelineScope allOpen() {
    return ALL_OPEN;
  }

  /**
   * Returns the scope of the open deals expected to close in a period.
   *
   * @param start the first day
   * @param end the day after the last one; after {@code start}
   * @return the scope
   * @throws IllegalArgumentException if there is no day in the period
   */
  public static PipelineScope closingIn(LocalDate start, LocalDate end) {
    checkArgument(
        start.isBefore(end),
        "PipelineScope is [%s, %s); it must have at least one day",
        start,
        end);
    return new PipelineScope(start.toEpochDay(), end.toEpochDay());
  }

  /**
   * Reads a scope; undoes {@link #toString}.
   *
   * @param text {@code all open}, or such as {@code closing in [2026-07-01, 2026-10-01)}
   * @return the scope
   * @throws IllegalArgumentException if the text is neither, or there is no day in the period
   * @throws java.time.format.DateTimeParseException if what should be a day is none
   */
  public static PipelineScope parse(String text) {
    if (text.equals("all open")) {
      return ALL_OPEN;
    }
    Matcher matcher = CLOSING.matcher(text);
    checkArgument(
        matcher.matches(),
        "PipelineScope is '%s'; allowed are 'all open' and e.g."
            + " 'closing in [2026-07-01, 2026-10-01)'",
        text);
    return closingIn(LocalDate.parse(matcher.group(1)), LocalDate.parse(matcher.group(2)));
  }

  /** Returns whether an open deal with this close day belongs to the pipeline. */
  boolean includes(long closeDay) {
    return equals(ALL_OPEN)
        || (closeDay != DealHistory.NO_CLOSE_DAY && startDay <= closeDay && closeDay < endDay);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PipelineScope that
        && startDay == that.startDay
        && endDay == that.endDay;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * startDay + endDay);
  }

  /** Reads like {@code all open} or {@code closing in [2026-07-01, 2026-10-01)}. */
  @Override
  public String toString() {
    return equals(ALL_OPEN)
        ? "all open"
        : "closing in ["
            + LocalDate.ofEpochDay(startDay)
            + ", "
            + LocalDate.ofEpochDay(endDay)
            + ")";
  }
}
