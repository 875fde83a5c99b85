package dev.pacesetter.division;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Rounds a table so that two families of nested sums are whole and within one unit of their real
 * shares at once: everything, each place of a first axis, each with those of a second, and so on
 * down to the cells; and, along another order of the axes, the same again.
 *
 * <p>Such sums are a flow that spreads from everything through the one family into the cells and
 * gathers through the other (Causey, Cox and Ernst, 1985). The real shares are such a flow, and
 * where all capacities are whole there is a whole one as well. So unlike rounding one axis after
 * another this always succeeds, however many cells must stay 0 and whatever is required within the
 * two families. An axis that comes first in neither is not held alone.
 *
 * <p>Cells go up in the order of their fractions as far as the sums let them, ties by lowest index;
 * what is then missing is completed by maximum flow.
 */
final class NestedSums {
  /** By so much of itself a sum of doubles may be off. */
  private static final double RESOLVED = 1e-12;

  private static final int NONE = -1;

  private final Grid grid;
  private final double[] shares;
  private final Map<Integer, Bounds> bounds;
  private final long further;

  /** Masks by level: those of the spreading family from everything on, then the gathering ones. */
  private final int[] masks;

  private final int levels;
  private final int[] firstNode;
  private final int[][] parents;
  private final int[][] arcs;
  private final long[] excess;
  private final MaxFlow flow;

  private NestedSums(
      Grid grid,
      double[] shares,
      Map<Integer, Bounds> bounds,
      long further,
      int[] spread,
      int[] gather) {
    this.grid = grid;
    this.shares = shares;
    this.bounds = bounds;
    this.further = further;
    levels = spread.length;
    masks = new int[2 * levels];
    firstNode = new int[2 * levels + 1];
    for (int level = 0; level < 2 * levels; level++) {
      int[] order = level < levels ? spread : gather;
      int at = level % levels;
      masks[level] = at == 0 ? 0 : masks[level - 1] | 1 << order[at - 1];
      firstNode[level + 1] = firstNode[level] + grid.groups(masks[level]);
    }
    parents = new int[2 * levels][];
    arcs = new int[2 * levels][];
    excess = new long[firstNode[2 * levels]];
    flow = new MaxFlow(excess.length + 2, shares.length + 2 * excess.length);
  }

  /**
   * Rounds.
   *
   * @param grid the shape
   * @param shares real shares that keep the bounds
   * @param bounds whole bounds by mask of axes, the total among them; those outside both families
   *     are not looked at
   * @param spread the axes in the order of the one family
   * @param gather the axes in the order of the other
   * @return the amounts, further away where scaling came too little near the bounds; empty where
   *     there are none
   */
  static Optional<long[]> round(
      Grid grid, double[] shares, Map<Integer, Bounds> bounds, int[] spread, int[] gather) {
    long total = bounds.getOrDefault(0, Bounds.none(1)).least(0);
    Optional<long[]> rounded = Optional.empty();
    for (long further : new long[] {0, 1, 1 + total / 1_000_000_000, 1 + total / 10_000, total}) {
      if (rounded.isEmpty()) {
        rounded = new NestedSums(grid, shares, bounds, further, spread, gather).round();
      }
    }
    return rounded;
  }

  /** Returns the masks whose sums a family along an order of axes holds. */
  static int[] held(int[] order) {
    int[] held = new int[order.length];
    int before = 0;
    for (int at = 0; at < order.length; at++) {
      before |= 1 << order[at];
      held[at] = before;
    }
    return held;
  }

  private Optional<long[]> round() {
    for (int level = 1; level < levels; level++) {
      open(level);
      open(levels + level);
    }
    Bounds all = bounds.getOrDefault(0, Bounds.none(1));
    excess[0] += all.least(0);
    excess[firstNode[levels]] -= all.least(0);
    long[] amounts = new long[shares.length];
    Cells cells = new Cells(amounts);
    return cells.complete() ? Optional.of(amounts) : Optional.empty();
  }

  /** Adds the arcs between the groups of a level and those they are part of. */
  private void open(int level) {
    int mask = masks[level];
    double[] sums = grid.sums(shares, mask);
    Bounds of = bounds.getOrDefault(mask, Bounds.none(sums.length));
    parents[level] = grid.groupsOfGroups(mask, masks[level - 1]);
    arcs[level] = new int[sums.length];
    for (int group = 0; group < sums.length; group++) {
      int node = firstNode[level] + group;
      int parent = firstNode[level - 1] + parents[level][group];
      boolean spreads = level < levels;
      arcs[level][group] =
          arc(
              spreads ? parent : node,
              spreads ? node : parent,
              least(sums[group], of, group),
              most(sums[group], of, group));
    }
  }

