package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.ProportionInterval;

/**
 * One step of a funnel; {@code entered = converted + dropped + pending}.
 *
 * @param name the name of the step; in any order which of them it is in time, such as {@code 2 of
 *     4}
 * @param isOptional whether it may be skipped; its chains are then those that took it
 * @param entered chains that reached it
 * @param converted chains that went on to the next step that is not optional; at the last such step
 *     all of them
 * @param dropped chains that ended here: their time is over or they were broken
 * @param pending chains that are here and may still go on as of the report, or of which another
 *     that came as deep may
 * @param value the sum of the values of the rows that served the step
 * @param base chains that reached the first step
 * @param confidence the level of the intervals
 */
public record FunnelStep(
    String name,
    boolean isOptional,
    long entered,
    long converted,
    long dropped,
    long pending,
    long value,
    long base,
    double confidence) {
  /**
   * Checks that the counts add up.
   *
   * @throws IllegalArgumentException if they do not
   */
  public FunnelStep {
    checkArgument(
        entered == converted + dropped + pending
            && Math.min(Math.min(converted, dropped), pending) >= 0,
        "step %s has %s entered, %s converted, %s dropped, %s pending; it must add up",
        name,
        entered,
        converted,
        dropped,
        pending);
  }

  /**
   * Returns the share that went on so far, {@code converted / entered} with a Wilson interval. It
   * can only grow while chains are pending.
   *
   * @return the rate; no data where no chain reached the step
   */
  public Measure rate() {
    return rate(converted, entered);
  }

  /**
   * Returns the share among those that are decided, {@code converted / (converted + dropped)} with
   * a Wilson interval.
   *
   * @return the rate; no data where none is decided
   */
  public Measure decidedRate() {
    return rate(converted, converted + dropped);
  }

  /**
   * Returns the share of all chains that reached the step, {@code entered / base} with a Wilson
   * interval.
   *
   * @return the rate; no data in an empty funnel
   */
  public Measure totalRate() {
    return rate(entered, base);
  }

  private Measure rate(long part, long whole) {
    return ProportionInterval.WILSON.measure(Ratio.of(part, whole), confidence);
  }
}
