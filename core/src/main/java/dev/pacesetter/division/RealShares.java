package dev.pacesetter.division;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real shares of a division: the weights scaled to the total and to everything required. */
final class RealShares {
  /** Real shares, and how scaling ended. */
  static final class Shares {
    private final double[] cells;
    private final Fit fit;

    Shares(double[] cells, Fit fit) {
      this.cells = cells;
      this.fit = fit;
    }

    double[] cells() {
      return cells;
    }

    Fit fit() {
      return fit;
    }

    /**
     * Whether scaling came close. Where a requirement leaves a cell nothing but 0 or a bound, it
     * only creeps there; rounding then closes the gap.
     */
    boolean isNear() {
      return fit.deviation() <= NEAR;
    }
  }

  private static final double NEAR = 0.01;

  /** One over the number of sweeps is a half after twice as many. */
  private static final double SHRINKING = 0.7;

  private final Grid grid;
  private final Map<Integer, Bounds> bounds;
  private final double[] cells;

  private RealShares(Problem problem, Map<Integer, Bounds> bounds) {
    grid = problem.grid();
    this.bounds = bounds;
    cells = problem.weights().clone();
  }

  /** Scales; the result has not converged where nothing meets everything required. */
  static Shares of(Problem problem) {
    return new RealShares(problem, problem.bounds()).scaled();
  }

  /** Scales to other bounds of cells than the problem's. */
  static Shares of(Problem problem, Bounds cells) {
    Map<Integer, Bounds> bounds = problem.bounds();
    bounds.put(problem.grid().all(), cells);
    return new RealShares(problem, bounds).scaled();
  }

  private Shares scaled() {
    clearForbidden();
    clearNeverUsed();
    List<Margin> margins = new ArrayList<>();
    bounds.forEach((mask, of) -> margins.add(of.margin(mask)));
    double[] weights = cells.clone();
    Fitting fitting = Fitting.begin(grid, cells, margins);
    Shares shares = new Shares(cells, fitting.proceed());
    while (!shares.fit().isConverged() && shares.isNear()) {
      double[] before = shares.cells().clone();
      fitting.proceed();
      if (!clearShrinking(weights, before, shares.cells())) {
        return shares;
      }
      double[] again = weights.clone();
      fitting = Fitting.begin(grid, again, margins);
      Shares settled = new Shares(again, fitting.proceed());
      if (settled.fit().deviation() > shares.fit().deviation()) {
        return shares;
      }
      shares = settled;
    }
    return shares;
  }

  /**
   * Clears cells that go on shrinking: what no table that meets the requirements gives anything,
   * scaling takes ever less from, like one over the number of sweeps, and comes to no end.
   */
  private static boolean clearShrinking(double[] weights, double[] before, double[] after) {
    boolean clears = false;
    for (int cell = 0; cell < weights.length; cell++) {
      if (weights[cell] > 0 && after[cell] < SHRINKING * before[cell]) {
        weights[cell] = 0;
        clears = true;
      }
    }
    return clears;
  }

  /** Clears what must come to 0, so that scaling has nothing to creep towards. */
  private void clearForbidden() {
    bounds.forEach(
        (mask, of) -> {
          double[] keep = new double[of.groups()];
          boolean clears = false;
          for (int group = 0; group < keep.length; group++) {
            keep[group] = of.most(group) == 0 ? 0 : 1;
            clears |= keep[group] == 0;
          }
          if (clears) {
            grid.multiply(cells, mask, keep);
          }
        });
  }

  /**
   * Clears cells that weights of 0 elsewhere leave no amount in any solution, for every pair of
   * axes with exact sums. Where two axes contradict each other nothing is cleared.
   */
  private void clearNeverUsed() {
    for (int one = 0; one < grid.axes(); one++) {
      for (int other = 0; other < one; other++) {
        Bounds rows = bounds.get(1 << one);
        Bounds columns = bounds.get(1 << other);
        if (rows != null && columns != null) {
          clearNeverUsed(one, rows, other, columns);
        }
      }
    }
  }

  private void clearNeverUsed(int one, Bounds rows, int other, Bounds columns) {
    long total = Objects.requireNonNull(bounds.get(0)).least(0);
    int[] rowGroup = rows.exactGroups();
    int[] columnGroup = columns.exactGroups();
    long[] supplies = rows.exactSums(total);
    long[] demands = columns.exactSums(total);
    long[][] room = new long[supplies.length][demands.length];
    double[] pairs = grid.sums(cells, 1 << one | 1 << other);
    int[] steps = grid.steps(1 << one | 1 << other);
    boolean isOpen = true;
    for (int row = 0; row < rowGroup.length; row++) {
      for (int column = 0; column < columnGroup.length; column++) {
        if (pairs[row * steps[one] + column * steps[other]] > 0) {
          room[rowGroup[row]][columnGroup[column]] = MaxFlow.UNLIMITED;
        }
      }
    }
    for (long[] row : room) {
      for (long most : row) {
        isOpen &= most > 0;
      }
    }
    if (isOpen) {
      return;
    }
    Transport transport = new Transport(demands, room);
    if (transport.place(supplies) < total) {
      return;
    }
    boolean[][] never = transport.neverUsed();
    double[] keep = new double[pairs.length];
    for (int row = 0; row < rowGroup.length; row++) {
      for (int column = 0; column < columnGroup.length; column++) {
        keep[row * steps[one] + column * steps[other]] =
            never[rowGroup[row]][columnGroup[column]] ? 0 : 1;
      }
    }
    grid.multiply(cells, 1 << one | 1 << other, keep);
  }
}
