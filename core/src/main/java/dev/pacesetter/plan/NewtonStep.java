package dev.pacesetter.plan;

import java.util.List;

/**
 * One Newton step towards the margins of a table, for where scaling in turn creeps.
 *
 * <p>The fitted table is {@code x · exp(u(i) + v(j) + w(k))} where the factors minimise the convex
 * {@code Σ x·exp(u + v + w) - Σ targets · factors}. Its gradient is sums less targets; its second
 * derivative has the sums on the diagonal and the sums of pairs beside it. The step is shortened
 * until it does not overshoot by more than half.
 */
final class NewtonStep {
  /** Factors that only move against each other leave the table as it is; this decides them. */
  private static final double RIDGE = 1e-13;

  private static final double OVERSHOOT = 0.5;
  private static final int MOST_HALVINGS = 40;

  private final Table table;
  private final List<Table.Margin> margins;
  private final int[] offset;
  private final double[] missing;
  private final double[][] curvature;

  private NewtonStep(Table table, List<Table.Margin> margins) {
    this.table = table;
    this.margins = margins;
    offset = new int[margins.size()];
    int factors = 0;
    for (int margin = 0; margin < offset.length; margin++) {
      offset[margin] = factors;
      factors += margins.get(margin).groups();
    }
    missing = missing(table, factors);
    curvature = new double[factors][factors];
    addCurvature();
  }

  /** Moves a table. */
  static void take(Table table, List<Table.Margin> margins) {
    new NewtonStep(table, margins).take();
  }

  private double[] missing(Table of, int factors) {
    double[] left = new double[factors];
    for (int margin = 0; margin < offset.length; margin++) {
      double[] sums = of.sums(margins.get(margin));
      for (int group = 0; group < sums.length; group++) {
        left[offset[margin] + group] = margins.get(margin).target(group) - sums[group];
      }
    }
    return left;
  }

  private void addCurvature() {
    double[] cells = table.cells();
    for (int cell = 0; cell < cells.length; cell++) {
      for (int one = 0; one < offset.length && cells[cell] > 0; one++) {
        int row = factor(cell, one);
        for (int other = 0; other <= one; other++) {
          curvature[row][factor(cell, other)] += cells[cell];
        }
      }
    }
  }

  private int factor(int cell, int margin) {
    Table.Margin along = margins.get(margin);
    return offset[margin] + along.group(table.place(cell, along.axis()));
  }

  private void take() {
    double[] direction = solve();
    double slope = dot(direction, missing);
    double[] before = table.cells().clone();
    double length = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      move(before, direction, length);
      if (-dot(direction, missing(table, missing.length)) <= OVERSHOOT * slope) {
        return;
      }
      length /= 2;
    }
    System.arraycopy(before, 0, table.cells(), 0, before.length);
  }

  private void move(double[] before, double[] direction, double length) {
    double[] cells = table.cells();
    for (int cell = 0; cell < cells.length; cell++) {
      if (before[cell] > 0) {
        double exponent = 0;
        for (int margin = 0; margin < offset.length; margin++) {
          exponent += direction[factor(cell, margin)];
        }
        cells[cell] = before[cell] * Math.exp(length * exponent);
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }

  /** Solves curvature · direction = missing by Cholesky, scaled to a diagonal of 1. */
  private double[] solve() {
    int size = missing.length;
    double[] scale = new double[size];
    for (int row = 0; row < size; row++) {
      scale[row] = curvature[row][row] > 0 ? 1 / Math.sqrt(curvature[row][row]) : 0;
    }
    double[] right = new double[size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        curvature[row][column] *= scale[row] * scale[column];
      }
      curvature[row][row] = 1 + RIDGE;
      right[row] = missing[row] * scale[row];
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double value = curvature[row][column];
        for (int at = 0; at < column; at++) {
          value -= curvature[row][at] * curvature[column][at];
        }
        curvature[row][column] =
            row == column ? Math.sqrt(Math.max(value, RIDGE)) : value / curvature[column][column];
      }
    }
    for (int row = 0; row < size; row++) {
      for (int at = 0; at < row; at++) {
        right[row] -= curvature[row][at] * right[at];
      }
      right[row] /= curvature[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int at = row + 1; at < size; at++) {
        right[row] -= curvature[at][row] * right[at];
      }
      right[row] /= curvature[row][row];
    }
    for (int row = 0; row < size; row++) {
      right[row] *= scale[row];
    }
    return right;
  }
}
