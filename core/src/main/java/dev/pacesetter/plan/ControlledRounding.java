package dev.pacesetter.plan;

import java.util.Arrays;
import java.util.Optional;

/**
 * Rounds a table so that its rows and columns add up to given whole numbers and every cell is the
 * floor or the ceiling of what it was.
 *
 * <p>Where the given sums are those of the table, such a rounding always exists: the fractional
 * parts are a flow from rows to columns, and a network with whole capacities has a whole flow as
 * large. Cells are first rounded up in the order of their fractions, as far as rows and columns
 * allow, ties by lowest index; what is then missing is completed by maximum flow.
 *
 * @see <a href="https://doi.org/10.2307/2983380">Bacharach, Matrix Rounding Problems (1966)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478456">Cox, A Constructive Procedure for
 *     Unbiased Controlled Rounding (1987)</a>
 */
final class ControlledRounding {
  /** A cell this close to a whole number is that number. */
  static final double WHOLE = 1e-7;

  private ControlledRounding() {}

  /**
   * Rounds.
   *
   * @param cells the table, row by row, not negative
   * @param rows what each row must add up to
   * @param columns what each column must add up to
   * @return the rounded table; empty when there is none
   */
  static Optional<long[]> round(double[] cells, long[] rows, long[] columns) {
    long[] rounded = new long[cells.length];
    long[] up = new long[cells.length];
    long[] missingInRow = rows.clone();
    long[] missingInColumn = columns.clone();
    int fractional = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      double nearest = Math.rint(cells[cell]);
      boolean whole = Math.abs(cells[cell] - nearest) <= WHOLE;
      rounded[cell] = (long) (whole ? nearest : Math.floor(cells[cell]));
      missingInRow[cell / columns.length] -= rounded[cell];
      missingInColumn[cell % columns.length] -= rounded[cell];
      if (!whole) {
        double toCeiling = rounded[cell] + 1 - cells[cell];
        up[fractional++] = ((long) (toCeiling * (1 << 30)) << 32) | cell;
      }
    }
    if (isNegative(missingInRow)
        || isNegative(missingInColumn)
        || Arrays.stream(missingInRow).sum() != Arrays.stream(missingInColumn).sum()) {
      return Optional.empty();
    }
    return complete(rounded, Arrays.copyOf(up, fractional), missingInRow, missingInColumn);
  }

  private static boolean isNegative(long[] missing) {
    return Arrays.stream(missing).anyMatch(value -> value < 0);
  }

  private static Optional<long[]> complete(
      long[] rounded, long[] byFraction, long[] missingInRow, long[] missingInColumn) {
    int rows = missingInRow.length;
    int columns = missingInColumn.length;
    int source = rows + columns;
    int sink = source + 1;
    MaxFlow flow = new MaxFlow(sink + 1, byFraction.length + rows + columns);
    int[] fromSource = new int[rows];
    int[] toSink = new int[columns];
    Arrays.setAll(fromSource, row -> flow.arc(source, row, missingInRow[row]));
    Arrays.setAll(toSink, column -> flow.arc(rows + column, sink, missingInColumn[column]));
    Arrays.sort(byFraction);
    int[] arcs = new int[byFraction.length];
    long missing = Arrays.stream(missingInRow).sum();
    for (int rank = 0; rank < byFraction.length; rank++) {
      int cell = (int) byFraction[rank];
      int row = cell / columns;
      int column = cell % columns;
      arcs[rank] = flow.arc(row, rows + column, 1);
      if (flow.room(fromSource[row]) > 0 && flow.room(toSink[column]) > 0) {
        flow.push(fromSource[row], 1);
        flow.push(arcs[rank], 1);
        flow.push(toSink[column], 1);
        missing--;
      }
    }
    if (missing != flow.augment(source, sink)) {
      return Optional.empty();
    }
    for (int rank = 0; rank < arcs.length; rank++) {
      rounded[(int) byFraction[rank]] += flow.flow(arcs[rank]);
    }
    return Optional.of(rounded);
  }
}
