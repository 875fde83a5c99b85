package dev.pacesetter.plan.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.WorkingDays;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever waits for whatever: the laws of the critical path. */
class TaskScheduleProperties {
  private static final LocalDate START = LocalDate.of(2026, 7, 1);

  private static final WorkingDays DAYS =
      WorkingDays.without(
          ImmutableSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          ImmutableSet.of(LocalDate.of(2026, 7, 14), LocalDate.of(2026, 8, 15)));

  /** Tasks of which each waits for some of those before it, under shuffled names. */
  private static final class Case {
    final List<Task> tasks = new ArrayList<>();
    final Capacity capacity;

    Case(int size, long seed, boolean isBound) {
      Random chance = new Random(seed);
      List<String> names = new ArrayList<>();
      for (int at = 0; at < size; at++) {
        names.add("t" + (char) ('a' + at));
      }
      Collections.shuffle(names, chance);
      for (int at = 0; at < size; at++) {
        Task.Builder task =
            Task.builder()
                .id(names.get(at))
                .title("Something")
                .owner(chance.nextBoolean() ? "ana" : "bob")
                .effort(
                    chance.nextBoolean()
                        ? Effort.ofWorkingDays(1 + chance.nextInt(6))
                        : Effort.ofHours(1 + chance.nextInt(40)));
        for (int before = 0; before < at; before++) {
          if (chance.nextInt(3) == 0) {
            task.addAfter(names.get(before));
          }
        }
        if (isBound && chance.nextInt(3) == 0) {
          task.notBefore(START.plusDays(chance.nextInt(20)));
        }
        if (isBound && chance.nextInt(2) == 0) {
          task.due(START.plusDays(20 + chance.nextInt(40)));
        }
        tasks.add(task.build());
      }
      Person bob = Person.of("bob", "Bob");
      capacity =
          Capacity.of(
                  Organization.builder()
                      .addPerson(Person.of("ana", "Ana"))
                      .addPerson(
                          isBound
                              ? bob.since(START.plusDays(chance.nextInt(9)))
                                  .until(START.plusDays(30 + chance.nextInt(60)))
                              : bob)
                      .build())
              .withTimeADay("bob", Duration.ofHours(5));
    }

    TaskSchedule schedule() {
      return TaskSchedule.of(TaskPlan.of(tasks), START, DAYS, capacity);
    }
  }

  /** The days of the longest chain that ends with a task, by trying them all. */
  private static int longest(Task last, TaskPlan plan, TaskSchedule schedule) {
    int before = 0;
    for (String other : last.after()) {
      before = Math.max(before, longest(plan.task(other).orElseThrow(), plan, schedule));
    }
    return before + schedule.task(last.id()).days();
  }

  @Property(tries = 200)
  void theCriticalPathIsAsLongAsTheLongestChain(
      @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
    Case tasks = new Case(size, seed, false);
    TaskSchedule schedule = tasks.schedule();
    TaskPlan plan = TaskPlan.of(tasks.tasks);
    int longest =
        plan.tasks().stream().mapToInt(task -> longest(task, plan, schedule)).max().orElseThrow();
    assertThat(
            schedule.criticalPath().stream()
                .mapToInt(task -> schedule.task(task.id()).days())
                .sum())
        .isEqualTo(longest)
        .isEqualTo(DAYS.count(START, schedule.end().orElseThrow().plusDays(1)));
    assertThat(schedule.criticalPath())
        .allSatisfy(task -> assertThat(schedule.task(task.id()).totalFloat()).isZero());
  }

  @Property(tries = 200)
  void noTaskStartsBeforeWhatItWaitsForHasEnded(
      @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
    TaskSchedule schedule = new Case(size, seed, true).schedule();
    for (ScheduledTask task : schedule.tasks()) {
      assertThat(DAYS.contains(task.earliestStart())).isTrue();
      assertThat(DAYS.count(task.earliestStart(), task.earliestFinish().plusDays(1)))
          .isEqualTo(task.days());
      assertThat(task.earliestStart()).isAfterOrEqualTo(START);
      task.task()
          .notBefore()
          .ifPresent(day -> assertThat(task.earliestStart()).isAfterOrEqualTo(day));
      for (String before : task.task().after()) {
        ScheduledTask other = schedule.task(before);
        assertThat(task.earliestStart()).isAfter(other.earliestFinish());
        assertThat(task.latestStart()).isAfter(other.latestFinish());
      }
    }
  }

  @Property(tries = 300)
  void noFloatIsNegativeIfAndOnlyIfNothingIsLate(
      @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
    TaskSchedule schedule = new Case(size, seed, true).schedule();
    assertThat(schedule.tasks().stream().allMatch(task -> task.totalFloat() >= 0))
        .isEqualTo(schedule.isFeasible());
    for (MissedDay missed : schedule.missed()) {
      assertThat(missed.workingDays()).isPositive();
      assertThat(schedule.task(missed.task().id()).totalFloat())
          .isLessThanOrEqualTo(-missed.workingDays());
    }
  }

  @Property(tries = 100)
  void theOrderInWhichTasksAreGivenMakesNoDifference(
      @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
    Case tasks = new Case(size, seed, true);
    TaskSchedule before = tasks.schedule();
    Collections.shuffle(tasks.tasks, new Random(~seed));
    TaskSchedule after = tasks.schedule();
    assertThat(after.tasks()).isEqualTo(before.tasks());
    assertThat(after.criticalPath()).isEqualTo(before.criticalPath());
    assertThat(after.missed()).isEqualTo(before.missed());
    assertThat(after.workloads()).isEqualTo(before.workloads());
  }

  @Property(tries = 100)
  void theWorkOfAllWeeksIsThatOfAllTasksToTheMinute(
      @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
    Case tasks = new Case(size, seed, true);
    assertThat(tasks.schedule().workloads().stream().mapToLong(Workload::work).sum())
        .isEqualTo(
            tasks.tasks.stream()
                .mapToLong(task -> task.effort().minutes(tasks.capacity.minutesADay(task.owner())))
                .sum());
  }
}
