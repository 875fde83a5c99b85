package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.column.Dictionary;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;

/** Which steps and exclusions the rows of a live funnel match, for names that come as they come. */
final class LiveBits {
  private final CompiledFunnel funnel;
  private final Dictionary events;
  private final ImmutableList<String> conditions;
  private final int[] dimensions;
  private final Dictionary[] values; // of the dimensions with conditions

  private long[] eventBits = new long[0];
  private final long[][] allowedBits; // by dimension and code + 1

  LiveBits(
      CompiledFunnel funnel,
      Dictionary events,
      ImmutableList<String> names,
      Dictionary[] dimensionValues) {
    this.funnel = funnel;
    this.events = events;
    conditions = funnel.conditionDimensions();
    dimensions = conditions.stream().mapToInt(names::indexOf).toArray();
    values = new Dictionary[dimensions.length];
    allowedBits = new long[dimensions.length][];
    for (int i = 0; i < dimensions.length; i++) {
      values[i] = dimensionValues[dimensions[i]];
      allowedBits[i] = new long[] {funnel.bitsAllowedWithout(conditions.get(i))};
    }
  }

  /** Whether a row matters to the funnel. */
  boolean isRelevant(LiveStore.Arrived arrived) {
    long bits = eventBits(arrived.event);
    for (int i = 0; i < dimensions.length; i++) {
      bits &= allowed(i, arrived.codes[dimensions[i]]);
    }
    return bits != 0 || funnel.keepsForeign;
  }

  /** Reads the rows of a subject. */
  void read(LiveStore store, int subject, Rows into) {
    into.clear();
    int count = store.count(subject);
    for (int i = 0; i < count; i++) {
      int row = store.row(subject, i);
      long bits = eventBits(store.event(row));
      for (int d = 0; d < dimensions.length; d++) {
        bits &= allowed(d, store.code(dimensions[d], row));
      }
      into.add(store.time(row), store.sequence(row), bits, row);
    }
  }

  private long eventBits(int event) {
    if (event >= eventBits.length) {
      int known = eventBits.length;
      eventBits = Arrays.copyOf(eventBits, events.size());
      for (int code = known; code < eventBits.length; code++) {
        eventBits[code] = funnel.bitsOf(events.name(code));
      }
    }
    return eventBits[event];
  }

  private long allowed(int condition, int code) {
    long[] known = allowedBits[condition];
    if (code != EventTable.NONE && code + 1 >= known.length) {
      Dictionary dictionary = values[condition];
      long[] grown = Arrays.copyOf(known, dictionary.size() + 1);
      for (int i = known.length; i < grown.length; i++) {
        grown[i] = funnel.bitsAllowed(conditions.get(condition), dictionary.name(i - 1));
      }
      allowedBits[condition] = grown;
      known = grown;
    }
    return known[code + 1];
  }
}
