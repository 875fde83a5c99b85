package dev.pacesetter.division;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rounds a table of real shares axis by axis.
 *
 * <p>With the axes in some order, the table over the first few is whole already when the next axis
 * joins. That axis is first divided alone, by largest remainder; then by the first axis, so that
 * its own parts and those of the first axis are met; then by the first two, and so on, until it has
 * joined all. Each of these steps is a table of rows and columns, once for every place on the axes
 * before: its real shares are scaled to the whole sums found so far and rounded under control,
 * which always succeeds. So what is whole and within one unit of its real share is: each axis
 * alone, and each axis with any number of the first ones.
 */
final class Levels {
  /** The shares of some axes, as they were when they were rounded, and what they became. */
  static final class Level {
    private final double[] shares;
    private final long[] amounts;

    Level(double[] shares, long[] amounts) {
      this.shares = shares;
      this.amounts = amounts;
    }

    double[] shares() {
      return shares;
    }

    long[] amounts() {
      return amounts;
    }
  }

  private final Grid grid;
  private final double[] cells;
  private final double[] weights;
  private final Map<Integer, Bounds> bounds;
  private final int[] order;
  private final Map<Integer, Level> levels = new HashMap<>();

  private Levels(
      Grid grid,
      double[] cells,
      double[] weights,
      Map<Integer, Bounds> bounds,
      int[] order,
      long total) {
    this.grid = grid;
    this.cells = cells;
    this.weights = weights;
    this.bounds = bounds;
    this.order = order;
    levels.put(0, new Level(new double[] {total}, new long[] {total}));
  }

  /**
   * Rounds.
   *
   * @param grid the shape
   * @param cells real shares that keep the bounds
   * @param weights what the shares were scaled from
   * @param bounds whole bounds by mask of axes
   * @param order the axes in the order in which they join
   * @param total what all cells add up to
   * @return the levels by mask, that of all axes among them; empty where sums found early leave no
   *     room for a bound that comes late
   */
  static Optional<Map<Integer, Level>> round(
      Grid grid,
      double[] cells,
      double[] weights,
      Map<Integer, Bounds> bounds,
      int[] order,
      long total) {
    return new Levels(grid, cells, weights, bounds, order, total).round();
  }

  /** Returns the masks whose sums an order holds. */
  static int[] masks(int[] order) {
    return IntStream.range(0, order.length)
        .flatMap(
            axis ->
                IntStream.rangeClosed(0, axis)
                    .map(joined -> 1 << order[axis] | prefix(order, joined)))
        .toArray();
  }

  private static int prefix(int[] order, int length) {
    int mask = 0;
    for (int at = 0; at < length; at++) {
      mask |= 1 << order[at];
    }
    return mask;
  }

