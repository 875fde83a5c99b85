package dev.pacesetter.plan.task;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a task can be done, and when it must be.
 *
 * @param task the task
 * @param days working days it takes, at least 1
 * @param earliestStart the first day on which it can be worked on
 * @param earliestFinish the last day of work when it starts as early as it can
 * @param latestStart the first day of work with which nothing is late yet
 * @param latestFinish the day by whose evening it must be done so that nothing is late: neither it,
 *     nor what waits for it, nor the end of the plan
 * @param totalFloat working days from the earliest to the latest start; negative where it, or what
 *     waits for it, is late whatever is done
 * @param startReason what keeps it from starting earlier
 * @param waitsFor the task whose end it starts after, the smallest id where there are several; null
 *     unless the reason is {@link StartReason#WAITS}
 */
public record ScheduledTask(
    Task task,
    int days,
    LocalDate earliestStart,
    LocalDate earliestFinish,
    LocalDate latestStart,
    LocalDate latestFinish,
    int totalFloat,
    StartReason startReason,
    @Nullable String waitsFor) {

  /**
   * Returns the task whose end it starts after.
   *
   * @return its id; empty where it waits for none
   */
  public Optional<String> waiting() {
    return Optional.ofNullable(waitsFor);
  }
}
