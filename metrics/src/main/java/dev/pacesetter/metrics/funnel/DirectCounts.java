package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;

/**
 * Counts best chains by the last step they reached; how many entered each step follows from it at
 * the end.
 */
final class DirectCounts {
  private final FunnelTally tally;
  private final EventTable table;
  private final int[] dimensions;
  private final long[] sizes; // one more than values, for none
  private final boolean grouped;
  private final boolean valued;
  private final int steps;
  private final FunnelDefinition definition;

  // by group, or for the whole without a breakdown: chains by last step, and of them the pending
  private int[] ended;
  private int[] pending;
  private long[] values;

  private boolean isPending;

  DirectCounts(CompiledFunnel funnel, EventTable table, KeyReader keys, FunnelTally tally) {
    this.tally = tally;
    this.table = table;
    dimensions = keys.dimensions();
    sizes = keys.sizes();
    grouped = !keys.isEmpty();
    valued = table.hasValues();
    steps = funnel.steps;
    definition = funnel.definition;
    ended = new int[steps];
    pending = new int[steps];
    values = new long[valued ? steps : 0];
  }

  /** Whether it takes the rows of a chain to count it. */
  boolean wantsRows() {
    return grouped || valued;
  }

  /** Whether it takes all of them, and not just that of the entry. */
  boolean isValued() {
    return valued;
  }

  /** Counts a chain, but for what its rows say. */
  void add(int depth, boolean isPending) {
    if (wantsRows()) {
      this.isPending = isPending;
    } else {
      ended[depth]++;
      if (isPending) {
        pending[depth]++;
      }
    }
  }

  /**
   * Counts what the rows of a chain say.
   *
   * @param rows by step; without values only the first is read
   */
  void addRows(int depth, int[] rows) {
    int base = grouped ? group(rows[0]) * steps : 0;
    ended[base + depth]++;
    if (isPending) {
      pending[base + depth]++;
    }
    if (valued) {
      for (int step = 0; step <= depth; step++) {
        values[base + step] =
            StepCounts.with(definition, step, values[base + step], table.value(rows[step]));
      }
    }
  }

  /** What {@link KeyReader#key} says, without asking through an interface. */
  private long key(int row) {
    long key = 0;
    for (int i = 0; i < dimensions.length; i++) {
      key = key * sizes[i] + table.code(dimensions[i], row) + 1;
    }
    return key;
  }

  private int group(int entry) {
    int group = tally.group(key(entry));
    if ((group + 1) * steps > ended.length) {
      int length = Math.max(2 * ended.length, (group + 1) * steps);
      ended = Arrays.copyOf(ended, length);
      pending = Arrays.copyOf(pending, length);
      values = valued ? Arrays.copyOf(values, length) : values;
    }
    return group;
  }

  /** Adds everything counted to the tally. */
  void close() {
    int groups = ended.length / steps;
    for (int group = 0; group < groups; group++) {
      long later = 0;
      for (int step = steps - 1; step >= 0; step--) {
        int at = group * steps + step;
        long entered = later + ended[at];
        long converted = step == steps - 1 ? entered : later;
        tally.add(
            grouped ? group : GroupTally.NONE,
            step,
            entered,
            converted,
            pending[at],
            valued ? values[at] : 0);
        later = entered;
      }
    }
  }
}
