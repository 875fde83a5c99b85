package dev.pacesetter.division;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Mends the sums along the two axes that a rounding of three does not hold.
 *
 * <p>Within one place of the first axis of the order, four cells at two places of the second and
 * two of the third change by one, up and down in turn. All sums that are held stay, four of the
 * others move. Only cells that may be rounded either way take part. A move is made while it lessens
 * what is missing; so it ends, perhaps with something missing still.
 */
final class Mending {
  private static final long MOST_SIDEWAYS = 20_000;

  /** So many moves are looked at before it ends, and so many more for every cell. */
  private static final long MOST_LOOKS = 20_000_000;

  private static final long LOOKS_A_CELL = 250;

  private final int layers;
  private final int rows;
  private final int columns;
  private final int[] steps;
  private final long[] amounts;
  private final long[] floors;
  private final long[] ceilings;
  private final long[] sums;
  private final Bounds wanted;
  private final long mostLooks;
  private long looks;

  private Mending(Grid grid, int[] order, double[] shares, long[] amounts, Bounds wanted) {
    int[] along = grid.steps(grid.all());
    steps = Arrays.stream(order).map(axis -> along[axis]).toArray();
    layers = grid.size(order[0]);
    rows = grid.size(order[1]);
    columns = grid.size(order[2]);
    this.amounts = amounts;
    this.wanted = wanted;
    mostLooks = MOST_LOOKS + LOOKS_A_CELL * amounts.length;
    floors = new long[amounts.length];
    ceilings = new long[amounts.length];
    for (int cell = 0; cell < amounts.length; cell++) {
      double nearest = Math.rint(shares[cell]);
      boolean whole = Math.abs(shares[cell] - nearest) <= ControlledRounding.WHOLE;
      floors[cell] = (long) (whole ? nearest : Math.floor(shares[cell]));
      ceilings[cell] = (long) (whole ? nearest : Math.ceil(shares[cell]));
    }
    sums = new long[rows * columns];
    for (int layer = 0; layer < layers; layer++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          sums[row * columns + column] += amounts[cell(layer, row, column)];
        }
      }
    }
  }

  /**
   * Looks for sums to mend.
   *
   * @param grid the shape
   * @param order the order of rounding
   * @param bounds what is required
   * @param asked masks whose sums are to be floors or ceilings of their real shares
   * @param real the real shares before rounding
   * @param cells the level of cells, whose amounts are mended
   */
  static Runnable of(
      Grid grid,
      int[] order,
      Map<Integer, Bounds> bounds,
      int[] asked,
      double[] real,
      Levels.Level cells) {
    int missed = order.length == 3 ? 1 << order[1] | 1 << order[2] : 0;
    boolean isRequired = bounds.containsKey(missed);
    if (order.length != 3 || !(isRequired || Ints.contains(asked, missed))) {
      return () -> {};
    }
    double[] sums = grid.sums(real, missed);
    Bounds wanted = Bounds.none(sums.length);
    int[] own = grid.steps(missed);
    for (int row = 0; row < grid.size(order[1]); row++) {
      for (int column = 0; column < grid.size(order[2]); column++) {
        int group = row * own[order[1]] + column * own[order[2]];
        int at = row * grid.size(order[2]) + column;
        wanted.set(
            at,
            (long) Math.floor(sums[group] + ControlledRounding.WHOLE),
            (long) Math.ceil(sums[group] - ControlledRounding.WHOLE));
        if (isRequired) {
          Bounds required = Objects.requireNonNull(bounds.get(missed));
          if (!Ints.contains(asked, missed)) {
            wanted.set(at, 0, Bounds.NO_MOST);
          }
          wanted.narrow(at, required.least(group), required.most(group));
        }
      }
    }
    return new Mending(grid, order, cells.shares(), cells.amounts(), wanted)::mend;
  }

  private int cell(int layer, int row, int column) {
    return layer * steps[0] + row * steps[1] + column * steps[2];
  }

  private void mend() {
    int sideways = 0;
    while (improve() && sideways < MOST_SIDEWAYS && looks < mostLooks) {
      sideways++;
      stepAside(sideways);
    }
  }

  /** Makes moves for the better as long as there are any; returns whether something is missing. */
  private boolean improve() {
    boolean isBetter = true;
    boolean isMissing = true;
    while (isBetter && looks < mostLooks) {
      isBetter = false;
      isMissing = false;
      looks += sums.length;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          while (missing(row, column, 0) > 0 && move(row, column, 0, -1)) {
            isBetter = true;
          }
          isMissing |= missing(row, column, 0) > 0;
        }
      }
    }
    return isMissing;
  }

  private void stepAside(int turn) {
    looks += sums.length;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (missing(row, column, 0) > 0 && move(row, column, turn, 0)) {
          return;
        }
      }
    }
  }

  /** How far a sum would be from what is wanted if it changed. */
  private long missing(int row, int column, int change) {
    int at = row * columns + column;
    long sum = sums[at] + change;
    return Math.max(0, Math.max(wanted.least(at) - sum, sum - wanted.most(at)));
  }

  /** What a change makes worse, below 0 if it makes it better. */
  private long cost(int row, int column, int change) {
    return missing(row, column, change) - missing(row, column, 0);
  }

  /** Makes the first move that costs so much at most, looking from the given place on. */
  private boolean move(int row, int column, int from, int mostCost) {
    int up = sums[row * columns + column] < wanted.least(row * columns + column) ? 1 : -1;
    for (int nextLayer = 0; nextLayer < layers; nextLayer++) {
      int layer = (nextLayer + from) % layers;
      looks++;
      if (canChange(layer, row, column, up)) {
        looks += columns;
        for (int next = 0; next < columns; next++) {
          int other = (next + from / layers) % columns;
          if (other != column && canChange(layer, row, other, -up)) {
            long cost = cost(row, column, up) + cost(row, other, -up);
            if (swap(layer, row, column, other, up, from, mostCost - cost)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** Finds the row that takes part in a move, such that its two sums cost so much at most. */
  private boolean swap(int layer, int row, int column, int other, int up, int from, long mostCost) {
    for (int next = 0; mostCost >= -2 && next < rows; next++) {
      looks++;
      int partner = (next + from) % rows;
      if (partner != row
          && canChange(layer, partner, column, -up)
          && canChange(layer, partner, other, up)
          && cost(partner, column, -up) + cost(partner, other, up) <= mostCost) {
        change(layer, row, column, up);
        change(layer, row, other, -up);
        change(layer, partner, column, -up);
        change(layer, partner, other, up);
        return true;
      }
    }
    return false;
  }

  private boolean canChange(int layer, int row, int column, int by) {
    int cell = cell(layer, row, column);
    return by > 0 ? amounts[cell] < ceilings[cell] : amounts[cell] > floors[cell];
  }

  private void change(int layer, int row, int column, int by) {
    amounts[cell(layer, row, column)] += by;
    sums[row * columns + column] += by;
  }
}