  /** Adds an arc that carries between two bounds. */
  private int arc(int from, int to, long least, long most) {
    excess[to] += least;
    excess[from] -= least;
    return most > least ? flow.arc(from, to, most - least) : NONE;
  }

  private long least(double share, Bounds of, int group) {
    long floor = (long) Math.floor(share * (1 - RESOLVED) + ControlledRounding.WHOLE);
    long wide = share > 0 ? further : 0;
    return Math.min(of.most(group), Math.max(of.least(group), Math.max(0, floor - wide)));
  }

  private long most(double share, Bounds of, int group) {
    long ceiling = (long) Math.ceil(share * (1 + RESOLVED) - ControlledRounding.WHOLE);
    long wide = share > 0 ? further : 0;
    return Math.max(of.least(group), Math.min(of.most(group), ceiling + wide));
  }

  /** The cells between the two families, and what they are still to carry. */
  private final class Cells {
    private final long[] amounts;
    private final int[] arc;
    private final int[] from;
    private final int[] to;
    private final int[] surplus;
    private final long wanted;
    private final int[] path;

    Cells(long[] amounts) {
      this.amounts = amounts;
      arc = new int[amounts.length];
      from = grid.groupsOfCells(masks[levels - 1]);
      to = grid.groupsOfCells(masks[2 * levels - 1]);
      path = new int[2 * levels + 1];
      Bounds of = bounds.getOrDefault(grid.all(), Bounds.none(amounts.length));
      for (int cell = 0; cell < amounts.length; cell++) {
        amounts[cell] = least(shares[cell], of, cell);
        arc[cell] =
            arc(
                firstNode[levels - 1] + from[cell],
                firstNode[2 * levels - 1] + to[cell],
                amounts[cell],
                most(shares[cell], of, cell));
      }
      surplus = new int[excess.length];
      long sum = 0;
      for (int node = 0; node < surplus.length; node++) {
        long more = excess[node];
        surplus[node] = more > 0 ? flow.arc(source(), node, more) : flow.arc(node, sink(), -more);
        sum += Math.max(0, more);
      }
      wanted = sum;
    }

    private int source() {
      return excess.length;
    }

    private int sink() {
      return excess.length + 1;
    }

    boolean complete() {
      long carried = 0;
      for (long key : byFraction()) {
        carried += raise((int) key);
      }
      if (carried + flow.augment(source(), sink()) != wanted) {
        return false;
      }
      for (int cell = 0; cell < arc.length; cell++) {
        amounts[cell] += arc[cell] == NONE ? 0 : flow.flow(arc[cell]);
      }
      return true;
    }

    /** The cells that may go up, the largest fraction first. */
    private long[] byFraction() {
      long[] keys = new long[arc.length];
      int count = 0;
      for (int cell = 0; cell < arc.length; cell++) {
        if (arc[cell] != NONE) {
          keys[count++] = ControlledRounding.key(amounts[cell] + 1 - shares[cell], cell);
        }
      }
      long[] sorted = Arrays.copyOf(keys, count);
      Arrays.sort(sorted);
      return sorted;
    }

    /** Lets a cell go up by one where the sums it is part of have something for it. */
    private int raise(int cell) {
      path[0] = arc[cell];
      int up = climb(levels - 1, from[cell], 1, true);
      int down = up == 0 ? 0 : climb(2 * levels - 1, to[cell], up, false);
      for (int step = 0; step < down; step++) {
        flow.push(path[step], 1);
      }
      return down == 0 ? 0 : 1;
    }

    /**
     * Follows a family from a group until one has something over; returns the length, 0 if none.
     */
    private int climb(int level, int group, int length, boolean spreads) {
      int at = level;
      int of = group;
      int steps = length;
      while (true) {
        int node = firstNode[at] + of;
        if (excess[node] != 0 && excess[node] > 0 == spreads && flow.room(surplus[node]) > 0) {
          path[steps++] = surplus[node];
          return steps;
        }
        if (masks[at] == 0 || arcs[at][of] == NONE || flow.room(arcs[at][of]) == 0) {
          return 0;
        }
        path[steps++] = arcs[at][of];
        of = parents[at][of];
        at--;
      }
    }
  }
}
