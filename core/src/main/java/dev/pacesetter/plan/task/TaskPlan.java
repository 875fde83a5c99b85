package dev.pacesetter.plan.task;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.Traverser;
import dev.pacesetter.style.HouseStyle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait for each other, without a circle.
 *
 * <p>The order in which they are given has no influence.
 */
@Value.Immutable
@HouseStyle
public abstract class TaskPlan {
  TaskPlan() {}

  /**
   * Returns a plan.
   *
   * @param tasks the tasks in any order
   * @return the plan
   * @throws CircularTasksException if tasks wait for each other in a circle
   * @throws IllegalArgumentException if an id is there twice, or a task waits for one that is not
   *     there
   */
  public static TaskPlan of(Task... tasks) {
    return of(Arrays.asList(tasks));
  }

  /**
   * Returns a plan.
   *
   * @param tasks the tasks in any order
   * @return the plan
   * @throws CircularTasksException if tasks wait for each other in a circle
   * @throws IllegalArgumentException if an id is there twice, or a task waits for one that is not
   *     there
   */
  public static TaskPlan of(Iterable<Task> tasks) {
    return builder().addAllTasks(tasks).build();
  }

  /**
   * Returns a builder for a plan that was stored and is read again.
   *
   * @return a builder without tasks
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the tasks.
   *
   * @return the tasks in the order of their ids
   */
  public abstract ImmutableList<Task> tasks();

  /**
   * Returns a task.
   *
   * @param id its id
   * @return the task, empty when there is none of that id
   */
  public final Optional<Task> task(String id) {
    return Optional.ofNullable(byId().get(id));
  }

  @Value.Lazy
  ImmutableMap<String, Task> byId() {
    return tasks().stream().collect(ImmutableMap.toImmutableMap(Task::id, task -> task));
  }

  /** From every task to those that wait for it. */
  @Value.Lazy
  ImmutableGraph<String> graph() {
    ImmutableGraph.Builder<String> graph =
        GraphBuilder.directed()
            .allowsSelfLoops(true)
            .nodeOrder(ElementOrder.<String>natural())
            .incidentEdgeOrder(ElementOrder.stable())
            .immutable();
    tasks().forEach(task -> graph.addNode(task.id()));
    tasks().forEach(task -> task.after().forEach(before -> graph.putEdge(before, task.id())));
    return graph.build();
  }

  /** Every task after those it waits for. */
  @Value.Lazy
  ImmutableList<Task> inOrder() {
    Traverser<String> back = Traverser.forGraph(graph()::predecessors);
    ImmutableList.Builder<Task> ordered = ImmutableList.builder();
    back.depthFirstPostOrder(byId().keySet()).forEach(id -> task(id).ifPresent(ordered::add));
    return ordered.build();
  }

  @Value.Check
  TaskPlan check() {
    Set<String> ids = new HashSet<>();
    tasks()
        .forEach(
            task ->
                checkArgument(
                    ids.add(task.id()),
                    "there are two tasks '%s'; each needs an id of its own",
                    task.id()));
    for (Task task : tasks()) {
      for (String before : task.after()) {
        checkArgument(
            ids.contains(before),
            "task %s waits for '%s', which is not there; there are %s",
            task.id(),
            before,
            byId().keySet());
      }
    }
    ImmutableList<Task> sorted =
        ImmutableList.sortedCopyOf(Comparator.comparing(Task::id), tasks());
    if (!sorted.equals(tasks())) {
      return of(sorted);
    }
    if (Graphs.hasCycle(graph())) {
      throw new CircularTasksException(circle());
    }
    return this;
  }

  /** The shortest circle through the smallest id that is on one. */
  private ImmutableList<String> circle() {
    for (String start : byId().keySet()) {
      Map<String, String> from = new HashMap<>();
      Queue<String> open = new ArrayDeque<>();
      open.add(start);
      while (!open.isEmpty() && !from.containsKey(start)) {
        String at = open.remove();
        for (String next : ImmutableList.sortedCopyOf(graph().successors(at))) {
          if (from.putIfAbsent(next, at) == null) {
            open.add(next);
          }
        }
      }
      if (from.containsKey(start)) {
        return back(start, from);
      }
    }
    throw new IllegalStateException("a circle of tasks was lost: " + byId().keySet());
  }

  private static ImmutableList<String> back(String start, Map<String, String> from) {
    Deque<String> path = new ArrayDeque<>();
    path.add(start);
    @Nullable String at = from.get(start);
    while (at != null && !at.equals(start)) {
      path.addFirst(at);
      at = from.get(at);
    }
    path.addFirst(start);
    return ImmutableList.copyOf(path);
  }

  /** Collects tasks. */
  public static final class Builder extends ImmutableTaskPlan.Builder {
    Builder() {}
  }
}
