package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable table of events in columns of primitives: subject, event, time, value and any number
 * of dimensions.
 *
 * <p><b>Order.</b> The rows of a subject stand together as one run. Subjects are ordered by key:
 * numbers ascending, names by {@link String#compareTo}. Within a run rows are ordered by time; in
 * one instant by sequence number, which is 0 where none was given; and where that too is the same,
 * as they were given. So a table whose rows have distinct sequence numbers does not depend on the
 * order in which they arrived.
 *
 * <p><b>Range.</b> Times are whole numbers of {@link #timeUnit()} since 1970-01-01T00:00Z, negative
 * before; values are whole numbers, such as minor units of money. Both have the whole range of
 * {@code long}; nothing here adds them up, so a reader that does minds the overflow. A table holds
 * up to 2<sup>31</sup>-9 rows, the longest array of common JVMs.
 *
 * <p><b>Memory.</b> Events, subject names and dimension values are kept once, in dictionaries, and
 * rows hold their codes. A row takes 8 bytes for the time, 8 for the value if any row was given
 * one, 8 for the sequence number likewise, and for the event and each dimension 1 byte with up to
 * 255 different ones, 2 with up to 65,535, otherwise 4. A subject takes 4 bytes and 8 for its
 * number, or a reference for its name. What building takes on top is told at {@link EventColumns}
 * and {@link Builder}. A slice takes a constant few bytes, and keeps the whole table alive; {@link
 * #concat} of one slice alone copies just its rows.
 *
 * <p>Tables are equal if they say the same: unit, dimensions, subjects and rows in their order, by
 * the names of events and dimension values rather than by their codes. Comparing them and their
 * hash code look at every row.
 *
 * <p>Safe to share between threads. Starts none.
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
   * <p>Merges in time proportional to the rows, and makes no more than the result. Tables whose
   * subjects do not interleave, such as the slices of one, are copied as they are.
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
   * @throws IllegalArgumentException if there are no such subjects
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
    if (subjects == 0) {
      return ImmutableList.of(this);
    }
    ImmutableList.Builder<EventTable> slices = ImmutableList.builder();
    int from = 0;
    for (int part = 1; part <= parts && from < subjects; part++) {
      int target = (int) (firstRow() + (long) rows() * part / parts);
      int to = part == parts ? subjects : Math.max(from + 1, firstStartingFrom(target));
      slices.add(slice(from, to));
      from = to;
    }
    return slices.build();
  }

  /** The first subject whose run starts at a row or after it, or the number of subjects. */
  private int firstStartingFrom(int row) {
    int found = Arrays.binarySearch(store.starts, firstSubject, firstSubject + subjects, row);
    return (found >= 0 ? found : -found - 1) - firstSubject;
  }

  /**
   * Returns the subject of a row.
   *
   * @param row the row, from {@link #firstRow()} below {@link #endRow()}
   * @return the subject, from 0 below {@link #subjects()}
   * @throws IllegalArgumentException if the table has no such row
   */
  public int subjectOf(int row) {
    checkArgument(
        row >= firstRow() && row < endRow(),
        "row is %s; it must be from %s below %s",
        row,
        firstRow(),
        endRow());
    return firstStartingFrom(row + 1) - 1;
  }

  /**
   * Returns a row in words, such as {@code deal-17: proposal at 2026-03-09T10:00:00Z, value 482100,
   * product GTX Pro}; for evidence and for a person who looks, not to be parsed.
   *
   * @param row the row, from {@link #firstRow()} below {@link #endRow()}
   * @return subject, event and time; value and sequence number if the table has any; the dimensions
   *     in which the row has a value
   * @throws IllegalArgumentException if the table has no such row
   */
  public String describe(int row) {
    String subject = subjectName(subjectOf(row));
    RowText text = new RowText(subject, events().get(event(row)), time(row), timeUnit());
    if (store.values != null) {
      text.and("value", value(row));
    }
    if (hasSequences()) {
      text.and("sequence", sequence(row));
    }
    for (int dimension = 0; dimension < store.dimensions.length; dimension++) {
      int code = code(dimension, row);
      if (code != NONE) {
        text.and(dimensions().get(dimension), dimensionValues(dimension).get(code));
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof EventTable other && TableContent.areEqual(this, other));
  }

  @Override
  public int hashCode() {
    return TableContent.hash(this);
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

  /**
   * Collects rows in any order.
   *
   * <p>Until the table is built a row takes 8 bytes for the time, 4 for the event, 8 for a
   * subject's number or 4 for the code of its name, 4 for each dimension, and 8 for the value, the
   * sequence number and the identity where rows have one. Room grows by chunks; nothing is copied
   * to make more. Building needs the table and a little more on top, as told at {@link
   * EventColumns}.
   *
   * <p>Not safe for use by several threads.
   */
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
     * @throws IllegalArgumentException if the instant does not fit the unit
     * @throws IllegalStateException if earlier subjects were numbers
     */
    public Builder row(String subject, String event, Instant at) {
      buffer.add(subject, event, at);
      return this;
    }

    /**
     * Adds a row. The instant is rounded down to the unit of the times.
     *
     * @param subject the caller's number of the subject
     * @param event the name of the event
     * @param at when
     * @return this builder; what follows up to the next row refines this one
     * @throws IllegalArgumentException if the instant does not fit the unit
     * @throws IllegalStateException if earlier subjects had names
     */
    public Builder row(long subject, String event, Instant at) {
      buffer.add(subject, event, at);
      return this;
    }

    /**
     * Adds the rows of some items, one after the other as the iterator gives them.
     *
     * <pre>{@code
     * builder.rows(deals.iterator(), (row, deal) -> row.row(deal.id(), "won", deal.wonAt()));
     * }</pre>
     *
     * @param <T> the kind of items
     * @param items the items
     * @param writer writes the rows of an item, none or one or several, through this builder
     * @return this builder
     */
    public <T> Builder rows(
        Iterator<? extends T> items, BiConsumer<? super Builder, ? super T> writer) {
      while (items.hasNext()) {
        writer.accept(this, items.next());
      }
      return this;
    }

    /**
     * Gives the latest row a value.
     *
     * @param value a whole number, such as minor units of money; every {@code long} is allowed
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
     * Gives the latest row an identity: rows with the same identity tell one event and become one
     * row, in the place of the first. A row without an identity is never taken for another.
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
      return buffer.columns().toTable();
    }

    /**
     * Returns the same table as {@link #build()}, built with the help of other threads.
     *
     * @param executor runs parts of the work; see {@link EventColumns#toTable(Executor, int)}
     * @param parallelism how many parts may run at once, the caller's thread among them; at least 1
     * @return the table
     * @throws IllegalArgumentException if {@code parallelism} is below 1, or two rows with one
     *     identity differ
     */
    public EventTable build(Executor executor, int parallelism) {
      return buffer.columns().toTable(executor, parallelism);
    }
  }
}
