package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.event.EventTable;

/** Reads the rows of a subject with the steps and exclusions they match. */
final class RowReader {
  private final EventTable table;
  private final long asOf;
  private final boolean keepsForeign;
  private final long[] eventBits;
  private final int[] dimensions;
  private final long[][] allowedBits; // by dimension and code + 1

  RowReader(CompiledFunnel funnel, EventTable table, long asOf) {
    this.table = table;
    this.asOf = asOf;
    keepsForeign = funnel.keepsForeign;
    eventBits = table.events().stream().mapToLong(funnel::bitsOf).toArray();
    ImmutableList<String> names = funnel.conditionDimensions();
    dimensions = names.stream().mapToInt(table::dimension).toArray();
    allowedBits = new long[dimensions.length][];
    for (int i = 0; i < dimensions.length; i++) {
      ImmutableList<String> values = table.dimensionValues(dimensions[i]);
      allowedBits[i] = new long[values.size() + 1];
      allowedBits[i][0] = funnel.bitsAllowedWithout(names.get(i));
      for (int code = 0; code < values.size(); code++) {
        allowedBits[i][code + 1] = funnel.bitsAllowed(names.get(i), values.get(code));
      }
    }
  }

  /** Reads the rows of a subject up to the as-of time. */
  void read(int subject, Rows into) {
    into.clear();
    int end = table.end(subject);
    boolean sequenced = table.hasSequences();
    for (int row = table.start(subject); row < end; row++) {
      long time = table.time(row);
      if (time > asOf) {
        return;
      }
      long bits = bits(row);
      if (bits != 0 || keepsForeign) {
        into.add(time, sequenced ? table.sequence(row) : 0, bits, row);
      }
    }
  }

  private long bits(int row) {
    long bits = eventBits[table.event(row)];
    for (int i = 0; i < dimensions.length; i++) {
      bits &= allowedBits[i][table.code(dimensions[i], row) + 1];
    }
    return bits;
  }
}
