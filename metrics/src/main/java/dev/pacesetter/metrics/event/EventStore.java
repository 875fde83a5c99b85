package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The columns of a table, shared by all its slices; nobody changes an array after this. */
final class EventStore {
  /** The longest array that common JVMs give. */
  static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  final TimeUnit unit;
  final long @Nullable [] keys;
  final String @Nullable [] names;

  /** First row of every subject, and the row after the last as one element more. */
  final int[] starts;

  final long[] times;
  final long @Nullable [] sequences;
  final long @Nullable [] values;
  final ImmutableList<String> eventNames;
  final CodeColumn events;
  final ImmutableList<String> dimensionNames;
  final ImmutableList<ImmutableList<String>> dimensionValues;
  final CodeColumn[] dimensions;

  EventStore(
      TimeUnit unit,
      long @Nullable [] keys,
      String @Nullable [] names,
      int[] starts,
      RowColumns rows,
      ImmutableList<String> eventNames,
      ImmutableList<String> dimensionNames,
      ImmutableList<ImmutableList<String>> dimensionValues) {
    this.unit = unit;
    this.keys = keys;
    this.names = names;
    this.starts = starts;
    times = rows.times;
    sequences = rows.sequences;
    values = rows.values;
    this.eventNames = eventNames;
    events = rows.events;
    this.dimensionNames = dimensionNames;
    this.dimensionValues = dimensionValues;
    dimensions = rows.dimensions;
  }
}
