package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Parts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of primitives, one element a row, on their way into an {@link EventTable}.
 *
 * <p>The arrays are read, never copied, until {@link #toTable()} writes them into those of the
 * table; they must not change until then. Rows may be in any order. Not safe for use by several
 * threads.
 *
 * <p>While {@link #toTable()} runs it needs, besides these arrays and the table, 4 bytes a row; 4
 * more where subjects are numbers so far apart that from the least to the greatest there are more
 * than four times as many as rows; and for each worker 16 bytes (24 with sequence numbers) for each
 * of the rows it orders at a time: about 65,000, or those of one subject where it has more and they
 * are not in order.
 */
public final class EventColumns {
  final int rows;
  final @Nullable LongColumn keys;
  final @Nullable IntColumn codes;
  final ImmutableList<String> names;
  final IntColumn events;
  final ImmutableList<String> eventNames;
  final LongColumn times;
  TimeUnit unit = TimeUnit.MILLISECONDS;
  @Nullable LongColumn values;
  @Nullable LongColumn sequences;
  @Nullable LongColumn ids;
  @Nullable BitSet unidentified; // rows without an id
  final List<String> dimensionNames = new ArrayList<>();
  final List<ImmutableList<String>> dimensionValues = new ArrayList<>();
  final List<IntColumn> dimensions = new ArrayList<>();

  private EventColumns(
      int rows,
      @Nullable LongColumn keys,
      @Nullable IntColumn codes,
      List<String> names,
      IntColumn events,
      List<String> eventNames,
      LongColumn times) {
    this.rows = rows;
    this.keys = keys;
    this.codes = codes;
    this.names = ImmutableList.copyOf(names);
    this.events = events;
    this.eventNames = ImmutableList.copyOf(eventNames);
    this.times = times;
  }

  /**
   * Returns columns whose subjects are numbers.
   *
   * @param subjects the caller's number of the subject of every row
   * @param events the code of the event of every row
   * @param eventNames the names of the events; a name's position is its code
   * @param times when, in milliseconds since 1970-01-01T00:00Z unless {@link #timesIn} says else
   * @return the columns
   * @throws IllegalArgumentException if the arrays differ in length, or an event is named twice
   */
  public static EventColumns of(
      long[] subjects, int[] events, List<String> eventNames, long[] times) {
    checkLength("events", events.length, subjects.length);
    checkLength("times", times.length, subjects.length);
    checkNames("events", eventNames);
    return ofKeys(
        subjects.length,
        LongColumn.of(subjects),
        IntColumn.of(events),
        eventNames,
        LongColumn.of(times));
  }

  /**
   * Returns columns whose subjects have names.
   *
   * @param subjects the code of the subject of every row
   * @param subjectNames the names of the subjects; a name's position is its code
   * @param events the code of the event of every row
   * @param eventNames the names of the events; a name's position is its code
   * @param times when, in milliseconds since 1970-01-01T00:00Z unless {@link #timesIn} says else
   * @return the columns
   * @throws IllegalArgumentException if the arrays differ in length, or an event is named twice
   */
  public static EventColumns of(
      int[] subjects,
      List<String> subjectNames,
      int[] events,
      List<String> eventNames,
      long[] times) {
    checkLength("events", events.length, subjects.length);
    checkLength("times", times.length, subjects.length);
    checkNames("events", eventNames);
    return ofNames(
        subjects.length,
        IntColumn.of(subjects),
        subjectNames,
        IntColumn.of(events),
        eventNames,
        LongColumn.of(times));
  }

  static EventColumns ofKeys(
      int rows, LongColumn keys, IntColumn events, List<String> eventNames, LongColumn times) {
    return new EventColumns(rows, keys, null, ImmutableList.of(), events, eventNames, times);
  }

  static EventColumns ofNames(
      int rows,
      IntColumn codes,
      List<String> names,
      IntColumn events,
      List<String> eventNames,
      LongColumn times) {
    return new EventColumns(rows, null, codes, names, events, eventNames, times);
  }

  /**
   * Sets the unit of the times.
   *
   * @param unit the unit
   * @return these columns
   */
  public EventColumns timesIn(TimeUnit unit) {
    this.unit = Objects.requireNonNull(unit);
    return this;
  }

  /**
   * Adds the column of values.
   *
   * @param values whole numbers, such as minor units of money; every {@code long} is allowed
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length
   */
  public EventColumns values(long[] values) {
    checkLength("values", values.length, rows);
    return values(LongColumn.of(values));
  }

  EventColumns values(LongColumn values) {
    this.values = values;
    return this;
  }

  /**
   * Adds the column of sequence numbers, which order rows of one subject and time. Rows that have
   * these in common too, or that have no sequence numbers, keep the order of the arrays.
   *
   * @param sequences the numbers
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length
   */
  public EventColumns sequences(long[] sequences) {
    checkLength("sequences", sequences.length, rows);
    return sequences(LongColumn.of(sequences));
  }

  EventColumns sequences(LongColumn sequences) {
    this.sequences = sequences;
    return this;
  }

  /**
   * Adds the column of identities: rows with the same identity tell one event and become one row,
   * in the place of the first.
   *
   * @param ids the caller's numbers of the events
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length
   */
  public EventColumns ids(long[] ids) {
    checkLength("ids", ids.length, rows);
    return ids(LongColumn.of(ids), null);
  }

  EventColumns ids(LongColumn ids, @Nullable BitSet unidentified) {
    this.ids = ids;
    this.unidentified = unidentified;
    return this;
  }

  /**
   * Adds a dimension.
   *
   * @param name the name of the dimension
   * @param codes the code of every row, or {@link EventTable#NONE}
   * @param values the values; a value's position is its code
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length, the name is blank or there
   *     already, or a value is named twice
   */
  public EventColumns dimension(String name, int[] codes, List<String> values) {
    checkLength(name, codes.length, rows);
    checkNames(name, values);
    return dimension(name, IntColumn.of(codes), values);
  }

  EventColumns dimension(String name, IntColumn codes, List<String> values) {
    checkArgument(
        !name.isBlank() && !dimensionNames.contains(name),
        "dimension is '%s' beside %s; each must have a name of its own",
        name,
        dimensionNames);
    dimensionNames.add(name);
    dimensionValues.add(ImmutableList.copyOf(values));
    dimensions.add(codes);
    return this;
  }

  /**
   * Returns the table of these columns.
   *
   * @return the table
   * @throws IllegalArgumentException if a code is not one of its names, a subject is named twice,
   *     or two rows with one identity differ
   */
  public EventTable toTable() {
    return Sorting.table(this, Parts.alone());
  }

  /**
   * Returns the same table as {@link #toTable()}, built with the help of other threads.
   *
   * <p>The caller's thread works too and does all that the executor has not begun, so an executor
   * that is busy, refuses work or runs it in the caller's thread does no harm.
   *
   * @param executor runs parts of the work
   * @param parallelism how many parts may run at once, the caller's thread among them; at least 1
   * @return the table
   * @throws IllegalArgumentException if {@code parallelism} is below 1, or as for {@link
   *     #toTable()}
   */
  public EventTable toTable(Executor executor, int parallelism) {
    return Sorting.table(this, new Parts(executor, parallelism));
  }

  /** Whether two rows say the same, be their identity what it may. */
  boolean isSame(int a, int b) {
    boolean same =
        (keys == null || keys.get(a) == keys.get(b))
            && (codes == null || codes.get(a) == codes.get(b))
            && times.get(a) == times.get(b)
            && events.get(a) == events.get(b)
            && (values == null || values.get(a) == values.get(b))
            && (sequences == null || sequences.get(a) == sequences.get(b));
    for (IntColumn dimension : dimensions) {
      same &= dimension.get(a) == dimension.get(b);
    }
    return same;
  }

  String describeSubject(int row) {
    if (keys != null) {
      return Long.toString(keys.get(row));
    }
    return codes == null ? "" : RowText.name(names, codes.get(row));
  }

  String describe(int row) {
    RowText text =
        new RowText(
            describeSubject(row), RowText.name(eventNames, events.get(row)), times.get(row), unit);
    if (values != null) {
      text.and("value", values.get(row));
    }
    if (sequences != null) {
      text.and("sequence", sequences.get(row));
    }
    for (int i = 0; i < dimensions.size(); i++) {
      int code = dimensions.get(i).get(row);
      if (code != EventTable.NONE) {
        text.and(dimensionNames.get(i), RowText.name(dimensionValues.get(i), code));
      }
    }
    return text.toString();
  }

  private static void checkLength(String column, int length, int rows) {
    checkArgument(length == rows, "column %s has %s rows; it must have %s", column, length, rows);
  }

  private static void checkNames(String what, List<String> names) {
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      checkArgument(seen.add(name), "the name '%s' is there twice among %s", name, what);
    }
  }
}
