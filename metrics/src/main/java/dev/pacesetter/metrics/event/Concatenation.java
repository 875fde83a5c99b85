package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins tables by merging their subjects, and the runs of subjects that several tables have. */
final class Concatenation {
  private final ImmutableList<EventTable> tables;
  private final EventTable model; // whose kind of subjects, unit and dimensions the others share
  private final JoinedNames events;
  private final ImmutableList<JoinedNames> dimensions;
  private final RowColumns rows;
  private final Merge runs;
  private int written;

  private Concatenation(ImmutableList<EventTable> tables) {
    this.tables = tables;
    model = tables.stream().filter(table -> table.rows() > 0).findFirst().orElse(tables.get(0));
    tables.forEach(this::checkFits);
    long count = tables.stream().mapToLong(EventTable::rows).sum();
    checkArgument(
        count <= EventStore.MOST_ROWS,
        "together the tables have %s rows; a table holds at most %s",
        count,
        EventStore.MOST_ROWS);
    events = joined(EventTable::events);
    ImmutableList.Builder<JoinedNames> joined = ImmutableList.builder();
    for (int i = 0; i < model.dimensions().size(); i++) {
      int dimension = i;
      joined.add(joined(table -> table.dimensionValues(dimension)));
    }
    dimensions = joined.build();
    rows =
        new RowColumns(
            (int) count,
            tables.stream().anyMatch(EventTable::hasSequences),
            tables.stream().anyMatch(table -> table.store().values != null),
            events.names,
            dimensionValues());
    runs = new Merge(tables.size(), this::compareRows);
  }

  static EventTable of(ImmutableList<EventTable> tables) {
    checkArgument(!tables.isEmpty(), "there must be at least one table to concatenate");
    return new Concatenation(tables).toTable();
  }

  private void checkFits(EventTable table) {
    checkArgument(
        table.timeUnit() == model.timeUnit()
            && table.dimensions().equals(model.dimensions())
            && (table.hasSubjectNames() == model.hasSubjectNames() || table.rows() == 0),
        "%s with times in %s, dimensions %s and subjects that %s does not fit one with %s, %s and"
            + " subjects that %s",
        table,
        table.timeUnit(),
        table.dimensions(),
        kind(table),
        model.timeUnit(),
        model.dimensions(),
        kind(model));
  }

  private static String kind(EventTable table) {
    return table.hasSubjectNames() ? "have names" : "are numbers";
  }

  private JoinedNames joined(Function<EventTable, ImmutableList<String>> names) {
    return new JoinedNames(tables.stream().map(names).collect(ImmutableList.toImmutableList()));
  }

  private ImmutableList<ImmutableList<String>> dimensionValues() {
    return dimensions.stream().map(joined -> joined.names).collect(ImmutableList.toImmutableList());
  }

  private EventTable toTable() {
    SubjectColumns subjects = new SubjectColumns(mergeSubjects(null), model.hasSubjectNames());
    mergeSubjects(subjects);
    subjects.starts[subjects.count] = written;
    return new EventTable(
        new EventStore(
            model.timeUnit(),
            subjects.keys,
            subjects.names,
            subjects.starts,
            rows,
            events.names,
            model.dimensions(),
            dimensionValues()),
        0,
        subjects.count);
  }

  /**
   * Returns how many subjects there are; writes them and their rows too where {@code to} is given.
   */
  private int mergeSubjects(@Nullable SubjectColumns to) {
    Merge subjects = new Merge(tables.size(), this::compareSubjects);
    for (int table = 0; table < tables.size(); table++) {
      subjects.add(table, 0, tables.get(table).subjects());
    }
    int[] holders = new int[tables.size()];
    int count = 0;
    while (!subjects.isEmpty()) {
      int table = subjects.take();
      int subject = subjects.next(table);
      int end = subjects.stretch(table);
      if (end > subject) { // no other table has these
        if (to != null) {
          copySubjects(table, subject, end, count, to);
        }
        count += end - subject;
        subjects.add(table, end, subjects.end(table));
        continue;
      }
      int held = 0;
      holders[held++] = table;
      while (subjects.hasEqual(table)) {
        holders[held++] = subjects.take();
      }
      if (to != null) {
        to.write(count, tables.get(table), subject, written);
        mergeRuns(holders, held, subjects);
      }
      count++;
      for (int i = 0; i < held; i++) {
        subjects.add(holders[i], subjects.next(holders[i]) + 1, subjects.end(holders[i]));
      }
    }
    return count;
  }

  private int compareSubjects(int a, int i, int b, int j) {
    EventTable left = tables.get(a);
    EventTable right = tables.get(b);
    return model.hasSubjectNames()
        ? left.subjectName(i).compareTo(right.subjectName(j))
        : Long.compare(left.subjectKey(i), right.subjectKey(j));
  }

  private void copySubjects(int table, int from, int end, int at, SubjectColumns to) {
    EventTable own = tables.get(table);
    int shift = written - own.start(from);
    for (int subject = from; subject < end; subject++) {
      to.write(at + subject - from, own, subject, own.start(subject) + shift);
    }
    copyRows(table, own.start(from), own.end(end - 1));
  }

  /** Merges the runs of a subject, the next one of each of some tables. */
  private void mergeRuns(int[] holders, int count, Merge subjects) {
    for (int i = 0; i < count; i++) {
      EventTable table = tables.get(holders[i]);
      int subject = subjects.next(holders[i]);
      runs.add(holders[i], table.start(subject), table.end(subject));
    }
    while (!runs.isEmpty()) {
      int table = runs.take();
      int end = runs.stretch(table);
      copyRows(table, runs.next(table), end);
      runs.add(table, end, runs.end(table));
    }
  }

  // rows of the same time and sequence number keep the order of the tables
  private int compareRows(int a, int i, int b, int j) {
    EventTable left = tables.get(a);
    EventTable right = tables.get(b);
    int c = Long.compare(left.time(i), right.time(j));
    c = c != 0 ? c : Long.compare(left.sequence(i), right.sequence(j));
    return c != 0 ? c : Integer.compare(a, b);
  }

  private void copyRows(int table, int from, int end) {
    EventStore store = tables.get(table).store();
    int count = end - from;
    System.arraycopy(store.times, from, rows.times, written, count);
    if (store.sequences != null && rows.sequences != null) {
      System.arraycopy(store.sequences, from, rows.sequences, written, count);
    }
    if (store.values != null && rows.values != null) {
      System.arraycopy(store.values, from, rows.values, written, count);
    }
    rows.events.copy(store.events, from, end, written, events.codes(table));
    for (int i = 0; i < rows.dimensions.length; i++) {
      int[] codes = dimensions.get(i).codes(table);
      rows.dimensions[i].copy(store.dimensions[i], from, end, written, codes);
    }
    written += count;
  }

  private static final class SubjectColumns {
    final int count;
    final int[] starts;
    final long @Nullable [] keys;
    final String @Nullable [] names;

    SubjectColumns(int count, boolean named) {
      this.count = count;
      starts = new int[count + 1];
      keys = named ? null : new long[count];
      names = named ? new String[count] : null;
    }

    void write(int at, EventTable table, int subject, int start) {
      starts[at] = start;
      if (keys != null) {
        keys[at] = table.subjectKey(subject);
      } else if (names != null) {
        names[at] = table.subjectName(subject);
      }
    }
  }
}
