package dev.pacesetter.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of rows and columns that is scaled to whole sums and rounded under control; used again
 * for one group after the other.
 *
 * <p>The whole parts that no rounding touches are set aside first and the small rest is scaled
 * anew, so that even totals beyond what a double resolves come out exact.
 */
final class TableOfTwo {
  /** Refined parts of a cell are this small a share of it, beside one or two units. */
  private static final double REFINED = 1e-8;

  /** By how much cells may be further away than their floor and ceiling, tried in turn. */
  private static final long[] FURTHER = {0, 1, 1_000_000_000_000L};

  /** Scaling begins close to where it ends; what takes longer than this creeps towards a bound. */
  private static final int MOST_SWEEPS = 400;

  /** What has not ended after so many may never end. */
  private static final int FEW_SWEEPS = 25;

  private static final int NONE = -1;

  private static final int BY_ROW = 0b01;
  private static final int BY_COLUMN = 0b10;

  private final Grid grid;
  private final long[] rows;
  private final long[] columns;
  private final double[] cells;
  private final Bounds bounds;
  private long[] amounts;

  TableOfTwo(int rows, int columns) {
    grid = new Grid(rows, columns);
    this.rows = new long[rows];
    this.columns = new long[columns];
    cells = new double[grid.cells()];
    bounds = Bounds.none(cells.length);
    amounts = new long[0];
  }

  int rows() {
    return rows.length;
  }

  int columns() {
    return columns.length;
  }

  void row(int row, long sum) {
    rows[row] = sum;
  }

  void column(int column, long sum) {
    columns[column] = sum;
  }

  void cell(int row, int column, double share, long least, long most) {
    int cell = row * columns.length + column;
    cells[cell] = share;
    bounds.set(cell, least, most);
  }

  double share(int row, int column) {
    return cells[row * columns.length + column];
  }

  long amount(int row, int column) {
    return amounts[row * columns.length + column];
  }

  /**
   * Scales and rounds; returns whether that was possible. Where sums found early leave some cell no
   * amount but a bound, scaling only comes near, and cells may have to go a little further than to
   * their floor or ceiling.
   */
  boolean round() {
    double[] shares = cells.clone();
    if (!scale(cells, rows, columns, bounds, FEW_SWEEPS).isConverged()) {
      System.arraycopy(shares, 0, cells, 0, shares.length);
      if (!clearNeverUsed()) {
        return false;
      }
      scale(cells, rows, columns, bounds, MOST_SWEEPS);
    }
    return roundRest();
  }

  /**
   * Clears cells that no table with these sums gives anything, so that scaling does not creep
   * towards that; returns whether there is such a table at all.
   */
  private boolean clearNeverUsed() {
    int source = rows.length + columns.length;
    int sink = source + 1;
    long[] ofRow = rows.clone();
    long[] ofColumn = columns.clone();
    MaxFlow flow = new MaxFlow(sink + 1, cells.length + source);
    int[] arc = new int[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      int row = cell / columns.length;
      int column = cell % columns.length;
      long least = bounds.least(cell);
      long most = cells[cell] > 0 ? Math.min(rows[row], bounds.most(cell)) : least;
      ofRow[row] -= least;
      ofColumn[column] -= least;
      arc[cell] = most > least ? flow.arc(row, rows.length + column, most - least) : NONE;
    }
    long wanted = 0;
    for (int row = 0; row < rows.length; row++) {
      flow.arc(source, row, Math.max(0, ofRow[row]));
      wanted += ofRow[row];
    }
    for (int column = 0; column < columns.length; column++) {
      flow.arc(rows.length + column, sink, Math.max(0, ofColumn[column]));
    }
    if (Arrays.stream(ofRow).anyMatch(left -> left < 0)
        || Arrays.stream(ofColumn).sum() != wanted
        || flow.augment(source, sink) != wanted) {
      return false;
    }
    for (int column = 0; column < columns.length; column++) {
      boolean[] reached = flow.reachableFrom(rows.length + column);
      for (int row = 0; row < rows.length; row++) {
        int cell = row * columns.length + column;
        boolean isIdle = arc[cell] != NONE && flow.flow(arc[cell]) == 0;
        if (isIdle && !reached[row] && bounds.least(cell) == 0) {
          cells[cell] = 0;
        }
      }
    }
    return true;
  }

  private boolean roundRest() {
    double[] shares = cells.clone();
    for (long further : FURTHER) {
      System.arraycopy(shares, 0, cells, 0, shares.length);
      if (roundRest(further)) {
        return true;
      }
    }
    return false;
  }

  private boolean roundRest(long further) {
    long[] aside = new long[cells.length];
    long[] restOfRow = rows.clone();
    long[] restOfColumn = columns.clone();
    Bounds restBounds = Bounds.none(cells.length);
    for (int cell = 0; cell < cells.length; cell++) {
      aside[cell] =
          Math.min(
              bounds.most(cell),
              (long) Math.max(0, Math.floor(cells[cell] * (1 - REFINED)) - 1 - further));
      cells[cell] -= aside[cell];
      restOfRow[cell / columns.length] -= aside[cell];
      restOfColumn[cell % columns.length] -= aside[cell];
      if (!bounds.isFree(cell)) {
        restBounds.set(
            cell,
            Math.max(0, bounds.least(cell) - aside[cell]),
            bounds.most(cell) == Bounds.NO_MOST ? Bounds.NO_MOST : bounds.most(cell) - aside[cell]);
      }
    }
    scale(cells, restOfRow, restOfColumn, restBounds, MOST_SWEEPS);
    Optional<long[]> rounded =
        ControlledRounding.round(cells, restOfRow, restOfColumn, further, restBounds);
    if (rounded.isEmpty()) {
      return false;
    }
    amounts = rounded.get();
    for (int cell = 0; cell < cells.length; cell++) {
      amounts[cell] += aside[cell];
      cells[cell] += aside[cell];
    }
    return true;
  }

  private Fit scale(
      double[] values, long[] rowSums, long[] columnSums, Bounds limits, int mostSweeps) {
    List<Margin> margins = new ArrayList<>();
    margins.add(Margin.exactly(BY_ROW, rowSums));
    margins.add(Margin.exactly(BY_COLUMN, columnSums));
    if (!limits.areFree()) {
      margins.add(limits.margin(BY_ROW | BY_COLUMN));
    }
    return Fitting.fit(grid, values, margins, mostSweeps);
  }
}