  private Optional<Map<Integer, Level>> round() {
    for (int axis = 0; axis < order.length; axis++) {
      if (!alone(axis)) {
        return Optional.empty();
      }
      for (int joined = 1; joined <= axis; joined++) {
        if (!join(axis, joined)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(levels);
  }

  private Level level(int mask) {
    return Objects.requireNonNull(levels.get(mask));
  }

  /**
   * Divides an axis alone. Where some cells must stay 0, units pass over places that the other
   * axis, the first or for the first itself the last, has no room for.
   */
  private boolean alone(int at) {
    int axis = order[at];
    double[] shares = grid.sums(cells, 1 << axis);
    Bounds own = bounds.getOrDefault(1 << axis, Bounds.none(shares.length));
    int other = at == 0 ? order[order.length - 1] : order[0];
    Optional<Transport> room = order.length == 1 ? Optional.empty() : room(axis, other, at == 0);
    long total = level(0).amounts()[0];
    // Where nothing is required the weights themselves decide, not shares that were scaled and so
    // rounded: equal remainders are then equal.
    boolean isPlain = bounds.keySet().equals(Set.of(0));
    Optional<long[]> amounts =
        SingleAxis.divide(
            total, isPlain ? grid.sums(weights, 1 << axis) : shares, !isPlain, own, room);
    amounts.ifPresent(found -> levels.put(1 << axis, new Level(shares, found)));
    return amounts.isPresent();
  }

  /** What another axis has room for; empty where every place goes with every other. */
  private Optional<Transport> room(int axis, int other, boolean isFirst) {
    double[] pairs = grid.sums(cells, 1 << axis | 1 << other);
    Bounds limit = bounds.getOrDefault(1 << axis | 1 << other, Bounds.none(pairs.length));
    int[] steps = grid.steps(1 << axis | 1 << other);
    Bounds of = bounds.getOrDefault(1 << other, Bounds.none(grid.size(other)));
    int[] group = isFirst ? of.exactGroups() : IntStream.range(0, grid.size(other)).toArray();
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    long[][] rooms = new long[grid.size(axis)][groups];
    long[][] floors = new long[grid.size(axis)][groups];
    boolean isOpen = true;
    for (int place = 0; place < rooms.length; place++) {
      for (int column = 0; column < group.length; column++) {
        int pair = place * steps[axis] + column * steps[other];
        long least = limit.least(pair);
        long most = pairs[pair] > 0 ? Math.min(MaxFlow.UNLIMITED, limit.most(pair)) : 0;
        floors[place][group[column]] += least;
        rooms[place][group[column]] =
            Math.min(MaxFlow.UNLIMITED, rooms[place][group[column]] + Math.max(0, most - least));
        isOpen &= most == MaxFlow.UNLIMITED && least == 0;
      }
    }
    if (isOpen) {
      return Optional.empty();
    }
    long[] demands = isFirst ? of.exactSums(level(0).amounts()[0]) : level(1 << other).amounts();
    return Optional.of(new Transport(demands, rooms, floors));
  }

  /** Divides an axis that is whole with the first few by one more of them. */
  private boolean join(int at, int joined) {
    int rowAxis = order[at];
    int columnAxis = order[joined - 1];
    int before = prefix(order, joined - 1);
    int mask = before | 1 << columnAxis | 1 << rowAxis;
    double[] shares = mask == grid.all() ? cells.clone() : grid.sums(cells, mask);
    long[] amounts = new long[shares.length];
    long[] rowSums = level(before | 1 << rowAxis).amounts();
    long[] columnSums = level(before | 1 << columnAxis).amounts();
    int[] steps = grid.steps(mask);
    int[] rowSteps = grid.steps(before | 1 << rowAxis);
    int[] columnSteps = grid.steps(before | 1 << columnAxis);
    Bounds limits = bounds.getOrDefault(mask, Bounds.none(shares.length));
    TableOfTwo table = new TableOfTwo(grid.size(rowAxis), grid.size(columnAxis));
    for (int group = 0; group < grid.groups(before); group++) {
      int base = base(before, group, steps);
      int rowBase = base(before, group, rowSteps);
      int columnBase = base(before, group, columnSteps);
      for (int row = 0; row < table.rows(); row++) {
        table.row(row, rowSums[rowBase + row * rowSteps[rowAxis]]);
      }
      for (int column = 0; column < table.columns(); column++) {
        table.column(column, columnSums[columnBase + column * columnSteps[columnAxis]]);
      }
      for (int row = 0; row < table.rows(); row++) {
        for (int column = 0; column < table.columns(); column++) {
          int cell = base + row * steps[rowAxis] + column * steps[columnAxis];
          table.cell(row, column, shares[cell], limits.least(cell), limits.most(cell));
        }
      }
      if (!table.round()) {
        return false;
      }
      for (int row = 0; row < table.rows(); row++) {
        for (int column = 0; column < table.columns(); column++) {
          int cell = base + row * steps[rowAxis] + column * steps[columnAxis];
          shares[cell] = table.share(row, column);
          amounts[cell] = table.amount(row, column);
        }
      }
    }
    levels.put(mask, new Level(shares, amounts));
    return true;
  }

  /** The first cell of a group of the axes before, among cells with the given steps. */
  private int base(int before, int group, int[] steps) {
    int[] own = grid.steps(before);
    int base = 0;
    for (int axis = 0; axis < steps.length; axis++) {
      if (Grid.isIn(axis, before)) {
        base += group / own[axis] % grid.size(axis) * steps[axis];
      }
    }
    return base;
  }
}
