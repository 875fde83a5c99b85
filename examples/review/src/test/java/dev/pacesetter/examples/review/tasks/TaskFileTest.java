package dev.pacesetter.examples.review.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.plan.task.Effort;
import dev.pacesetter.plan.task.Task;
import dev.pacesetter.plan.task.TaskSchedule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TaskFileTest {
  private static final String GOOD =
      """
      start: 2026-07-01
      hours-a-day: 7.5
      people: {ana: 4}
      tasks:
        - {id: list, title: {en: List accounts, zh: 列出客户}, owner: ana, hours: 9, due: 2026-07-08}
        - {id: call, title: Call, owner: bob, days: 2, after: list, not-before: 2026-07-02}
        - {id: sum, title: Sum up, owner: bob, hours: 1.5, after: [list, call], goal: q3, initiative: push}
      """;

  private static final Organization ORGANIZATION =
      Organization.builder()
          .addPerson(Person.of("ana", "Ana Silva"))
          .addPerson(Person.of("bob", "Bob Stone"))
          .build();

  private static TaskFile read(String yaml) {
    return TaskFile.read(
        "tasks.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static TaskSchedule schedule(String yaml) {
    return read(yaml)
        .schedule(
            ORGANIZATION,
            FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC),
            LocalDate.of(2026, 8, 3));
  }

  private static void assertRefused(String replaced, String by, String message) {
    assertThat(GOOD).contains(replaced);
    assertThatThrownBy(() -> schedule(GOOD.replace(replaced, by)))
        .isInstanceOf(YamlException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhatIsDoneByWhomAfterWhat() {
    Task list = read(GOOD).plan().task("list").orElseThrow();
    Task sum = read(GOOD).plan().task("sum").orElseThrow();
    assertThat(list.title().in(Locale.CHINESE)).isEqualTo("列出客户");
    assertThat(list.due()).contains(LocalDate.of(2026, 7, 8));
    assertThat(sum.effort()).isEqualTo(Effort.ofMinutes(90));
    assertThat(sum.after()).containsExactly("call", "list");
    assertThat(sum.goal()).contains("q3");
    assertThat(sum.initiative()).contains("push");
  }

  @Test
  void isPutOnWorkingDaysWithTheHoursOfEach() {
    TaskSchedule schedule = schedule(GOOD);
    assertThat(schedule.task("list").days()).isEqualTo(3);
    assertThat(schedule.task("call").earliestStart()).isEqualTo(LocalDate.of(2026, 7, 6));
    assertThat(schedule.end()).contains(LocalDate.of(2026, 7, 8));
  }

  @Test
  void startsWhereThePeriodDoesUnlessItSays() {
    assertThat(
            schedule(GOOD.replace("start: 2026-07-01\n", "").replace(", due: 2026-07-08", ""))
                .task("list")
                .earliestStart())
        .isEqualTo(LocalDate.of(2026, 8, 3));
  }

  @Test
  void namesACircleWithItsPath() {
    assertRefused(
        "hours: 9,",
        "hours: 9, after: sum,",
        "tasks.yaml, line 6, column 5: tasks wait for each other in a circle: call → sum → list → call; one of"
            + " them must not wait");
  }

  @Test
  void namesLineKeyValueAndWhatIsAllowed() {
    assertRefused(
        "after: [list, call]",
        "after: [lost]",
        "tasks.yaml, line 7, column 62: the task “sum” waits for “lost”, which is not in this file; tasks are"
            + " list, call, sum");
    assertRefused(
        "owner: ana",
        "owner: dan",
        "tasks.yaml, line 5, column 61: “owner” is “dan”; allowed: ana, bob");
    assertRefused(
        "{ana: 4}",
        "{dan: 4}",
        "tasks.yaml, line 3, column 15: “people” is “dan”; allowed: ana, bob");
    assertRefused(
        "hours: 9,",
        "hours: 0,",
        "tasks.yaml, line 5, column 73: “hours” is “0”; allowed: hours of work such as 12 or 1.5, in whole"
            + " minutes, greater than zero");
    assertRefused(
        "hours-a-day: 7.5",
        "hours-a-day: 25",
        "tasks.yaml, line 2, column 14: “hours-a-day” is “25”; allowed: hours such as 8 or 7.5, in whole minutes,"
            + " greater than zero and at most 24");
    assertRefused(
        "days: 2,",
        "days: 2, hours: 3,",
        "tasks.yaml, line 6, column 5: exactly one of “hours” and “days” is needed here");
    assertRefused(
        "id: call",
        "id: list",
        "tasks.yaml, line 6, column 10: the task “list” is here twice; the first is in line 5");
    assertRefused(
        "due: 2026-07-08",
        "due: soon",
        "tasks.yaml, line 5, column 81: “due” is “soon”; allowed: a day such as 2017-10-31");
  }
}
