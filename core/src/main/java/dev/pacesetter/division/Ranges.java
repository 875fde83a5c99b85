package dev.pacesetter.division;

import java.util.Arrays;
import java.util.Map;

/** What every cell of a table may still be, and what sums make of that; changes can be undone. */
final class Ranges {
  private static final int NOTHING = -1;

  /** So much is looked at, a change counting as much as ten looks. */
  private static final long MOST_WORK = 60_000_000;

  private static final int WORK_OF_CHANGE = 10;

  private final long[] least;
  private final long[] most;

  /** By kind of sum and cell: the sum it is in; all sums of all kinds are numbered through. */
  private final int[][] sumOf;

  private final int[] start;
  private final int[] members;
  private final long[] sumLeast;
  private final long[] sumMost;

  /** What the ranges of its cells allow a sum. */
  private final long[] low;

  private final long[] high;
  private final int[] failures;
  private final long widest;

  private final int[] queue;
  private final boolean[] isQueued;
  private int queued;

  private int[] changed = new int[64];
  private long[] leastBefore = new long[64];
  private long[] mostBefore = new long[64];
  private int changes;
  private long work;

  Ranges(Grid grid, double[] shares, Map<Integer, Bounds> bounds, long further) {
    long total = bounds.getOrDefault(0, Bounds.none(1)).most(0);
    Bounds ofCells = bounds.getOrDefault(grid.all(), Bounds.none(shares.length));
    least = new long[shares.length];
    most = new long[shares.length];
    long width = 0;
    for (int cell = 0; cell < shares.length; cell++) {
      long wide = shares[cell] > 0 ? further : 0;
      long floor = (long) Math.floor(shares[cell] + ControlledRounding.WHOLE);
      long ceiling = (long) Math.ceil(shares[cell] - ControlledRounding.WHOLE);
      least[cell] = Math.min(ofCells.most(cell), Math.max(ofCells.least(cell), floor - wide));
      most[cell] =
          Math.max(
              ofCells.least(cell), Math.min(Math.min(ofCells.most(cell), total), ceiling + wide));
      width = Math.max(width, most[cell] - least[cell]);
    }
    widest = width;
    int[] masks =
        bounds.keySet().stream().mapToInt(Integer::intValue).filter(m -> m != grid.all()).toArray();
    sumOf = new int[masks.length][];
    int count = 0;
    for (int kind = 0; kind < masks.length; kind++) {
      sumOf[kind] = grid.groupsOfCells(masks[kind]);
      for (int cell = 0; cell < shares.length; cell++) {
        sumOf[kind][cell] += count;
      }
      count += grid.groups(masks[kind]);
    }
    start = new int[count + 1];
    members = new int[masks.length * shares.length];
    sumLeast = new long[count];
    sumMost = new long[count];
    low = new long[count];
    high = new long[count];
    failures = new int[count];
    queue = new int[count];
    isQueued = new boolean[count];
    gather();
    int at = 0;
    for (int mask : masks) {
      Bounds of = bounds.getOrDefault(mask, Bounds.none(grid.groups(mask)));
      for (int group = 0; group < of.groups(); group++) {
        sumLeast[at] = of.least(group);
        sumMost[at] = of.most(group);
        enqueue(at++);
      }
    }
  }

  private void gather() {
    for (int[] ofKind : sumOf) {
      for (int cell = 0; cell < least.length; cell++) {
        start[ofKind[cell] + 1]++;
        low[ofKind[cell]] += least[cell];
        high[ofKind[cell]] += most[cell];
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] filled = start.clone();
    for (int[] ofKind : sumOf) {
      for (int cell = 0; cell < least.length; cell++) {
        members[filled[ofKind[cell]]++] = cell;
      }
    }
  }

  long least(int cell) {
    return least[cell];
  }

  long most(int cell) {
    return most[cell];
  }

  int size(int sum) {
    return start[sum + 1] - start[sum];
  }

  int member(int sum, int at) {
    return members[start[sum] + at];
  }

  /** Whether so much was looked at that the search ends; nothing follows any more then. */
  boolean isSpent() {
    return work >= MOST_WORK;
  }

  /** How many changes could be undone. */
  int changes() {
    return changes;
  }

  /** A sum whose cells decide whether it is met: where most failed, then the tightest. */
  int undecided() {
    int found = NOTHING;
    long slack = 0;
    for (int sum = 0; sum < low.length; sum++) {
      if (low[sum] < sumLeast[sum] || high[sum] > sumMost[sum]) {
        long own = Math.min(high[sum] - sumLeast[sum], sumMost[sum] - low[sum]);
        if (found == NOTHING
            || failures[sum] > failures[found]
            || (failures[sum] == failures[found] && own < slack)) {
          found = sum;
          slack = own;
        }
      }
    }
    work += low.length;
    return found;
  }

  /** Narrows a cell. */
  void narrow(int cell, long atLeast, long atMost) {
    if (changes == changed.length) {
      changed = Arrays.copyOf(changed, 2 * changes);
      leastBefore = Arrays.copyOf(leastBefore, 2 * changes);
      mostBefore = Arrays.copyOf(mostBefore, 2 * changes);
    }
    changed[changes] = cell;
    leastBefore[changes] = least[cell];
    mostBefore[changes] = most[cell];
    changes++;
    work += WORK_OF_CHANGE;
    set(cell, atLeast, atMost);
    for (int[] ofKind : sumOf) {
      enqueue(ofKind[cell]);
    }
  }

  private void set(int cell, long atLeast, long atMost) {
    for (int[] ofKind : sumOf) {
      low[ofKind[cell]] += atLeast - least[cell];
      high[ofKind[cell]] += atMost - most[cell];
    }
    least[cell] = atLeast;
    most[cell] = atMost;
  }

  private void enqueue(int sum) {
    if (!isQueued[sum]) {
      isQueued[sum] = true;
      queue[queued++] = sum;
    }
  }

  /** Takes changes back until there are so many. */
  void undo(int until) {
    while (changes > until) {
      changes--;
      set(changed[changes], leastBefore[changes], mostBefore[changes]);
    }
  }

  /** Narrows cells by what follows from their sums; returns whether nothing contradicts. */
  boolean follow() {
    boolean holds = true;
    while (queued > 0) {
      int sum = queue[--queued];
      isQueued[sum] = false;
      if (holds && (isSpent() || !follow(sum))) {
        failures[sum]++;
        holds = false;
      }
    }
    return holds;
  }

  private boolean follow(int sum) {
    if (low[sum] > sumMost[sum] || high[sum] < sumLeast[sum] || sumLeast[sum] > sumMost[sum]) {
      return false;
    }
    if (Math.min(sumMost[sum] - low[sum], high[sum] - sumLeast[sum]) >= widest) {
      return true;
    }
    work += size(sum);
    for (int at = start[sum]; at < start[sum + 1]; at++) {
      int cell = members[at];
      long up = Math.min(widest, sumMost[sum] - low[sum]);
      long down = Math.min(widest, high[sum] - sumLeast[sum]);
      long atMost = Math.min(most[cell], least[cell] + up);
      long atLeast = Math.max(least[cell], most[cell] - down);
      if (atMost < most[cell] || atLeast > least[cell]) {
        narrow(cell, atLeast, atMost);
      }
    }
    return true;
  }
}
