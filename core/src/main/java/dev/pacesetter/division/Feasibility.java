package dev.pacesetter.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether any table of real numbers, none below 0, meets some requirements and a total.
 *
 * <p>Places that no requirement names are all alike, so they are taken together; what is left is a
 * small linear programme, solved exactly in fractions: phase one of the simplex method with Bland's
 * rule. Where there is no solution, its dual values name requirements that contradict each other.
 *
 * @see <a href="https://doi.org/10.1287/moor.2.2.103">Bland, New Finite Pivoting Rules for the
 *     Simplex Method (1977)</a>
 */
final class Feasibility {
  private final BigFraction[][] rows;
  private final BigFraction[] cost;
  private final int[] basis;
  private final boolean[] isArtificial;
  private final int requirements;

  private Feasibility(List<boolean[]> columns, Problem problem) {
    requirements = problem.requirements().size();
    int count = requirements + 1;
    int slacks = count;
    int width = columns.size() + slacks + count + 1;
    rows = new BigFraction[count][width];
    cost = new BigFraction[width];
    basis = new int[count];
    isArtificial = new boolean[width];
    Arrays.fill(cost, BigFraction.ZERO);
    for (int row = 0; row < count; row++) {
      Arrays.fill(rows[row], BigFraction.ZERO);
      for (int column = 0; column < columns.size(); column++) {
        if (columns.get(column)[row]) {
          rows[row][column] = BigFraction.ONE;
        }
      }
      Requirement.Bound bound =
          row == requirements ? Requirement.Bound.EXACTLY : problem.requirements().get(row).bound();
      int slack = columns.size() + row;
      int own = columns.size() + slacks + row;
      if (bound == Requirement.Bound.AT_LEAST) {
        rows[row][slack] = BigFraction.ONE.negate();
      }
      rows[row][own] = BigFraction.ONE;
      isArtificial[own] = bound != Requirement.Bound.AT_MOST;
      basis[row] = own;
      rows[row][width - 1] =
          BigFraction.of(
              row == requirements ? problem.total() : problem.requirements().get(row).amount());
    }
    for (int row = 0; row < count; row++) {
      if (isArtificial[basis[row]]) {
        for (int column = 0; column < width; column++) {
          if (!isArtificial[column]) {
            cost[column] = cost[column].subtract(rows[row][column]);
          }
        }
      }
    }
  }

  /**
   * Asks.
   *
   * @param problem what is required
   * @return requirements that cannot hold together beside the total, in their order; empty where
   *     all can
   */
  static Optional<List<Requirement>> contradiction(Problem problem) {
    return new Feasibility(columns(problem), problem).solve(problem);
  }

  /** Returns how large a programme is: columns, those that take up slack among them, times rows. */
  static long size(Problem problem) {
    long columns = 1;
    for (int axis = 0; axis < problem.grid().axes(); axis++) {
      columns *= Math.min(problem.grid().size(axis), named(problem, axis).size() + 1);
    }
    long rows = problem.requirements().size() + 1L;
    return (columns + 2 * rows) * rows;
  }

  private static Set<String> named(Problem problem, int axis) {
    Set<String> named = new LinkedHashSet<>();
    for (Requirement required : problem.requirements()) {
      String place = required.part().places().get(problem.axes().get(axis));
      if (place != null) {
        named.add(place);
      }
    }
    return named;
  }

