package dev.pacesetter.metrics.event;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The columns of a table, shared by all its slices; nobody changes an array after this. */
final class EventStore {
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
      long[] times,
      long @Nullable [] sequences,
      long @Nullable [] values,
      ImmutableList<String> eventNames,
      CodeColumn events,
      ImmutableList<String> dimensionNames,
      ImmutableList<ImmutableList<String>> dimensionValues,
      CodeColumn[] dimensions) {
    this.unit = unit;
    this.keys = keys;
    this.names = names;
    this.starts = starts;
    this.times = times;
    this.sequences = sequences;
    this.values = values;
    this.eventNames = eventNames;
    this.events = events;
    this.dimensionNames = dimensionNames;
    this.dimensionValues = dimensionValues;
    this.dimensions = dimensions;
  }
}
