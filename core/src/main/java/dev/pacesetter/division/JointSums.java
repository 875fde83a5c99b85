package dev.pacesetter.division;

import java.util.Optional;

/**
 * Whole sums of rows and columns together: where dividing one axis after the other fails, because
 * the first took what the second needed, a flow with bounds finds both at once.
 *
 * <p>Rows and columns stay the floor or ceiling of their real sums; since the real sums are such a
 * flow and all bounds are whole, there is a whole one.
 */
final class JointSums {
  private final int rows;
  private final int columns;
  private final long[] excess;
  private final MaxFlow flow;
  private final int[] rowArc;
  private final int[] columnArc;
  private final long[] rowLeast;
  private final long[] columnLeast;

  private JointSums(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    excess = new long[rows + columns + 2];
    flow = new MaxFlow(excess.length + 2, rows * columns + 3 * (rows + columns) + 8);
    rowArc = new int[rows];
    columnArc = new int[columns];
    rowLeast = new long[rows];
    columnLeast = new long[columns];
  }

  /**
   * Finds whole sums.
   *
   * @param pairs real amounts of pairs, row by row; 0 where a pair can take nothing
   * @param limits whole bounds of pairs
   * @param ofRows whole bounds of rows
   * @param ofColumns whole bounds of columns
   * @param total what all come to
   * @return the sums of rows, then those of columns; empty where there are none
   */
  static Optional<long[][]> find(
      double[] pairs, Bounds limits, Bounds ofRows, Bounds ofColumns, long total) {
    return new JointSums(ofRows.groups(), ofColumns.groups())
        .solve(pairs, limits, ofRows, ofColumns, total);
  }

  private Optional<long[][]> solve(
      double[] pairs, Bounds limits, Bounds ofRows, Bounds ofColumns, long total) {
    int source = rows + columns;
    int sink = source + 1;
    double[] columnSums = new double[columns];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        int pair = row * columns + column;
        sum += pairs[pair];
        columnSums[column] += pairs[pair];
        if (pairs[pair] > 0) {
          long most = Math.min(total, limits.most(pair));
          arc(row, rows + column, Math.min(most, limits.least(pair)), most);
        }
      }
      rowLeast[row] = least(sum, ofRows, row);
      rowArc[row] = arc(source, row, rowLeast[row], most(sum, ofRows, row));
    }
    for (int column = 0; column < columns; column++) {
      columnLeast[column] = least(columnSums[column], ofColumns, column);
      columnArc[column] =
          arc(
              rows + column,
              sink,
              columnLeast[column],
              most(columnSums[column], ofColumns, column));
    }
    arc(sink, source, total, total);
    return isMet()
        ? Optional.of(new long[][] {sums(rowArc, rowLeast), sums(columnArc, columnLeast)})
        : Optional.empty();
  }

  private static long least(double sum, Bounds bounds, int at) {
    return Math.min(
        bounds.most(at),
        Math.max(bounds.least(at), (long) Math.floor(sum + ControlledRounding.WHOLE)));
  }

  private static long most(double sum, Bounds bounds, int at) {
    return Math.max(
        bounds.least(at),
        Math.min(bounds.most(at), (long) Math.ceil(sum - ControlledRounding.WHOLE)));
  }

  /** Adds an arc that carries between two bounds. */
  private int arc(int from, int to, long least, long most) {
    excess[to] += least;
    excess[from] -= least;
    return flow.arc(from, to, most - least);
  }

  private boolean isMet() {
    int source = excess.length;
    int sink = source + 1;
    long wanted = 0;
    for (int node = 0; node < excess.length; node++) {
      if (excess[node] > 0) {
        flow.arc(source, node, excess[node]);
        wanted += excess[node];
      } else if (excess[node] < 0) {
        flow.arc(node, sink, -excess[node]);
      }
    }
    return flow.augment(source, sink) == wanted;
  }

  private long[] sums(int[] arcs, long[] least) {
    long[] sums = new long[arcs.length];
    for (int at = 0; at < sums.length; at++) {
      sums[at] = least[at] + flow.flow(arcs[at]);
    }
    return sums;
  }
}
