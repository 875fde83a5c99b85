package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

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
 * @see <a href="https://doi.org/10.1287/mnsc.12.9.732">Bacharach, Matrix Rounding Problems
 *     (1966)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478456">Cox, A Constructive Procedure for
 *     Unbiased Controlled Rounding (1987)</a>
 */
public final class ControlledRounding {
  /** A cell this close to a whole number is that number. */
  public static final double WHOLE = 1e-7;

  private ControlledRounding() {}

  /**
   * Rounds.
   *
   * @param cells the table, row by row, each from 0 to {@value Division#MOST}; a cell within {@link
   *     #WHOLE} of a whole number is that number
   * @param rows what each row must add up to, from 0 to {@value Division#MOST}
   * @param columns what each column must add up to, likewise
   * @return the rounded table; empty when there is none
   * @throws IllegalArgumentException if the cells are not as many as rows times columns, or a cell
   *     or a sum is out of range
   */
  public static Optional<long[]> round(double[] cells, long[] rows, long[] columns) {
    checkArgument(
        cells.length == (long) rows.length * columns.length,
        "a table of %s cells; %s rows and %s columns need as many",
        (Object) cells.length,
        rows.length,
        columns.length);
    for (int cell = 0; cell < cells.length; cell++) {
      checkArgument(
          cells[cell] >= 0 && cells[cell] <= Division.MOST,
          "cell %s is %s; from 0 to %s can be rounded",
          (Object) cell,
          cells[cell],
          Division.MOST);
    }
    checkSums("row", rows);
    checkSums("column", columns);
    return round(cells, rows, columns, 0, Bounds.none(cells.length));
  }

  private static void checkSums(String kind, long[] sums) {
    for (int at = 0; at < sums.length; at++) {
      checkArgument(
          sums[at] >= 0 && sums[at] <= Division.MOST,
          "%s %s is to add up to %s; from 0 to %s is possible",
          kind,
          at,
          sums[at],
          Division.MOST);
    }
  }

  /**
   * Rounds within bounds, and further away where it must be.
   *
   * @param cells the table, row by row, not negative
   * @param rows what each row must add up to
   * @param columns what each column must add up to
   * @param further by how much a cell may be below its floor or above its ceiling; a cell of 0
   *     stays
   * @param bounds whole bounds of cells
   * @return the rounded table; empty when there is none
   */
  static Optional<long[]> round(
      double[] cells, long[] rows, long[] columns, long further, Bounds bounds) {
    long[] rounded = new long[cells.length];
    long[] up = new long[cells.length];
    long[] room = new long[cells.length];
    long[] back = new long[cells.length];
    long[] missingInRow = rows.clone();
    long[] missingInColumn = columns.clone();
    int fractional = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      double nearest = Math.rint(cells[cell]);
      boolean whole = Math.abs(cells[cell] - nearest) <= WHOLE;
      long floor = (long) (whole ? nearest : Math.floor(cells[cell]));
      long wide = cells[cell] > 0 ? further : 0;
      rounded[cell] =
          Math.min(bounds.most(cell), Math.max(bounds.least(cell), Math.max(0, floor - wide)));
      room[cell] =
          Math.max(0, Math.min(bounds.most(cell), floor + (whole ? 0 : 1) + wide) - rounded[cell]);
      back[cell] = Math.min(room[cell], Math.max(0, floor - rounded[cell]));
      missingInRow[cell / columns.length] -= rounded[cell];
      missingInColumn[cell % columns.length] -= rounded[cell];
      if (room[cell] > 0) {
        up[fractional++] = key(floor + 1 - cells[cell], cell);
      }
    }
    if (isNegative(missingInRow)
        || isNegative(missingInColumn)
        || Arrays.stream(missingInRow).sum() != Arrays.stream(missingInColumn).sum()) {
      return Optional.empty();
    }
    return complete(
        rounded, Arrays.copyOf(up, fractional), room, back, missingInRow, missingInColumn);
  }

  /**
   * Returns what orders cells by how far they are from their ceiling, then by index. Distances that
   * differ by what scaling leaves are alike.
   */
  static long key(double toCeiling, int cell) {
    return (Math.round(Math.min(1, Math.max(0, toCeiling)) * (1 << 24)) << 32) | cell;
  }

  private static boolean isNegative(long[] missing) {
    return Arrays.stream(missing).anyMatch(value -> value < 0);
  }

  private static Optional<long[]> complete(
      long[] rounded,
      long[] byFraction,
      long[] room,
      long[] back,
      long[] missingInRow,
      long[] missingInColumn) {
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
      arcs[rank] = flow.arc(row, rows + column, room[cell]);
      missing -= push(flow, fromSource[row], arcs[rank], toSink[column], back[cell]);
    }
    for (int rank = 0; rank < byFraction.length; rank++) {
      int cell = (int) byFraction[rank];
      int from = fromSource[cell / columns];
      missing -= push(flow, from, arcs[rank], toSink[cell % columns], 1);
    }
    if (missing != flow.augment(source, sink)) {
      return Optional.empty();
    }
    for (int rank = 0; rank < arcs.length; rank++) {
      rounded[(int) byFraction[rank]] += flow.flow(arcs[rank]);
    }
    return Optional.of(rounded);
  }

  private static long push(MaxFlow flow, int first, int second, int third, long most) {
    long amount =
        Math.min(most, Math.min(flow.room(first), Math.min(flow.room(second), flow.room(third))));
    if (amount > 0) {
      flow.push(first, amount);
      flow.push(second, amount);
      flow.push(third, amount);
    }
    return amount;
  }
}
