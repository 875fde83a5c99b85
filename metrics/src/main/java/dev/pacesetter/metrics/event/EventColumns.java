package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of primitives, one element a row, on their way into an {@link EventTable}.
 *
 * <p>The arrays are not copied until {@link #toTable()} writes them, once, into the order of the
 * table; they must not change until then. Rows may be in any order. Not safe for use by several
 * threads.
 */
public final class EventColumns {
  final int rows;
  final long @Nullable [] keys;
  final int @Nullable [] codes;
  final @Nullable ImmutableList<String> names;
  final int[] events;
  final ImmutableList<String> eventNames;
  final long[] times;
  TimeUnit unit = TimeUnit.MILLISECONDS;
  long @Nullable [] values;
  long @Nullable [] sequences;
  long @Nullable [] ids;
  boolean @Nullable [] identified;
  final List<String> dimensionNames = new ArrayList<>();
  final List<ImmutableList<String>> dimensionValues = new ArrayList<>();
  final List<int[]> dimensions = new ArrayList<>();

  private EventColumns(
      int rows,
      long @Nullable [] keys,
      int @Nullable [] codes,
      @Nullable ImmutableList<String> names,
      int[] events,
      ImmutableList<String> eventNames,
      long[] times) {
    this.rows = rows;
    this.keys = keys;
    this.codes = codes;
    this.names = names;
    this.events = events;
    this.eventNames = eventNames;
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
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static EventColumns of(
      long[] subjects, int[] events, List<String> eventNames, long[] times) {
    checkLength("events", events.length, subjects.length);
    checkLength("times", times.length, subjects.length);
    return ofKeys(subjects.length, subjects, events, eventNames, times);
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
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static EventColumns of(
      int[] subjects,
      List<String> subjectNames,
      int[] events,
      List<String> eventNames,
      long[] times) {
    checkLength("events", events.length, subjects.length);
    checkLength("times", times.length, subjects.length);
    return ofNames(subjects.length, subjects, subjectNames, events, eventNames, times);
  }

  static EventColumns ofKeys(
      int rows, long[] keys, int[] events, List<String> eventNames, long[] times) {
    return new EventColumns(
        rows, keys, null, null, events, ImmutableList.copyOf(eventNames), times);
  }

  static EventColumns ofNames(
      int rows,
      int[] codes,
      List<String> names,
      int[] events,
      List<String> eventNames,
      long[] times) {
    return new EventColumns(
        rows,
        null,
        codes,
        ImmutableList.copyOf(names),
        events,
        ImmutableList.copyOf(eventNames),
        times);
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
   * @param values whole numbers, such as minor units of money
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length
   */
  public EventColumns values(long[] values) {
    checkRows("values", values.length);
    this.values = values;
    return this;
  }

  /**
   * Adds the column of sequence numbers, which order rows of one subject and time.
   *
   * @param sequences the numbers
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length
   */
  public EventColumns sequences(long[] sequences) {
    checkRows("sequences", sequences.length);
    this.sequences = sequences;
    return this;
  }

  /**
   * Adds the column of identities: rows with the same identity are one row.
   *
   * @param ids the caller's numbers of the events
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length
   */
  public EventColumns ids(long[] ids) {
    checkRows("ids", ids.length);
    this.ids = ids;
    return this;
  }

  EventColumns ids(long[] ids, boolean[] identified) {
    this.ids = ids;
    this.identified = identified;
    return this;
  }

  /**
   * Adds a dimension.
   *
   * @param name the name of the dimension
   * @param codes the code of every row, or {@link EventTable#NONE}
   * @param values the values; a value's position is its code
   * @return these columns
   * @throws IllegalArgumentException if the array differs in length or the name is there already
   */
  public EventColumns dimension(String name, int[] codes, List<String> values) {
    checkRows(name, codes.length);
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
   * @throws IllegalArgumentException if a code is not one of its names, or two rows with one
   *     identity differ
   */
  public EventTable toTable() {
    return new Sorting(this).toTable();
  }

  // a buffer that grows may be longer than its rows
  private void checkRows(String column, int length) {
    checkArgument(
        length == rows || (length > rows && length == times.length),
        "column %s has %s rows; it must have %s",
        column,
        length,
        rows);
  }

  private static void checkLength(String column, int length, int rows) {
    checkArgument(length == rows, "column %s has %s rows; it must have %s", column, length, rows);
  }
}
