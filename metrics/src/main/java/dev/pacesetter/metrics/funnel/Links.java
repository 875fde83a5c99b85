package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * The links of the chains of a unit: a row that brought a step, and the link before it. A chain is
 * known by its last link. Used again and again.
 */
final class Links {
  private int size;
  private Rows unit = new Rows();
  private int[] rows = new int[64];
  private int[] befores = new int[64];
  private byte[] steps = new byte[64];
  private long[] entries = new long[64];
  private long[] deadlines = new long[64];

  void begin(Rows unit) {
    this.unit = unit;
    size = 0;
  }

  void clear() {
    size = 0;
  }

  int add(int row, int step, int before, long entry, long deadline) {
    if (size == rows.length) {
      int length = 2 * size;
      rows = Arrays.copyOf(rows, length);
      befores = Arrays.copyOf(befores, length);
      steps = Arrays.copyOf(steps, length);
      entries = Arrays.copyOf(entries, length);
      deadlines = Arrays.copyOf(deadlines, length);
    }
    rows[size] = row;
    befores[size] = before;
    steps[size] = (byte) step;
    entries[size] = entry;
    deadlines[size] = deadline;
    return size++;
  }

  /** Adds a link to a chain. */
  int add(int row, int step, int before) {
    return add(row, step, before, entries[before], deadlines[before]);
  }

  /** The number of the row in the unit. */
  int row(int link) {
    return rows[link];
  }

  int step(int link) {
    return steps[link];
  }

  int before(int link) {
    return befores[link];
  }

  /** The time of the chain's first row. */
  long entry(int link) {
    return entries[link];
  }

  /** The last tick inside the chain's window. */
  long deadline(int link) {
    return deadlines[link];
  }

  long time(int link) {
    return unit.times[rows[link]];
  }
}
