package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * An immutable table of events in columns of primitives: subject, event, time, value and any number
 * of dimensions.
 *
 * <p>The rows of a subject stand together as one run. Subjects are ordered by key: numbers
 * ascending, names by {@link String#compareTo}. Within a run rows are ordered by time, then by
 * sequence number where the table has them, then as they were given. Events, subject names and
 * dimension values are kept once, in dictionaries, and rows hold their codes.
 *
 * <p>Times are whole numbers of {@link #timeUnit()} since 1970-01-01T00:00Z; the whole range of
 * {@code long} is allowed. Values are whole numbers, such as minor units of money. A table holds up
 * to 2<sup>31</sup>-1 rows (arrays of the JVM end a few rows earlier). A row takes 8 bytes for the
 * time, 8 for the value and 8 for the sequence number where any was given, and for the event and
 * each dimension 1 byte up to 255 codes, 2 up to 65,535, otherwise 4. A subject takes 4 bytes and 8
 * for a number or a reference for a name.
 *
 * <p>Safe to share between threads.
 */
public final class EventTable {
  /** The code of a row that has no value in a dimension. */
  public static final int NONE = -1;

  private final EventStore store;
  private final int firstSubject;
  private final int subjects;

  EventTable(EventStore store, int firstSubject, int subjects) {
    this.store = store;
    this.firstSubject = firstSubject;
    this.subjects = subjects;
  }

  /**
   * Returns an empty builder.
   *
   * @param dimensions the names of the dimensions
   * @return the builder
   * @throws IllegalArgumentException if a name is blank or there twice
   */
  public static Builder builder(String... dimensions) {
    return new Builder(ImmutableList.copyOf(dimensions));
  }

  /**
   * Returns one table with the rows of several. Rows of the same subject, time and sequence number
   * keep the order of the tables. Names of events and dimension values are joined.
   *
   * @param tables at least one; all with the same time unit and dimensions, and all with subjects
   *     that are numbers or all with subjects that are names
   * @return the table
   * @throws IllegalArgumentException if the tables do not fit together
   */
  public static EventTable concat(List<EventTable> tables) {
    return Concatenation.of(ImmutableList.copyOf(tables));
  }

  /**
   * Returns the number of rows.
   *
   * @return the count
   */
  public int rows() {
    return endRow() - firstRow();
  }

  /**
   * Returns the number of subjects.
   *
   * @return the count
   */
  public int subjects() {
    return subjects;
  }

  /**
   * Returns the number of the first row: 0, or in a slice the number it has in the whole table.
   *
   * @return the row
   */
  public int firstRow() {
    return store.starts[firstSubject];
  }

  /**
   * Returns the number after the last row.
   *
   * @return the row after the last
   */
  public int endRow() {
    return store.starts[firstSubject + subjects];
  }

  /**
   * Returns the first row of a subject.
   *
   * @param subject the subject, from 0 below {@link #subjects()}
   * @return the row
   */
  public int start(int subject) {
    return store.starts[firstSubject + subject];
  }

  /**
   * Returns the row after the last of a subject.
   *
   * @param subject the subject, from 0 below {@link #subjects()}
   * @return the row after the last
   */
  public int end(int subject) {
    return store.starts[firstSubject + subject + 1];
  }

  /**
   * Returns the name of a subject; for a number its decimal digits.
   *
   * @param subject the subject, from 0 below {@link #subjects()}
   * @return the name
   */
  public String subjectName(int subject) {
    checkElementIndex(subject, subjects, "subject");
    return store.names != null
        ? store.names[firstSubject + subject]
        : Long.toString(subjectKey(subject));
  }

  /**
   * Returns the number of a subject.
   *
   * @param subject the subject, from 0 below {@link #subjects()}
   * @return the caller's number
   * @throws IllegalStateException if the subjects of this table have names
   */
  public long subjectKey(int subject) {
    checkElementIndex(subject, subjects, "subject");
    checkState(store.keys != null, "the subjects of this table have names, not numbers");
    return store.keys[firstSubject + subject];
  }

  /**
   * Returns whether subjects have names rather than numbers.
   *
   * @return whether they have names
   */
  public boolean hasSubjectNames() {
    return store.names != null;
  }

  /**
   * Returns the unit of the times.
   *
   * @return the unit
   */
  public TimeUnit timeUnit() {
    return store.unit;
  }

  /**
   * Returns the names of the events; a name's position is its code.
   *
   * @return the names in the order of their first appearance
   */
  public ImmutableList<String> events() {
    return store.eventNames;
  }

  /**
   * Returns the names of the dimensions.
   *
   * @return the names as they were given
   */
  public ImmutableList<String> dimensions() {
    return store.dimensionNames;
  }

  /**
   * Returns the number of a dimension.
   *
   * @param name its name
   * @return its position in {@link #dimensions()}
   * @throws IllegalArgumentException if the table has no such dimension
   */
  public int dimension(String name) {
    int dimension = store.dimensionNames.indexOf(name);
    checkArgument(
        dimension >= 0, "the table has no dimension '%s'; it has %s", name, store.dimensionNames);
    return dimension;
  }

  /**
   * Returns the values of a dimension; a value's position is its code.
   *
   * @param dimension the dimension, from 0
   * @return the values in the order of their first appearance
   */
  public ImmutableList<String> dimensionValues(int dimension) {
    return store.dimensionValues.get(dimension);
  }

  /**
   * Returns the time of a row.
   *
   * @param row the row
   * @return the time in {@link #timeUnit()}
   */
  public long time(int row) {
    return store.times[row];
  }

  /**
   * Returns the event of a row.
   *
   * @param row the row
   * @return its code in {@link #events()}
   */
  public int event(int row) {
    return store.events.get(row);
  }

  /**
   * Returns the value of a row.
   *
   * @param row the row
   * @return the value, 0 where none was given
   */
  public long value(int row) {
    return store.values == null ? 0 : store.values[row];
  }

  /**
   * Returns whether rows have values.
   *
   * @return whether any was given
   */
  public boolean hasValues() {
    return store.values != null;
  }

  /**
   * Returns whether rows have sequence numbers.
   *
   * @return whether any was given
   */
  public boolean hasSequences() {
    return store.sequences != null;
  }

  /**
   * Returns the sequence number of a row.
   *
   * @param row the row
   * @return the number, 0 where none was given
   */
  public long sequence(int row) {
    return store.sequences == null ? 0 : store.sequences[row];
  }

  /**
   * Returns the value of a row in a dimension.
   *
   * @param dimension the dimension, from 0
   * @param row the row
   * @return its code in {@link #dimensionValues}, or {@link #NONE}
   */
  public int code(int dimension, int row) {
    return store.dimensions[dimension].get(row);
  }

  /**
   * Returns the latest time of all rows.
   *
   * @return the time in {@link #timeUnit()}, empty for a table without rows
   */
  public OptionalLong lastTime() {
    if (rows() == 0) {
      return OptionalLong.empty();
    }
    long last = Long.MIN_VALUE;
    for (int subject = 0; subject < subjects; subject++) {
      last = Math.max(last, time(end(subject) - 1));
    }
    return OptionalLong.of(last);
  }

  /**
   * Returns some subjects with all their rows, without copying. Rows keep their numbers.
   *
   * @param from the first subject
   * @param to the subject after the last
   * @return the slice
   * @throws IndexOutOfBoundsException if there are no such subjects
   */
  public EventTable slice(int from, int to) {
    checkArgument(
        from >= 0 && from <= to && to <= subjects,
        "slice is from subject %s to %s; it must lie within 0 and %s",
        from,
        to,
        subjects);
    return new EventTable(store, firstSubject + from, to - from);
  }

  /**
   * Returns slices with about equally many rows, without copying; every subject is in one of them.
   *
   * @param parts how many slices at the most, at least 1
   * @return the slices in the order of the subjects; one empty slice for an empty table
   * @throws IllegalArgumentException if {@code parts} is below 1
   */
  public ImmutableList<EventTable> partition(int parts) {
    checkArgument(parts >= 1, "parts is %s; it must be at least 1", parts);
    ImmutableList.Builder<EventTable> slices = ImmutableList.builder();
    int from = 0;
    for (int part = 1; part <= parts && from < subjects; part++) {
      long target = firstRow() + (long) rows() * part / parts;
      int to = from + 1;
      while (to < subjects && (part == parts || end(to - 1) < target)) {
        to++;
      }
      slices.add(slice(from, to));
      from = to;
    }
    return subjects == 0 ? ImmutableList.of(this) : slices.build();
  }

  /** Reads like {@code EventTable of 812 rows, 40 subjects, 6 events}. */
  @Override
  public String toString() {
    return "EventTable of "
        + rows()
        + " rows, "
        + subjects
        + " subjects, "
        + store.eventNames.size()
        + " events";
  }

  EventStore store() {
    return store;
  }

  int firstSubject() {
    return firstSubject;
  }

  /** Collects rows in any order. Not safe for use by several threads. */
  public static final class Builder {
    private final RowBuffer buffer;

    private Builder(ImmutableList<String> dimensions) {
      buffer = new RowBuffer(dimensions);
    }

    /**
     * Sets the unit of the times, milliseconds unless set. Must come before the first row.
     *
     * @param unit the unit
     * @return this builder
     * @throws IllegalStateException if there are rows already
     */
    public Builder timesIn(TimeUnit unit) {
      buffer.timesIn(unit);
      return this;
    }

    /**
     * Adds a row.
     *
     * @param subject the name of the subject
     * @param event the name of the event
     * @param at when, in the unit of the times since 1970-01-01T00:00Z
     * @return this builder; what follows up to the next row refines this one
     * @throws IllegalStateException if earlier subjects were numbers
     */
    public Builder row(String subject, String event, long at) {
      buffer.add(subject, event, at);
      return this;
    }

    /**
     * Adds a row.
     *
     * @param subject the caller's number of the subject
     * @param event the name of the event
     * @param at when, in the unit of the times since 1970-01-01T00:00Z
     * @return this builder; what follows up to the next row refines this one
     * @throws IllegalStateException if earlier subjects had names
     */
    public Builder row(long subject, String event, long at) {
      buffer.add(subject, event, at);
      return this;
    }

    /**
     * Adds a row. The instant is rounded down to the unit of the times.
     *
     * @param subject the name of the subject
     * @param event the name of the event
     * @param at when
     * @return this builder; what follows up to the next row refines this one
     * @throws ArithmeticException if the instant does not fit the unit
     */
    public Builder row(String subject, String event, Instant at) {
      return row(subject, event, buffer.ticks(at));
    }

    /**
     * Gives the latest row a value.
     *
     * @param value a whole number, such as minor units of money
     * @return this builder
     * @throws IllegalStateException if there is no row yet
     */
    public Builder value(long value) {
      buffer.value(value);
      return this;
    }

    /**
     * Gives the latest row a sequence number, which orders rows of one subject and time.
     *
     * @param sequence the number; 0 where none is given
     * @return this builder
     * @throws IllegalStateException if there is no row yet
     */
    public Builder sequence(long sequence) {
      buffer.sequence(sequence);
      return this;
    }

    /**
     * Gives the latest row an identity: rows with the same identity are one row.
     *
     * @param id the caller's number of the event
     * @return this builder
     * @throws IllegalStateException if there is no row yet
     */
    public Builder id(long id) {
      buffer.id(id);
      return this;
    }

    /**
     * Gives the latest row a value in a dimension.
     *
     * @param dimension the name of the dimension
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if there is no such dimension
     * @throws IllegalStateException if there is no row yet
     */
    public Builder with(String dimension, String value) {
      buffer.with(dimension, value);
      return this;
    }

    /**
     * Returns the table of the rows added so far.
     *
     * @return the table
     * @throws IllegalArgumentException if two rows with one identity differ
     */
    public EventTable build() {
      return buffer.toTable();
    }
  }
}