  /** Returns in which requirements each kind of cell with a weight counts, the total last. */
  private static List<boolean[]> columns(Problem problem) {
    Grid grid = problem.grid();
    int[][] kind = new int[grid.axes()][];
    int[] kinds = new int[grid.axes()];
    for (int axis = 0; axis < grid.axes(); axis++) {
      List<String> named = new ArrayList<>(named(problem, axis));
      kind[axis] = new int[grid.size(axis)];
      for (int place = 0; place < kind[axis].length; place++) {
        int at = named.indexOf(problem.places().get(axis).get(place));
        kind[axis][place] = at < 0 ? named.size() : at;
      }
      kinds[axis] = named.size() + 1;
    }
    Grid classes = new Grid(kinds);
    int[] steps = classes.steps(classes.all());
    int[] example = new int[classes.cells()];
    Arrays.fill(example, -1);
    for (int cell = 0; cell < grid.cells(); cell++) {
      if (problem.weights()[cell] > 0) {
        int at = 0;
        for (int axis = 0; axis < kinds.length; axis++) {
          at += kind[axis][grid.place(cell, axis)] * steps[axis];
        }
        example[at] = cell;
      }
    }
    Set<List<Boolean>> distinct = new LinkedHashSet<>();
    for (int cell : example) {
      if (cell >= 0) {
        distinct.add(membership(problem, cell));
      }
    }
    List<boolean[]> columns = new ArrayList<>();
    for (List<Boolean> member : distinct) {
      boolean[] column = new boolean[member.size()];
      for (int row = 0; row < column.length; row++) {
        column[row] = member.get(row);
      }
      columns.add(column);
    }
    return columns;
  }

  private static List<Boolean> membership(Problem problem, int cell) {
    List<Boolean> member = new ArrayList<>();
    for (Requirement required : problem.requirements()) {
      boolean isIn = true;
      for (int axis = 0; axis < problem.grid().axes(); axis++) {
        String place = required.part().places().get(problem.axes().get(axis));
        isIn &=
            place == null
                || place.equals(problem.places().get(axis).get(problem.grid().place(cell, axis)));
      }
      member.add(isIn);
    }
    member.add(true);
    return member;
  }

  private Optional<List<Requirement>> solve(Problem problem) {
    for (int entering = entering(); entering >= 0; entering = entering()) {
      pivot(leaving(entering), entering);
    }
    if (cost[cost.length - 1].signum() == 0) {
      return Optional.empty();
    }
    List<Requirement> together = new ArrayList<>();
    int own = cost.length - 1 - rows.length;
    for (int row = 0; row < requirements; row++) {
      BigFraction dual =
          isArtificial[own + row] ? BigFraction.ONE.subtract(cost[own + row]) : cost[own + row];
      if (dual.signum() != 0) {
        together.add(problem.requirements().get(row));
      }
    }
    return Optional.of(together);
  }

  /** The first column that lessens what is missing; an artificial one never comes back. */
  private int entering() {
    for (int column = 0; column < cost.length - 1; column++) {
      if (!isArtificial[column] && cost[column].signum() < 0) {
        return column;
      }
    }
    return -1;
  }

  private int leaving(int entering) {
    int leaving = -1;
    int right = cost.length - 1;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row][entering].signum() > 0) {
        int order =
            leaving < 0
                ? -1
                : rows[row][right]
                    .multiply(rows[leaving][entering])
                    .compareTo(rows[leaving][right].multiply(rows[row][entering]));
        if (order < 0 || (order == 0 && basis[row] < basis[leaving])) {
          leaving = row;
        }
      }
    }
    if (leaving < 0) {
      throw new IllegalStateException("what is missing cannot lessen without end");
    }
    return leaving;
  }

  private void pivot(int at, int entering) {
    BigFraction by = rows[at][entering];
    for (int column = 0; column < cost.length; column++) {
      if (rows[at][column].signum() != 0) {
        rows[at][column] = rows[at][column].divide(by);
      }
    }
    for (int row = 0; row < rows.length; row++) {
      if (row != at) {
        subtract(rows[row], rows[at], rows[row][entering]);
      }
    }
    subtract(cost, rows[at], cost[entering]);
    basis[at] = entering;
  }

  private static void subtract(BigFraction[] from, BigFraction[] what, BigFraction times) {
    if (times.signum() == 0) {
      return;
    }
    for (int column = 0; column < from.length; column++) {
      if (what[column].signum() != 0) {
        from[column] = from[column].subtract(what[column].multiply(times));
      }
    }
  }
}
