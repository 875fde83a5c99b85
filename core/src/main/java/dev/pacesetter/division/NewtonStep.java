package dev.pacesetter.division;

import java.util.Arrays;
import java.util.List;

/**
 * One Newton step towards the margins of a table, for where scaling in turn creeps.
 *
 * <p>The fitted table is {@code x · exp(u(i) + v(j) + w(k) + …)} where the factors of the sums that
 * are held minimise the convex {@code Σ x·exp(u + v + w) - Σ targets · factors}. Its gradient is
 * sums less targets; its second derivative has the sums on the diagonal and the sums of pairs
 * beside it. The step is shortened until it does not overshoot by more than half. Factors of sums
 * that are only bounded stay as they are: two bounds of the same cells may not both bind.
 */
final class NewtonStep {
  /** Factors that only move against each other leave the table as it is; this decides them. */
  private static final double RIDGE = 1e-13;

  private static final double OVERSHOOT = 0.5;
  private static final int MOST_HALVINGS = 40;

  /** Solving takes the third power of this. */
  private static final int MOST_FACTORS = 400;

  private static final int FREE = -1;

  private final Grid grid;
  private final double[] cells;
  private final List<Margin> margins;
  private final double[][] factors;

  /** For every cell and margin, which of the held sums it is in. */
  private final int[][] held;

  private final double[] targets;

  private NewtonStep(
      Grid grid,
      double[] cells,
      List<Margin> margins,
      double[][] factors,
      int[][] held,
      double[] targets) {
    this.grid = grid;
    this.cells = cells;
    this.margins = margins;
    this.factors = factors;
    this.held = held;
    this.targets = targets;
  }

  /** Moves a table and its factors; does nothing where too many sums are held. */
  static void take(Grid grid, double[] cells, List<Margin> margins, double[][] factors) {
    int[][] held = new int[margins.size()][];
    double[] targets = new double[MOST_FACTORS];
    int count = 0;
    for (int at = 0; at < held.length; at++) {
      Margin margin = margins.get(at);
      held[at] = new int[margin.groups()];
      for (int group = 0; group < margin.groups(); group++) {
        boolean isHeld = margin.isExact(group);
        if (isHeld && count == MOST_FACTORS) {
          return;
        }
        held[at][group] = isHeld ? count : FREE;
        if (isHeld) {
          targets[count++] = margin.least(group);
        }
      }
    }
    new NewtonStep(grid, cells, margins, factors, held, Arrays.copyOf(targets, count)).take();
  }

  private double[] missing() {
    double[] left = targets.clone();
    for (int margin = 0; margin < held.length; margin++) {
      double[] sums = grid.sums(cells, margins.get(margin).mask());
      for (int group = 0; group < sums.length; group++) {
        if (held[margin][group] != FREE) {
          left[held[margin][group]] -= sums[group];
        }
      }
    }
    return left;
  }

  private double[][] curvature() {
    double[][] curvature = new double[targets.length][targets.length];
    int[] in = new int[held.length];
    int[][] group = new int[held.length][];
    Arrays.setAll(group, margin -> grid.groupsOfCells(margins.get(margin).mask()));
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] > 0) {
        int count = 0;
        for (int margin = 0; margin < held.length; margin++) {
          int factor = held[margin][group[margin][cell]];
          if (factor != FREE) {
            in[count++] = factor;
          }
        }
        for (int one = 0; one < count; one++) {
          for (int other = 0; other <= one; other++) {
            curvature[in[one]][in[other]] += cells[cell];
          }
        }
      }
    }
    return curvature;
  }

  private void take() {
    double[] missing = missing();
    double[] direction = solve(curvature(), missing);
    double slope = dot(direction, missing);
    double[] before = cells.clone();
    double length = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      System.arraycopy(before, 0, cells, 0, cells.length);
      move(direction, length);
      if (-dot(direction, missing()) <= OVERSHOOT * slope) {
        keep(direction, length);
        return;
      }
      length /= 2;
    }
    System.arraycopy(before, 0, cells, 0, before.length);
  }

  private void move(double[] direction, double length) {
    for (int margin = 0; margin < held.length; margin++) {
      double[] by = new double[held[margin].length];
      for (int group = 0; group < by.length; group++) {
        by[group] = factor(margin, group, direction, length);
      }
      grid.multiply(cells, margins.get(margin).mask(), by);
    }
  }

  private void keep(double[] direction, double length) {
    for (int margin = 0; margin < held.length; margin++) {
      for (int group = 0; group < held[margin].length; group++) {
        factors[margin][group] *= factor(margin, group, direction, length);
      }
    }
  }

  private double factor(int margin, int group, double[] direction, double length) {
    int factor = held[margin][group];
    return factor == FREE ? 1 : Math.exp(length * direction[factor]);
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }

  /** Solves curvature · direction = missing by Cholesky, scaled to a diagonal of 1. */
  private static double[] solve(double[][] curvature, double[] missing) {
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
