package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;

/**
 * The subjects of a block, those alike one behind the other: by how their rows lie to the window
 * and to the time up to which rows are known, and by how many rows they have. A processor that
 * meets runs of one length guesses where the next run ends, which saves more than this takes.
 */
final class SubjectOrder {
  /** How many subjects a block has; their rows stay near while they are looked at twice. */
  static final int BLOCK = 512;

  private static final int LENGTHS = 16;
  private static final int KINDS = 3;
  private static final int CLOSED = 0;
  private static final int OPEN = 1;
  private static final int SPREAD = 2;

  private final EventTable table;
  private final long asOf;
  private final long window;
  private final boolean limited;

  /** After this time the deadline of an entry is beyond the largest number. */
  private final long latestEntry;

  private final int[] subjects = new int[BLOCK];
  private final byte[] keys = new byte[BLOCK];
  private final int[] next = new int[KINDS * LENGTHS + 1];
  private int open;
  private int spread;
  private int size;

  /**
   * Returns an empty order.
   *
   * @param window how long a chain may take, {@link Long#MAX_VALUE} for ever
   */
  SubjectOrder(EventTable table, long asOf, long window) {
    this.table = table;
    this.asOf = asOf;
    this.window = window;
    limited = window < Long.MAX_VALUE;
    latestEntry = limited ? Long.MAX_VALUE - window : Long.MAX_VALUE;
  }

  /** Orders the subjects from one below another, at most {@link #BLOCK}. */
  void order(int from, int to) {
    size = to - from;
    Arrays.fill(next, 0);
    for (int i = 0; i < size; i++) {
      int start = table.start(from + i);
      int end = table.end(from + i);
      int key = LENGTHS * kind(start, end) + Math.min(end - start, LENGTHS - 1);
      keys[i] = (byte) key;
      next[key + 1]++;
    }
    for (int key = 0; key < KINDS * LENGTHS; key++) {
      next[key + 1] += next[key];
    }
    open = next[OPEN * LENGTHS];
    spread = next[SPREAD * LENGTHS];
    for (int i = 0; i < size; i++) {
      subjects[next[keys[i]]++] = from + i;
    }
  }

  @SuppressWarnings("ShortCircuitBoolean") // a branch that goes either way costs more than all
  private int kind(int start, int end) {
    long first = table.time(start);
    long last = table.time(end - 1);
    boolean isSpread =
        last > asOf
            | first == Long.MIN_VALUE // which says elsewhere that there is no time
            | last > latestEntry
            | (limited & (last > first + window | (first + window < asOf & last + window >= asOf)));
    int kind = !limited | first + window >= asOf ? OPEN : CLOSED;
    return isSpread ? SPREAD : kind;
  }

  int subject(int position) {
    return subjects[position];
  }

  /**
   * Where the subjects begin whose rows lie within one window and all of whose chains may still go
   * on; those before lie within one window that has passed.
   */
  int open() {
    return open;
  }

  /** Where all others begin. */
  int spread() {
    return spread;
  }

  int size() {
    return size;
  }
}
