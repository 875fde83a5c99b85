package dev.pacesetter.plan.need;

import dev.pacesetter.metrics.Measure;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many of one step are needed, and when.
 *
 * @param step what is counted, such as {@code proposal}
 * @param rate the share that leads to the next step: one's own, shrunk to that of peers, with a 95
 *     % interval
 * @param number the least number that reaches the goal with the confidence asked for; empty where
 *     even 1,000,000 would not, because too little is known of the rates
 * @param onAverage how many it takes on average: what is needed divided by the rates after it
 * @param latest the last day on which one that will be won still has the confidence of being won
 *     within the period; empty without lead times, and then so is the next
 * @param existing the share that must exist already today, from 0 to 1: deals won evenly over the
 *     rest of the period, that began before today
 * @param perPersonAndWeek how many of those that do not exist yet each person needs in each week of
 *     work up to {@code latest}, or to the end of the period without lead times; empty where no
 *     week is left
 */
public record StepNeed(
    String step,
    Measure rate,
    OptionalLong number,
    double onAverage,
    Optional<LocalDate> latest,
    OptionalDouble existing,
    OptionalDouble perPersonAndWeek) {

  /**
   * Returns how many are still to come.
   *
   * @return {@code number · (1 - existing)}, rounded up; the number itself without lead times
   */
  public OptionalLong toCome() {
    return number.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of((long) Math.ceil(number.getAsLong() * (1 - existing.orElse(0)) - 1e-9));
  }
}
