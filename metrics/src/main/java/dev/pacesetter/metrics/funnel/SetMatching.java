package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.CompiledFunnel.NONE;
import static dev.pacesetter.metrics.funnel.CompiledFunnel.STEP_BITS;

import java.util.Arrays;

/**
 * Which steps a set of rows serves, one step a row: a matching that grows row by row along
 * augmenting paths, so that a row once in it stays. Rows added from the last to the first therefore
 * give the matching whose earliest row is as late as can be. With {@link RowUse#SHARED_ROW} a row
 * serves every step it matches.
 */
final class SetMatching {
  private final boolean sharesRows;
  private final boolean anchored;
  private final boolean anyWay; // whether rows of one instant may be taken in any order
  private final int steps;

  private Rows unit = new Rows();
  private int anchor;
  private int size;
  private final int[] rowOf;
  private final boolean[] visited;

  SetMatching(CompiledFunnel funnel) {
    steps = funnel.steps;
    sharesRows = funnel.sharesRows();
    anchored = funnel.definition.order() == StepOrder.ANY_AFTER_ANCHOR;
    anyWay = SetWindow.isAnyWay(funnel.definition);
    rowOf = new int[steps];
    visited = new boolean[steps];
  }

  /**
   * Starts an empty matching. With an anchor, which must be added first, only it serves the first
   * step, or another row of its instant where they may be taken in any order.
   */
  void begin(Rows unit, int anchor) {
    this.unit = unit;
    this.anchor = anchor;
    size = 0;
    Arrays.fill(rowOf, NONE);
  }

  int size() {
    return size;
  }

  /** The row that serves a step, or {@link CompiledFunnel#NONE}. */
  int row(int step) {
    return rowOf[step];
  }

  /** The steps a row may serve. */
  private long bits(int row) {
    long bits = unit.bits[row] & STEP_BITS;
    if (!anchored) {
      return bits;
    }
    if (anyWay && unit.isSameInstant(row, anchor)) {
      return bits;
    }
    if (row == anchor) {
      return sharesRows ? bits : 1;
    }
    return bits & ~1L;
  }

  /** Adds a row and returns whether more steps are served than before. */
  boolean add(int row) {
    int before = size;
    long bits = bits(row);
    if (sharesRows) {
      for (long rest = bits; rest != 0; rest &= rest - 1) {
        int step = Long.numberOfTrailingZeros(rest);
        if (rowOf[step] == NONE) {
          rowOf[step] = row;
          size++;
        }
      }
    } else if (bits != 0) {
      Arrays.fill(visited, false);
      size += seek(row) ? 1 : 0;
    }
    return size > before;
  }

  private boolean seek(int row) {
    for (long rest = bits(row); rest != 0; rest &= rest - 1) {
      int step = Long.numberOfTrailingZeros(rest);
      if (!visited[step]) {
        visited[step] = true;
        if (rowOf[step] == NONE || seek(rowOf[step])) {
          rowOf[step] = row;
          return true;
        }
      }
    }
    return false;
  }
}
