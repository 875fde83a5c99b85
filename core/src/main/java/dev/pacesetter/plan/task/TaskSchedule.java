package dev.pacesetter.plan.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When the tasks of a plan can be done, by the critical path method on working days.
 *
 * <p>A task takes whole working days without a break: its effort divided by the owner's time a day,
 * rounded up. Earliest days follow from the start of the plan, {@link Task#notBefore}, the owner's
 * first day and the tasks waited for; latest days from {@link Task#due}, the owner's last day, the
 * tasks that wait, and the end of the plan. The total float is the difference of the two, and no
 * float is negative if and only if {@link #isFeasible nothing is late}. That somebody does several
 * tasks at once delays none of them; {@link #workloads} tells of it.
 *
 * <p>Where a task is due on a day off, the working day before counts, since the promise is to be
 * kept and not extended; {@link #movedDueDays} names every such task.
 *
 * @see <a href="https://doi.org/10.1145/1460299.1460318">Kelley and Walker (1959)</a>
 */
public final class TaskSchedule {
  private final ImmutableList<ScheduledTask> tasks;
  private final ImmutableList<Task> criticalPath;
  private final ImmutableList<MissedDay> missed;
  private final ImmutableSortedMap<String, LocalDate> movedDueDays;
  private final ImmutableList<Workload> workloads;

  TaskSchedule(
      ImmutableList<ScheduledTask> tasks,
      ImmutableList<Task> criticalPath,
      ImmutableList<MissedDay> missed,
      ImmutableSortedMap<String, LocalDate> movedDueDays,
      ImmutableList<Workload> workloads) {
    this.tasks = tasks;
    this.criticalPath = criticalPath;
    this.missed = missed;
    this.movedDueDays = movedDueDays;
    this.workloads = workloads;
  }

  /**
   * Puts a plan on working days.
   *
   * @param plan the tasks
   * @param start the day on which the first tasks can start, or the working day after where it is
   *     none
   * @param days when people work
   * @param capacity who is there, and for how long a day
   * @return the schedule
   * @throws IllegalArgumentException if an owner is not in the organization, or the plan would take
   *     more than a million working days
   */
  public static TaskSchedule of(
      TaskPlan plan, LocalDate start, WorkingDays days, Capacity capacity) {
    return new CriticalPathMethod(plan, start, days, capacity).schedule();
  }

  /**
   * Returns every task with its days.
   *
   * @return the tasks by earliest start, then by id
   */
  public ImmutableList<ScheduledTask> tasks() {
    return tasks;
  }

  /**
   * Returns a task with its days.
   *
   * @param id the task's id
   * @return the task
   * @throws IllegalArgumentException if the plan has no such task
   */
  public ScheduledTask task(String id) {
    return tasks.stream()
        .filter(candidate -> candidate.task().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no task '%s'; there are %s"
                        .formatted(
                            id, tasks.stream().map(known -> known.task().id()).sorted().toList())));
  }

  /**
   * Returns when everything can be done at the earliest.
   *
   * @return the last day of work; empty for a plan without tasks
   */
  public Optional<LocalDate> end() {
    return tasks.stream().map(ScheduledTask::earliestFinish).max(LocalDate::compareTo);
  }

  /**
   * Returns what decides when the plan ends: the tasks that wait for each other without a day
   * between, up to the one that ends last. A day more for any of them is a day more for the plan.
   *
   * @return the tasks in the order of time; of several paths the one with the smallest ids, from
   *     its end
   */
  public ImmutableList<Task> criticalPath() {
    return criticalPath;
  }

  /**
   * Returns which tasks cannot be done by the day they must be.
   *
   * @return the tasks in the order of ids, with the reason
   */
  public ImmutableList<MissedDay> missed() {
    return missed;
  }

  /**
   * Returns whether every task can be done by the day it must be.
   *
   * @return whether nothing is missed
   */
  public boolean isFeasible() {
    return missed.isEmpty();
  }

  /**
   * Returns which tasks are due on a day off.
   *
   * @return by the id of the task the working day that counts instead
   */
  public ImmutableSortedMap<String, LocalDate> movedDueDays() {
    return movedDueDays;
  }

  /**
   * Returns what the tasks ask of people, week by week.
   *
   * @return an entry for each week and person with work, by week, then by person
   */
  public ImmutableList<Workload> workloads() {
    return workloads;
  }

  /**
   * Returns who has more to do than time, and when.
   *
   * @return those of {@link #workloads} that are overloaded
   */
  public ImmutableList<Workload> overloads() {
    return workloads.stream()
        .filter(Workload::isOverloaded)
        .collect(ImmutableList.toImmutableList());
  }
}
