package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Dictionary;
import dev.pacesetter.metrics.column.Ticks;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rows as they arrive, in arrays that grow. */
final class RowBuffer {
  private static final int FIRST = 64;

  private final ImmutableList<String> dimensions;
  private final Dictionary subjectNames = new Dictionary();
  private final Dictionary eventNames = new Dictionary();
  private final Dictionary[] dimensionValues;

  private TimeUnit unit = TimeUnit.MILLISECONDS;
  private int rows;
  private boolean named;
  private int[] codes = new int[FIRST]; // of subject names
  private long[] keys = new long[FIRST]; // of subjects that are numbers
  private int[] events = new int[FIRST];
  private long[] times = new long[FIRST];
  private final int[][] dimensionCodes;
  private long @Nullable [] values;
  private long @Nullable [] sequences;
  private long @Nullable [] ids;
  private boolean @Nullable [] identified;

  RowBuffer(ImmutableList<String> dimensions) {
    checkArgument(
        dimensions.stream().noneMatch(String::isBlank)
            && new HashSet<>(dimensions).size() == dimensions.size(),
        "dimensions are %s; each must have a name of its own",
        dimensions);
    this.dimensions = dimensions;
    dimensionValues = new Dictionary[dimensions.size()];
    Arrays.setAll(dimensionValues, i -> new Dictionary());
    dimensionCodes = new int[dimensions.size()][FIRST];
  }

  void timesIn(TimeUnit unit) {
    checkState(rows == 0, "the unit of the times must be set before the first row");
    this.unit = unit;
  }

  long ticks(Instant at) {
    return Ticks.of(at, unit);
  }

  void add(String subject, String event, long at) {
    checkState(named || rows == 0, "subject '%s' is a name; earlier ones are numbers", subject);
    named = true;
    int row = add(event, at);
    codes[row] = subjectNames.code(subject);
  }

  void add(long subject, String event, long at) {
    checkState(!named, "subject %s is a number; earlier ones are names", subject);
    int row = add(event, at);
    keys[row] = subject;
  }

  private int add(String event, long at) {
    if (rows == times.length) {
      grow();
    }
    int row = rows++;
    times[row] = at;
    events[row] = eventNames.code(event);
    for (int[] column : dimensionCodes) {
      column[row] = EventTable.NONE;
    }
    return row;
  }

  private void grow() {
    int size = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * rows));
    checkState(size > rows, "a table holds at most %s rows", rows);
    times = Arrays.copyOf(times, size);
    events = Arrays.copyOf(events, size);
    if (named) {
      codes = Arrays.copyOf(codes, size);
    } else {
      keys = Arrays.copyOf(keys, size);
    }
    for (int i = 0; i < dimensionCodes.length; i++) {
      dimensionCodes[i] = Arrays.copyOf(dimensionCodes[i], size);
    }
    values = values == null ? null : Arrays.copyOf(values, size);
    sequences = sequences == null ? null : Arrays.copyOf(sequences, size);
    ids = ids == null ? null : Arrays.copyOf(ids, size);
    identified = identified == null ? null : Arrays.copyOf(identified, size);
  }

  void value(long value) {
    int row = latest();
    if (values == null) {
      values = new long[times.length];
    }
    values[row] = value;
  }

  void sequence(long sequence) {
    int row = latest();
    if (sequences == null) {
      sequences = new long[times.length];
    }
    sequences[row] = sequence;
  }

  void id(long id) {
    int row = latest();
    if (ids == null || identified == null) {
      ids = new long[times.length];
      identified = new boolean[times.length];
    }
    ids[row] = id;
    identified[row] = true;
  }

  void with(String dimension, String value) {
    int row = latest();
    int index = dimensions.indexOf(dimension);
    checkArgument(index >= 0, "there is no dimension '%s'; there are %s", dimension, dimensions);
    dimensionCodes[index][row] = dimensionValues[index].code(value);
  }

  private int latest() {
    checkState(rows > 0, "there is no row yet");
    return rows - 1;
  }

  EventTable toTable() {
    EventColumns columns =
        named
            ? EventColumns.ofNames(
                rows, codes, subjectNames.names(), events, eventNames.names(), times)
            : EventColumns.ofKeys(rows, keys, events, eventNames.names(), times);
    columns = columns.timesIn(unit);
    for (int i = 0; i < dimensionCodes.length; i++) {
      columns = columns.dimension(dimensions.get(i), dimensionCodes[i], dimensionValues[i].names());
    }
    if (values != null) {
      columns = columns.values(values);
    }
    if (sequences != null) {
      columns = columns.sequences(sequences);
    }
    if (ids != null && identified != null) {
      columns = columns.ids(ids, identified);
    }
    return columns.toTable();
  }
}
