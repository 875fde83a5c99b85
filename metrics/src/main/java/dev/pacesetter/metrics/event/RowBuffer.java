package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Dictionary;
import dev.pacesetter.metrics.column.Ticks;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rows as they arrive, in columns that grow. */
final class RowBuffer {
  private final ImmutableList<String> dimensions;
  private final Dictionary subjectNames = new Dictionary();
  private final Dictionary eventNames = new Dictionary();
  private final Dictionary[] dimensionValues;

  private TimeUnit unit = TimeUnit.MILLISECONDS;
  private int rows;
  private @Nullable LongColumn keys; // of subjects that are numbers
  private @Nullable IntColumn codes; // of subjects that have names
  private final IntColumn events = new IntColumn();
  private final LongColumn times = new LongColumn();
  private final IntColumn[] dimensionCodes;
  private @Nullable LongColumn values;
  private @Nullable LongColumn sequences;
  private @Nullable LongColumn ids;
  private final BitSet identified = new BitSet();

  RowBuffer(ImmutableList<String> dimensions) {
    checkArgument(
        dimensions.stream().noneMatch(String::isBlank)
            && new HashSet<>(dimensions).size() == dimensions.size(),
        "dimensions are %s; each must have a name of its own",
        dimensions);
    this.dimensions = dimensions;
    dimensionValues = new Dictionary[dimensions.size()];
    Arrays.setAll(dimensionValues, i -> new Dictionary());
    dimensionCodes = new IntColumn[dimensions.size()];
    Arrays.setAll(dimensionCodes, i -> new IntColumn());
  }

  void timesIn(TimeUnit unit) {
    checkState(rows == 0, "the unit of the times must be set before the first row");
    this.unit = unit;
  }

  void add(String subject, String event, Instant at) {
    long ticks;
    try {
      ticks = Ticks.of(at, unit);
    } catch (ArithmeticException e) {
      throw outside(subject, event, at, e);
    }
    add(subject, event, ticks);
  }

  void add(long subject, String event, Instant at) {
    long ticks;
    try {
      ticks = Ticks.of(at, unit);
    } catch (ArithmeticException e) {
      throw outside(Long.toString(subject), event, at, e);
    }
    add(subject, event, ticks);
  }

  private IllegalArgumentException outside(
      String subject, String event, Instant at, ArithmeticException cause) {
    return new IllegalArgumentException(
        "time of '%s' of subject %s is %s; in %s it must be from %s to %s"
            .formatted(event, subject, at, unit, limit(Long.MIN_VALUE), limit(Long.MAX_VALUE)),
        cause);
  }

  // only units finer than a second have limits that an instant can exceed
  private Instant limit(long ticks) {
    return Instant.EPOCH.plus(ticks, unit.toChronoUnit());
  }

  void add(String subject, String event, long at) {
    checkState(keys == null, "subject '%s' is a name; earlier ones are numbers", subject);
    if (codes == null) {
      codes = new IntColumn();
    }
    codes.set(rows, subjectNames.code(subject));
    add(event, at);
  }

  void add(long subject, String event, long at) {
    checkState(codes == null, "subject %s is a number; earlier ones are names", subject);
    if (keys == null) {
      keys = new LongColumn();
    }
    keys.set(rows, subject);
    add(event, at);
  }

  private void add(String event, long at) {
    checkState(rows < EventStore.MOST_ROWS, "a table holds at most %s rows", EventStore.MOST_ROWS);
    times.set(rows, at);
    events.set(rows, eventNames.code(event));
    for (IntColumn column : dimensionCodes) {
      column.set(rows, EventTable.NONE);
    }
    rows++;
  }

  void value(long value) {
    int row = latest();
    if (values == null) {
      values = new LongColumn();
    }
    values.set(row, value);
  }

  void sequence(long sequence) {
    int row = latest();
    if (sequences == null) {
      sequences = new LongColumn();
    }
    sequences.set(row, sequence);
  }

  void id(long id) {
    int row = latest();
    if (ids == null) {
      ids = new LongColumn();
    }
    ids.set(row, id);
    identified.set(row);
  }

  void with(String dimension, String value) {
    int row = latest();
    int index = dimensions.indexOf(dimension);
    checkArgument(index >= 0, "there is no dimension '%s'; there are %s", dimension, dimensions);
    dimensionCodes[index].set(row, dimensionValues[index].code(value));
  }

  private int latest() {
    checkState(rows > 0, "there is no row yet");
    return rows - 1;
  }

  /** The rows so far as columns, which share the chunks of this buffer. */
  EventColumns columns() {
    EventColumns columns =
        codes != null
            ? EventColumns.ofNames(
                rows, codes, subjectNames.names(), events, eventNames.names(), times)
            : EventColumns.ofKeys(
                rows, keys == null ? new LongColumn() : keys, events, eventNames.names(), times);
    columns = columns.timesIn(unit);
    for (int i = 0; i < dimensionCodes.length; i++) {
      columns = columns.dimension(dimensions.get(i), dimensionCodes[i], dimensionValues[i].names());
    }
    if (values != null) {
      values.reach(rows - 1);
      columns = columns.values(values);
    }
    if (sequences != null) {
      sequences.reach(rows - 1);
      columns = columns.sequences(sequences);
    }
    if (ids != null) {
      ids.reach(rows - 1);
      BitSet unidentified = (BitSet) identified.clone();
      unidentified.flip(0, rows);
      columns = columns.ids(ids, unidentified.isEmpty() ? null : unidentified);
    }
    return columns;
  }
}
