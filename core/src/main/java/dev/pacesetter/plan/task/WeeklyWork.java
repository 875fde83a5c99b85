package dev.pacesetter.plan.task;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.WorkingDays;
import dev.pacesetter.organization.Person;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers work by person and week. */
final class WeeklyWork {
  private static final int WEEK = 7;

  private final WorkingDays days;
  private final Capacity capacity;

  WeeklyWork(WorkingDays days, Capacity capacity) {
    this.days = days;
    this.capacity = capacity;
  }

  private record Key(LocalDate week, String person) {}

  private static final class Sum {
    private final TreeSet<String> tasks = new TreeSet<>();
    private long work;
  }

  ImmutableList<Workload> of(List<ScheduledTask> tasks) {
    Map<Key, Sum> sums = new TreeMap<>(Comparator.comparing(Key::week).thenComparing(Key::person));
    tasks.forEach(task -> add(task, sums));
    return sums.entrySet().stream()
        .map(
            entry ->
                new Workload(
                    entry.getKey().person(),
                    entry.getKey().week(),
                    entry.getValue().work,
                    capacity(entry.getKey()),
                    ImmutableList.copyOf(entry.getValue().tasks)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Week by week, so that the minutes of all weeks are those of the task. */
  private void add(ScheduledTask scheduled, Map<Key, Sum> sums) {
    String owner = scheduled.task().owner();
    long all = scheduled.task().effort().minutes(capacity.minutesADay(owner));
    LocalDate end = scheduled.earliestFinish().plusDays(1);
    int done = 0;
    for (LocalDate week = monday(scheduled.earliestStart());
        week.isBefore(end);
        week = week.plusDays(WEEK)) {
      LocalDate from = later(week, scheduled.earliestStart());
      int more = days.count(from, earlier(week.plusDays(WEEK), end));
      if (more > 0) {
        Sum sum = sums.computeIfAbsent(new Key(week, owner), fresh -> new Sum());
        sum.work += all * (done + more) / scheduled.days() - all * done / scheduled.days();
        sum.tasks.add(scheduled.task().id());
        done += more;
      }
    }
  }

  private long capacity(Key key) {
    Person person = capacity.person("somebody with work", key.person());
    LocalDate from = person.since().map(since -> later(since, key.week())).orElse(key.week());
    LocalDate week = key.week().plusDays(WEEK);
    LocalDate to = person.until().map(until -> earlier(until, week)).orElse(week);
    return (long) days.count(from, to) * capacity.minutesADay(key.person());
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
