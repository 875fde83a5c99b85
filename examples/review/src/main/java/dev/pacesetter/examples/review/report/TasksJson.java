package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pacesetter.plan.task.MissedDay;
import dev.pacesetter.plan.task.ScheduledTask;
import dev.pacesetter.plan.task.Task;
import dev.pacesetter.plan.task.TaskSchedule;
import dev.pacesetter.plan.task.Workload;
import java.time.LocalDate;

/** The tasks in review.json. */
final class TasksJson {
  private TasksJson() {}

  static ObjectNode of(TaskSchedule schedule) {
    ObjectNode node = Json.object();
    schedule.end().ifPresent(end -> node.put("end", end.toString()));
    ArrayNode tasks = node.putArray("list");
    schedule.tasks().forEach(task -> tasks.add(task(task, schedule)));
    ArrayNode path = node.putArray("criticalPath");
    schedule.criticalPath().forEach(task -> path.add(task.id()));
    ArrayNode late = node.putArray("late");
    schedule.missed().forEach(missed -> late.add(late(missed)));
    ArrayNode workloads = node.putArray("workloads");
    schedule.workloads().forEach(load -> workloads.add(workload(load)));
    return node;
  }

  private static ObjectNode task(ScheduledTask scheduled, TaskSchedule schedule) {
    Task task = scheduled.task();
    ObjectNode node = Json.object();
    node.put("id", task.id());
    node.set("title", Json.texts(task.title()::in));
    node.put("owner", task.owner());
    node.put("workingDays", scheduled.days());
    node.put("earliestStart", scheduled.earliestStart().toString());
    node.put("earliestFinish", scheduled.earliestFinish().toString());
    node.put("latestStart", scheduled.latestStart().toString());
    node.put("latestFinish", scheduled.latestFinish().toString());
    node.put("totalFloat", scheduled.totalFloat());
    task.due().ifPresent(due -> node.put("due", due.toString()));
    LocalDate moved = schedule.movedDueDays().get(task.id());
    if (moved != null) {
      node.put("dueMovedTo", moved.toString());
    }
    ArrayNode after = node.putArray("after");
    task.after().forEach(after::add);
    task.goal().ifPresent(goal -> node.put("goal", goal));
    task.initiative().ifPresent(initiative -> node.put("initiative", initiative));
    return node;
  }

  private static ObjectNode late(MissedDay missed) {
    ObjectNode node = Json.object();
    node.put("task", missed.task().id());
    node.put("limit", missed.limit().name());
    node.put("lastDay", missed.lastDay().toString());
    node.put("earliestFinish", missed.finish().toString());
    node.put("workingDays", missed.workingDays());
    ArrayNode chain = node.putArray("chain");
    missed.chain().forEach(task -> chain.add(task.id()));
    node.set("text", Json.texts(missed::explain));
    return node;
  }

  private static ObjectNode workload(Workload load) {
    ObjectNode node = Json.object();
    node.put("person", load.person());
    node.put("week", load.week().toString());
    node.put("workMinutes", load.work());
    node.put("capacityMinutes", load.capacity());
    node.put("overloaded", load.isOverloaded());
    ArrayNode tasks = node.putArray("tasks");
    load.tasks().forEach(tasks::add);
    return node;
  }
}
