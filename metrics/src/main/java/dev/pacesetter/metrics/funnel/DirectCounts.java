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

  /**
   * By group, or for the whole without a breakdown: chains by last step, and of them the pending.
   */
  private long[] ended;

  private long[] pending;
  private long[] values;

  /** The values of the chain being counted. */
  private final long[] chainValues;

  private final long[] chainTimes;
  private final Durations[] durations;

  DirectCounts(CompiledFunnel funnel, EventTable table, KeyReader keys, FunnelTally tally) {
    this.tally = tally;
    this.table = table;
    dimensions = keys.dimensions();
    sizes = keys.sizes();
    grouped = !keys.isEmpty();
    valued = table.hasValues();
    steps = funnel.steps;
    ended = new long[steps];
    pending = new long[steps];
    values = new long[valued ? steps : 0];
    chainValues = new long[steps];
    chainTimes = new long[steps];
    durations = new Durations[steps];
    for (int step = 0; step < steps; step++) {
      durations[step] = tally.durations(step);
    }
  }

  /** Takes note of the row that served a step. */
  void value(int step, int row) {
    if (valued) {
      chainValues[step] = table.value(row);
    }
  }

  /** Takes note of how long a step took to be followed by the next. */
  void took(int step, long time) {
    chainTimes[step] = time;
  }

  /** Counts a chain that reached the last step. */
  void reached(int depth, int entry) {
    count(depth, entry);
  }

  /** Counts a chain that may still go on. */
  void pending(int depth, int entry, long waited) {
    int group = count(depth, entry);
    pending[Math.max(group, 0) * steps + depth]++;
    durations[depth].add(waited, Durations.OPEN, group);
  }

  /** Counts a chain whose window is over. */
  void dropped(int depth, int entry, long waited) {
    int group = count(depth, entry);
    durations[depth].add(waited, Durations.OPEN, group);
  }

  private int count(int depth, int entry) {
    int group = grouped ? group(entry) : GroupTally.NONE;
    int base = Math.max(group, 0) * steps;
    ended[base + depth]++;
    for (int step = 0; step < depth; step++) {
      durations[step].add(chainTimes[step], Durations.CONVERTED, group);
    }
    if (valued) {
      for (int step = 0; step <= depth; step++) {
        values[base + step] = Math.addExact(values[base + step], chainValues[step]);
      }
    }
    return group;
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
