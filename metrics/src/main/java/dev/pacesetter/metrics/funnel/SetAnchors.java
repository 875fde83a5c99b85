package dev.pacesetter.metrics.funnel;

import java.util.Arrays;

/**
 * The rows at which a chain with an anchor may start, in their order. Where rows of one instant may
 * be taken in any order, its anchors stand for each other, and of those that match the same step
 * only as many are kept as there are steps.
 */
final class SetAnchors {
  private final int steps;
  private final boolean anyWay;
  private int[] rows = new int[64];
  private int[] firsts = new int[64]; // the first anchor of the same instant
  private int size;

  // in the instant of the latest anchor: kept anchors by step
  private final int[] kept;

  SetAnchors(int steps, boolean anyWay) {
    this.steps = steps;
    this.anyWay = anyWay;
    kept = new int[steps];
  }

  void clear() {
    size = 0;
  }

  void add(Rows unit, int row) {
    boolean joins = anyWay && size > 0 && unit.isSameInstant(rows[size - 1], row);
    if (!joins) {
      Arrays.fill(kept, 0);
    }
    boolean isOfUse = false;
    for (long rest = unit.bits[row] & CompiledFunnel.STEP_BITS; rest != 0; rest &= rest - 1) {
      int step = Long.numberOfTrailingZeros(rest);
      isOfUse |= kept[step] < steps;
    }
    if (isOfUse) {
      for (long rest = unit.bits[row] & CompiledFunnel.STEP_BITS; rest != 0; rest &= rest - 1) {
        kept[Long.numberOfTrailingZeros(rest)]++;
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        firsts = Arrays.copyOf(firsts, 2 * size);
      }
      rows[size] = row;
      firsts[size] = joins ? firsts[size - 1] : size;
      size++;
    }
  }

  int size() {
    return size;
  }

  int row(int anchor) {
    return rows[anchor];
  }

  /** The first anchor of the same instant. */
  int first(int anchor) {
    return firsts[anchor];
  }

  /** The anchor after the last of the same instant. */
  int end(int anchor) {
    int end = anchor + 1;
    while (end < size && firsts[end] == firsts[anchor]) {
      end++;
    }
    return end;
  }

  /** The number of the last anchor that is a row or comes before it. */
  int find(int row) {
    int found = Arrays.binarySearch(rows, 0, size, row);
    return found >= 0 ? found : -found - 2;
  }
}
