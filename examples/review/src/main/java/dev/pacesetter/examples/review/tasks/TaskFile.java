package dev.pacesetter.examples.review.tasks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.plan.task.Capacity;
import dev.pacesetter.plan.task.CircularTasksException;
import dev.pacesetter.plan.task.Effort;
import dev.pacesetter.plan.task.Task;
import dev.pacesetter.plan.task.TaskPlan;
import dev.pacesetter.plan.task.TaskSchedule;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The tasks of a file, with the time people have for them. */
public final class TaskFile {
  private static final ImmutableList<String> KEYS =
      ImmutableList.of("start", "hours-a-day", "people", "tasks");
  private static final ImmutableList<String> TASK_KEYS =
      ImmutableList.of(
          "id",
          "title",
          "owner",
          "hours",
          "days",
          "not-before",
          "due",
          "after",
          "goal",
          "initiative");
  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

  private final Optional<LocalDate> start;
  private final Optional<Duration> day;
  private final ImmutableSortedMap<String, Duration> days;
  private final ImmutableMap<String, YamlNode> people;
  private final ImmutableMap<String, YamlNode> entries;
  private final TaskPlan plan;

  private TaskFile(YamlNode root) {
    root.allowing(KEYS);
    start = root.find("start").map(TaskFile::day);
    day = root.find("hours-a-day").map(TaskFile::hoursADay);
    people = root.find("people").map(YamlNode::entries).orElse(ImmutableMap.of());
    ImmutableSortedMap.Builder<String, Duration> own = ImmutableSortedMap.naturalOrder();
    people.forEach((person, hours) -> own.put(person, hoursADay(hours)));
    days = own.buildOrThrow();
    Map<String, YamlNode> nodes = new LinkedHashMap<>();
    ImmutableList.Builder<Task> tasks = ImmutableList.builder();
    for (YamlNode node : root.get("tasks").items()) {
      Task task = task(node);
      YamlNode first = nodes.putIfAbsent(task.id(), node);
      if (first != null) {
        throw node.get("id").problem("task.id-twice", task.id(), first.line());
      }
      tasks.add(task);
    }
    entries = ImmutableMap.copyOf(nodes);
    plan = plan(tasks.build());
  }

  /**
   * Reads a task file.
   *
   * @param path a YAML file
   * @return the tasks
   * @throws YamlException if something in it is not as it must be
   */
  public static TaskFile read(Path path) {
    return new TaskFile(YamlNode.read(path));
  }

  /**
   * Reads a task file.
   *
   * @param file what to call it in errors
   * @param in YAML
   * @return the tasks
   * @throws YamlException if something in it is not as it must be
   */
  public static TaskFile read(String file, InputStream in) {
    return new TaskFile(YamlNode.read(file, in));
  }

  private TaskPlan plan(List<Task> tasks) {
    for (Task task : tasks) {
      for (YamlNode before :
          entry(task).find("after").map(YamlNode::itemOrItems).orElse(ImmutableList.of())) {
        if (!entries.containsKey(before.text())) {
          throw before.problem("task.unknown-before", task.id(), before.text(), entries.keySet());
        }
      }
    }
    try {
      return TaskPlan.of(tasks);
    } catch (CircularTasksException e) {
      YamlNode first = Objects.requireNonNull(entries.get(e.path().get(0)));
      throw first.problem("task.circle", String.join(" → ", e.path()));
    }
  }

  private YamlNode entry(Task task) {
    return Objects.requireNonNull(entries.get(task.id()));
  }

  private static Task task(YamlNode node) {
    node.allowing(TASK_KEYS);
    String id = node.get("id").as(TaskFile::named, Message.of("task.allowed.id"));
    Task.Builder task =
        Task.builder()
            .id(id)
            .title(node.get("title").wording())
            .owner(node.get("owner").as(TaskFile::named, Message.of("task.allowed.owner")))
            .effort(effort(node))
            .notBefore(node.find("not-before").map(TaskFile::day))
            .due(node.find("due").map(TaskFile::day))
            .goal(node.find("goal").map(YamlNode::text))
            .initiative(node.find("initiative").map(YamlNode::text));
    node.find("after")
        .map(YamlNode::itemOrItems)
        .ifPresent(all -> all.forEach(before -> task.addAfter(before.text())));
    try {
      return task.build();
    } catch (IllegalArgumentException e) {
      throw node.problem("task.refused", id, Optional.ofNullable(e.getMessage()).orElse(""));
    }
  }

  private static Effort effort(YamlNode node) {
    Optional<YamlNode> hours = node.find("hours");
    Optional<YamlNode> days = node.find("days");
    if (hours.isPresent() == days.isPresent()) {
      throw node.problem("task.one-effort");
    }
    return hours
        .map(
            written ->
                written.as(
                    text -> Effort.ofMinutes(minutes(text)), Message.of("task.allowed.hours")))
        .orElseGet(
            () ->
                days.orElseThrow()
                    .as(
                        text -> Effort.ofWorkingDays(Integer.parseInt(text)),
                        Message.of("task.allowed.days")));
  }

  private static int minutes(String text) {
    try {
      return new BigDecimal(text).multiply(MINUTES_AN_HOUR).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Duration hoursADay(YamlNode node) {
    return node.as(
        text -> {
          int minutes = minutes(text);
          if (minutes < 1 || minutes > Duration.ofDays(1).toMinutes()) {
            throw new IllegalArgumentException(text);
          }
          return Duration.ofMinutes(minutes);
        },
        Message.of("task.allowed.hours-a-day"));
  }

  private static LocalDate day(YamlNode node) {
    return node.as(LocalDate::parse, Message.of("goal.allowed.day"));
  }

  private static String named(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /**
   * Returns the tasks.
   *
   * @return the plan
   */
  public TaskPlan plan() {
    return plan;
  }

  /**
   * Puts the tasks on working days.
   *
   * @param organization who is there
   * @param calendar when people work
   * @param standard when the plan starts where the file does not say
   * @return the schedule
   * @throws YamlException if an owner, or somebody with hours of their own, is not there
   */
  public TaskSchedule schedule(
      Organization organization, FiscalCalendar calendar, LocalDate standard) {
    ImmutableList<String> known =
        organization.people().stream().map(Person::id).collect(ImmutableList.toImmutableList());
    for (Task task : plan.tasks()) {
      if (!known.contains(task.owner())) {
        throw entry(task).get("owner").problem("yaml.bad-value", "owner", task.owner(), known);
      }
    }
    Capacity capacity = Capacity.of(organization);
    capacity = day.map(capacity::withTimeADay).orElse(capacity);
    for (Map.Entry<String, Duration> own : days.entrySet()) {
      if (!known.contains(own.getKey())) {
        throw Objects.requireNonNull(people.get(own.getKey()))
            .problem("yaml.bad-value", "people", own.getKey(), known);
      }
      capacity = capacity.withTimeADay(own.getKey(), own.getValue());
    }
    return TaskSchedule.of(plan, start.orElse(standard), calendar.workingDays(), capacity);
  }
}
