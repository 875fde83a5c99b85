package dev.pacesetter.plan.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days are counted as working days from the start of the plan, which is 0. */
final class CriticalPathMethod {
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final int NOBODY = -1;

  private final WorkingDays days;
  private final Capacity capacity;
  private final LocalDate origin;
  private final ImmutableList<Task> tasks; // each after those it waits for
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] length;
  private final int[] start;
  private final int[] latestFinish;
  private final StartReason[] reason;
  private final int[] waitsFor;
  private final int[] due;
  private final int[] ownersLast;
  private final Map<String, LocalDate> moved = new HashMap<>();

  CriticalPathMethod(TaskPlan plan, LocalDate start, WorkingDays days, Capacity capacity) {
    this.days = days;
    this.capacity = capacity;
    origin = onOrAfter(start);
    tasks = plan.inOrder();
    int size = tasks.size();
    length = new int[size];
    this.start = new int[size];
    latestFinish = new int[size];
    reason = new StartReason[size];
    waitsFor = new int[size];
    due = new int[size];
    ownersLast = new int[size];
    for (int at = 0; at < size; at++) {
      places.put(tasks.get(at).id(), at);
      length[at] = tasks.get(at).effort().days(capacity.minutesADay(tasks.get(at).owner()));
      goForward(at);
      limit(at);
    }
    goBack();
  }

  private LocalDate onOrAfter(LocalDate day) {
    return days.contains(day) ? day : days.next(day);
  }

  private LocalDate onOrBefore(LocalDate day) {
    return days.contains(day) ? day : days.previous(day);
  }

  /** Which working day a working day is, negative before the start of the plan. */
  private int number(LocalDate day) {
    return day.isBefore(origin) ? -days.count(day, origin) : days.count(origin, day);
  }

  private LocalDate day(int number) {
    return number >= 0 ? days.plus(origin.minusDays(1), number + 1) : days.plus(origin, number);
  }

  private int finish(int at) {
    return Math.addExact(start[at], length[at] - 1);
  }

  private void goForward(int at) {
    Task task = tasks.get(at);
    Optional<LocalDate> comes =
        capacity.person("the owner of task " + task.id(), task.owner()).since();
    waitsFor[at] = NOBODY;
    reason[at] = StartReason.PLAN_START;
    int earliest = 0;
    for (String before : task.after()) {
      int other = Objects.requireNonNull(places.get(before));
      if (finish(other) + 1 > earliest) {
        earliest = finish(other) + 1;
        reason[at] = StartReason.WAITS;
        waitsFor[at] = other;
      }
    }
    int notBefore = task.notBefore().map(this::onOrAfter).map(this::number).orElse(0);
    int present = comes.map(this::onOrAfter).map(this::number).orElse(0);
    if (notBefore > earliest) {
      earliest = notBefore;
      reason[at] = StartReason.NOT_BEFORE;
    }
    if (present > earliest) {
      earliest = present;
      reason[at] = StartReason.OWNER_COMES;
    }
    if (reason[at] != StartReason.WAITS) {
      waitsFor[at] = NOBODY;
    }
    start[at] = earliest;
  }

  private void limit(int at) {
    Task task = tasks.get(at);
    due[at] = NO_LIMIT;
    if (task.due().isPresent()) {
      LocalDate last = onOrBefore(task.due().get());
      due[at] = number(last);
      if (!last.equals(task.due().get())) {
        moved.put(task.id(), last);
      }
    }
    ownersLast[at] =
        capacity
            .person("the owner of task " + task.id(), task.owner())
            .until()
            .map(days::previous)
            .map(this::number)
            .orElse(NO_LIMIT);
  }

  private void goBack() {
    int end = 0;
    for (int at = 0; at < tasks.size(); at++) {
      end = Math.max(end, finish(at));
    }
    for (int at = 0; at < tasks.size(); at++) {
      latestFinish[at] = Math.min(end, Math.min(due[at], ownersLast[at]));
    }
    for (int at = tasks.size() - 1; at >= 0; at--) {
      for (String before : tasks.get(at).after()) {
        int other = Objects.requireNonNull(places.get(before));
        latestFinish[other] = Math.min(latestFinish[other], latestFinish[at] - length[at]);
      }
    }
  }

  TaskSchedule schedule() {
    List<ScheduledTask> scheduled = new ArrayList<>();
    List<MissedDay> missed = new ArrayList<>();
    for (int at = 0; at < tasks.size(); at++) {
      scheduled.add(scheduled(at));
      if (finish(at) > Math.min(due[at], ownersLast[at])) {
        missed.add(missed(at));
      }
    }
    return new TaskSchedule(
        ImmutableList.sortedCopyOf(
            Comparator.comparing(ScheduledTask::earliestStart)
                .thenComparing(each -> each.task().id()),
            scheduled),
        last().map(this::chain).orElse(ImmutableList.of()),
        ImmutableList.sortedCopyOf(Comparator.comparing(each -> each.task().id()), missed),
        ImmutableSortedMap.copyOf(moved),
        new WeeklyWork(days, capacity).of(scheduled));
  }

  private ScheduledTask scheduled(int at) {
    int latestStart = latestFinish[at] - length[at] + 1;
    @Nullable String before = waitsFor[at] == NOBODY ? null : tasks.get(waitsFor[at]).id();
    return new ScheduledTask(
        tasks.get(at),
        length[at],
        day(start[at]),
        day(finish(at)),
        day(latestStart),
        day(latestFinish[at]),
        latestFinish[at] - finish(at),
        reason[at],
        before);
  }

  private MissedDay missed(int at) {
    boolean leaves = ownersLast[at] < due[at];
    int limit = Math.min(ownersLast[at], due[at]);
    ImmutableList<Task> chain = chain(at);
    return new MissedDay(
        tasks.get(at),
        leaves ? MissedDay.Limit.OWNER_LEAVES : MissedDay.Limit.DUE,
        day(limit),
        day(finish(at)),
        finish(at) - limit,
        chain,
        reason[Objects.requireNonNull(places.get(chain.get(0).id()))]);
  }

  /** The task that ends last, the smallest id where there are several. */
  private Optional<Integer> last() {
    return places.values().stream()
        .max(
            Comparator.<Integer>comparingInt(this::finish)
                .thenComparing(at -> tasks.get(at).id(), Comparator.reverseOrder()));
  }

  private ImmutableList<Task> chain(int to) {
    List<Task> chain = new ArrayList<>();
    for (int at = to; at != NOBODY; at = waitsFor[at]) {
      chain.add(tasks.get(at));
    }
    Collections.reverse(chain);
    return ImmutableList.copyOf(chain);
  }
}
