package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/** The rows of one unit, a subject or a part of one, in the order in which they are taken. */
final class Rows {
  /** When. */
  long[] times = new long[64];

  /** Which steps and exclusions match. */
  long[] bits = new long[64];

  /** The number of the row in its table. */
  int[] rows = new int[64];

  /** The sequence number; all 0 where there are none. */
  long[] sequences = new long[64];

  int size;

  private final int[] offsets = new int[FunnelDefinition.MOST_STEPS + 2];
  private long[] scratchBits = new long[16];
  private int[] scratchRows = new int[16];

  void clear() {
    size = 0;
  }

  void add(long time, long sequence, long bits, int row) {
    if (size == times.length) {
      grow();
    }
    times[size] = time;
    sequences[size] = sequence;
    this.bits[size] = bits;
    rows[size] = row;
    size++;
  }

  private void grow() {
    int length = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * size));
    times = Arrays.copyOf(times, length);
    bits = Arrays.copyOf(bits, length);
    rows = Arrays.copyOf(rows, length);
    sequences = Arrays.copyOf(sequences, length);
  }

  boolean isSameInstant(int a, int b) {
    return times[a] == times[b] && sequences[a] == sequences[b];
  }

  /**
   * Puts the rows of every instant in the order of the lowest step they match, rows of no step
   * first, among equal ones those that match fewer and lower steps first; the exclusions of an
   * instant act on its first row.
   */
  void arrangeBySteps(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (times[i] == times[i - 1] && sequences[i] == sequences[i - 1]) {
        int end = i + 1;
        while (end < to && isSameInstant(end, i)) {
          end++;
        }
        arrangeInstant(i - 1, end);
        i = end;
      }
    }
  }

  private void arrangeInstant(int from, int to) {
    long excluded = 0;
    long matched = 0;
    boolean several = false;
    boolean ordered = true;
    long before = 0;
    for (int i = from; i < to; i++) {
      long steps = bits[i] & CompiledFunnel.STEP_BITS;
      excluded |= bits[i] & ~CompiledFunnel.STEP_BITS;
      matched |= steps;
      several |= (steps & (steps - 1)) != 0;
      int rise = lowest(steps) - lowest(before);
      ordered &= i == from || rise > 0 || (rise == 0 && steps >= before);
      before = steps;
    }
    if (!ordered) {
      if (several) {
        sortByBits(from, to, matched);
      }
      sortByLowest(from, to);
    }
    if (excluded != 0) {
      for (int i = from; i < to; i++) {
        bits[i] &= CompiledFunnel.STEP_BITS;
      }
      bits[from] |= excluded;
    }
  }

  /** Sorts by the steps as numbers, bit by bit: linear however many rows an instant has. */
  private void sortByBits(int from, int to, long matched) {
    for (long rest = matched; rest != 0; rest &= rest - 1) {
      int step = Long.numberOfTrailingZeros(rest);
      Arrays.fill(offsets, 0);
      for (int i = from; i < to; i++) {
        offsets[1] += (int) (~bits[i] >>> step & 1);
      }
      for (int i = from; i < to; i++) {
        move(i, offsets[(int) (bits[i] >>> step & 1)]++);
      }
      moved(from, to);
    }
  }

  private void sortByLowest(int from, int to) {
    Arrays.fill(offsets, 0);
    for (int i = from; i < to; i++) {
      offsets[lowest(bits[i]) + 2]++;
    }
    for (int k = 1; k < offsets.length; k++) {
      offsets[k] += offsets[k - 1];
    }
    for (int i = from; i < to; i++) {
      move(i, offsets[lowest(bits[i]) + 1]++);
    }
    moved(from, to);
  }

  private void move(int i, int to) {
    if (to >= scratchBits.length) {
      scratchBits = Arrays.copyOf(scratchBits, times.length);
      scratchRows = Arrays.copyOf(scratchRows, times.length);
    }
    scratchBits[to] = bits[i];
    scratchRows[to] = rows[i];
  }

  private void moved(int from, int to) {
    System.arraycopy(scratchBits, 0, bits, from, to - from);
    System.arraycopy(scratchRows, 0, rows, from, to - from);
  }

  private static int lowest(long bits) {
    long steps = bits & CompiledFunnel.STEP_BITS;
    return steps == 0 ? -1 : Long.numberOfTrailingZeros(steps);
  }
}
