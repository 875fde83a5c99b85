package dev.pacesetter.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.WorkingDays;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.testing.Bundles;
import dev.pacesetter.text.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskScheduleTest {
  /** A Wednesday, two days before a holiday. */
  private static final LocalDate START = LocalDate.of(2026, 7, 1);

  private static final WorkingDays DAYS =
      WorkingDays.without(
          ImmutableSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          ImmutableSet.of(LocalDate.of(2026, 7, 3)));

  private static final Organization ORGANIZATION =
      Organization.builder()
          .addPerson(Person.of("ana", "Ana Silva"))
          .addPerson(Person.of("bob", "Bob Stone").since(july(9)))
          .addPerson(Person.of("cleo", "Cleo Brown").until(july(8)))
          .build();

  private static final Capacity CAPACITY = Capacity.of(ORGANIZATION);

  private static LocalDate july(int day) {
    return LocalDate.of(2026, 7, day);
  }

  private static Task.Builder task(String id, String owner, Effort effort, String... after) {
    return Task.builder()
        .id(id)
        .title(Text.of("Task " + id, "任务" + id))
        .owner(owner)
        .effort(effort)
        .addAfter(after);
  }

  private static Task days(String id, int days, String... after) {
    return task(id, "ana", Effort.ofWorkingDays(days), after).build();
  }

  private static TaskSchedule schedule(Task... tasks) {
    return TaskSchedule.of(TaskPlan.of(tasks), START, DAYS, CAPACITY);
  }

  private static ImmutableList<String> ids(ImmutableList<Task> tasks) {
    return tasks.stream().map(Task::id).collect(ImmutableList.toImmutableList());
  }

  @Nested
  class OnWorkingDays {
    @Test
    void leavesOutWeekendAndHoliday() {
      ScheduledTask task = schedule(days("a", 3)).task("a");
      assertThat(task.earliestStart()).isEqualTo(july(1));
      assertThat(task.earliestFinish()).isEqualTo(july(6));
    }

    @Test
    void startsAfterWhatItWaitsForOnTheNextWorkingDay() {
      ScheduledTask task = schedule(days("a", 2), days("b", 1, "a")).task("b");
      assertThat(task.earliestStart()).isEqualTo(july(6));
      assertThat(task.waiting()).contains("a");
    }

    @Test
    void startsOnTheWorkingDayAfterADayOff() {
      assertThat(
              schedule(task("a", "ana", Effort.ofHours(1)).notBefore(july(4)).build())
                  .task("a")
                  .earliestStart())
          .isEqualTo(july(6));
      assertThat(
              TaskSchedule.of(TaskPlan.of(days("a", 1)), july(3), DAYS, CAPACITY)
                  .task("a")
                  .earliestStart())
          .isEqualTo(july(6));
    }

    @Test
    void roundsHoursUpToTheOwnersDays() {
      Task nine = task("a", "ana", Effort.ofHours(9)).build();
      assertThat(schedule(nine).task("a").days()).isEqualTo(2);
      assertThat(
              TaskSchedule.of(
                      TaskPlan.of(nine),
                      START,
                      DAYS,
                      CAPACITY.withTimeADay("ana", Duration.ofHours(4)))
                  .task("a")
                  .days())
          .isEqualTo(3);
    }

    @Test
    void waitsForThePersonWhoDoesIt() {
      ScheduledTask task = schedule(task("a", "bob", Effort.ofHours(8)).build()).task("a");
      assertThat(task.earliestStart()).isEqualTo(july(9));
      assertThat(task.startReason()).isEqualTo(StartReason.OWNER_COMES);
    }

    @Test
    void refusesAnOwnerWhoIsNotThere() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> schedule(task("a", "dan", Effort.ofHours(8)).build()))
          .withMessage(
              "the owner of task a is 'dan', who is not in the organization; there are [ana, bob,"
                  + " cleo]");
    }

    @Test
    void aPlanWithoutTasksHasNoEnd() {
      assertThat(schedule().end()).isEmpty();
      assertThat(schedule().isFeasible()).isTrue();
    }
  }

  @Nested
  class TheCriticalPath {
    /** The textbook diamond: a then b or c, then d; c is longer than b by two days. */
    private final TaskSchedule diamond =
        schedule(days("a", 2), days("b", 1, "a"), days("c", 3, "a"), days("d", 1, "b", "c"));

    @Test
    void isTheLongestWayThroughThePlan() {
      assertThat(ids(diamond.criticalPath())).containsExactly("a", "c", "d");
      assertThat(diamond.end()).contains(july(9));
    }

    @Test
    void hasNoFloatAndTheShorterWayHasTheDifference() {
      assertThat(diamond.task("a").totalFloat()).isZero();
      assertThat(diamond.task("c").totalFloat()).isZero();
      assertThat(diamond.task("b").totalFloat()).isEqualTo(2);
      assertThat(diamond.task("b").latestStart()).isEqualTo(july(8));
    }

    @Test
    void aDueDayLeavesNoFloatBeyondIt() {
      TaskSchedule schedule =
          schedule(task("b", "ana", Effort.ofWorkingDays(1)).due(july(2)).build(), days("c", 5));
      assertThat(schedule.task("b").totalFloat()).isEqualTo(1);
      assertThat(schedule.isFeasible()).isTrue();
    }
  }

  @Nested
  class WhatIsMissed {
    @Test
    void namesTheTasksThatTakeTheTime() {
      TaskSchedule schedule =
          schedule(days("a", 3), task("b", "ana", Effort.ofHours(8), "a").due(july(6)).build());
      MissedDay missed = schedule.missed().get(0);
      assertThat(schedule.isFeasible()).isFalse();
      assertThat(missed.workingDays()).isEqualTo(1);
      assertThat(ids(missed.chain())).containsExactly("a", "b");
      assertThat(schedule.task("a").totalFloat()).isEqualTo(-1);
      assertThat(missed.explain(Locale.ENGLISH))
          .isEqualTo(
              "“Task b” is due on 2026-07-06 but can be done on 2026-07-07 at the earliest, 1"
                  + " working day late. It has to wait for the tasks before it: “Task a” → “Task b”. “Task"
                  + " a” starts on the first day of the plan.");
      assertThat(missed.explain(Locale.CHINESE))
          .isEqualTo(
              "“任务b”应于 2026-07-06 完成，但最早要到 2026-07-07 才能完成，晚 1 个工作日。须先完成前面的任务：“任务a” → “任务b”。“任务a”从计划首日开始。");
    }

    @Test
    void saysThatTheWorkItselfIsTooMuch() {
      TaskSchedule schedule =
          schedule(
              task("a", "ana", Effort.ofWorkingDays(4)).notBefore(july(2)).due(july(7)).build());
      assertThat(schedule.missed()).hasSize(1);
      assertThat(schedule.missed().get(0).explain(Locale.ENGLISH))
          .isEqualTo(
              "“Task a” is due on 2026-07-07 but can be done on 2026-07-08 at the earliest, 1"
                  + " working day late. “Task a” cannot start before 2026-07-02. The work itself"
                  + " takes longer than the time there is.");
    }

    @Test
    void saysThatTheOwnerComesTooLate() {
      assertThat(
              schedule(task("a", "bob", Effort.ofHours(1)).due(july(6)).build())
                  .missed()
                  .get(0)
                  .explain(Locale.ENGLISH))
          .contains("3 working days late", "starts as soon as its owner bob is there");
    }

    @Test
    void countsTheLastDayOfTheOwnerToo() {
      TaskSchedule schedule = schedule(task("a", "cleo", Effort.ofWorkingDays(5)).build());
      assertThat(schedule.missed())
          .extracting(MissedDay::limit, MissedDay::lastDay, MissedDay::workingDays)
          .containsExactly(tuple(MissedDay.Limit.OWNER_LEAVES, july(7), 1));
      assertThat(schedule.missed().get(0).explain(Locale.CHINESE)).contains("cleo", "2026-07-07");
    }

    @Test
    void aDueDayOffIsNamedAndTheWorkingDayBeforeCounts() {
      TaskSchedule schedule =
          schedule(
              task("a", "ana", Effort.ofWorkingDays(2)).due(july(5)).build(),
              task("b", "ana", Effort.ofWorkingDays(3)).due(july(3)).build());
      assertThat(schedule.movedDueDays()).containsExactly(entry("a", july(2)), entry("b", july(2)));
      assertThat(schedule.missed()).extracting(each -> each.task().id()).containsExactly("b");
    }

    @Test
    void aDueDayBeforeThePlanIsMissedByAllTheDaysBetween() {
      TaskSchedule schedule =
          schedule(
              task("a", "ana", Effort.ofWorkingDays(1)).due(LocalDate.of(2026, 6, 29)).build());
      assertThat(schedule.missed().get(0).workingDays()).isEqualTo(2);
      assertThat(schedule.task("a").latestStart()).isEqualTo(LocalDate.of(2026, 6, 29));
    }
  }

  @Nested
  class TheWorkOfAWeek {
    private final TaskSchedule schedule =
        schedule(
            task("a", "ana", Effort.ofHours(20)).build(),
            task("b", "ana", Effort.ofHours(4)).build(),
            task("c", "cleo", Effort.ofHours(16)).notBefore(july(7)).build());

    @Test
    void isWhatItsDaysTakeBesideTheTimeThereIs() {
      // 20 h are spread over three days: 400 minutes each on Wednesday, Thursday and Monday
      assertThat(schedule.workloads())
          .containsExactly(
              new Workload(
                  "ana", LocalDate.of(2026, 6, 29), 800 + 240, 1920, ImmutableList.of("a", "b")),
              new Workload("ana", july(6), 400, 2400, ImmutableList.of("a")),
              new Workload("cleo", july(6), 960, 960, ImmutableList.of("c")));
    }

    @Test
    void isTooMuchAboveTheTimeThereIs() {
      assertThat(schedule.overloads()).isEmpty();
      Workload over =
          schedule(
                  task("a", "ana", Effort.ofWorkingDays(2)).build(),
                  task("b", "ana", Effort.ofHours(14)).build(),
                  task("c", "ana", Effort.ofHours(8)).build())
              .overloads()
              .get(0);
      assertThat(over.work()).isEqualTo(38 * 60);
      assertThat(over.explain(Locale.ENGLISH))
          .isEqualTo(
              "ana has 38.0 h of work in the week of 2026-06-29 but only 32.0 h for it: a, b, c.");
      assertThat(over.explain(Locale.CHINESE)).contains("超出负荷");
    }

    @Test
    void needsATimeADayOfAtMostADay() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CAPACITY.withTimeADay("ana", Duration.ofHours(25)))
          .withMessageContaining("the time a day of ana is PT25H");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CAPACITY.withTimeADay("dan", Duration.ofHours(4)))
          .withMessageContaining("'dan'");
    }
  }

  @Test
  void everyPhraseIsThereInBothLanguages() {
    String phrases = "dev.pacesetter.plan.task.task";
    assertThat(Bundles.keys(phrases, Locale.CHINESE))
        .isEqualTo(Bundles.keys(phrases, Locale.ENGLISH));
    for (String key : Bundles.keys(phrases, Locale.ENGLISH)) {
      assertThat(Bundles.placeholders(phrases, Locale.CHINESE, key))
          .as(key)
          .isSubsetOf(Bundles.placeholders(phrases, Locale.ENGLISH, key));
    }
  }
}
