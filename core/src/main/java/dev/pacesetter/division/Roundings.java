package dev.pacesetter.division;

import com.google.common.collect.Collections2;
import com.google.common.primitives.Ints;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which real shares become whole amounts, tried in turn until one keeps everything.
 *
 * <p>First axis by axis ({@link Levels}), in the orders that hold the most of what is required.
 * That is quick, holds each axis alone, and fails where weights of 0 or caps leave a sum that was
 * found early no room. Then a search for amounts that would be as near ({@link WholeSearch}), then
 * two families of nested sums at once ({@link NestedSums}), which always succeeds but does not hold
 * all axes alone, then a search for anything that keeps what is required. Where none does, what
 * misses least is taken.
 */
final class Roundings {
  /** Whole amounts, and the order of axes whose sums they hold. */
  static final class Rounded {
    private final int[] order;
    private final Map<Integer, Levels.Level> levels;

    Rounded(int[] order, Map<Integer, Levels.Level> levels) {
      this.order = order;
      this.levels = levels;
    }

    int[] order() {
      return order;
    }

    Map<Integer, Levels.Level> levels() {
      return levels;
    }

    long[] amounts(Grid grid) {
      return Objects.requireNonNull(levels.get(grid.all())).amounts();
    }
  }

  private static final int MOST_ORDERS = 24;

  /** Pairs of orders that are tried for nested sums. */
  private static final int MOST_PAIRS = 12;

  /** In large tables fewer are tried, so that not many more cells than this are gone through. */
  private static final int MOST_CELLS = 6_000_000;

  /** How far cells may be from their floor and ceiling in a search, tried in turn. */
  private static final long[] FURTHER = {0, 1, 3};

  /** In tables of so few cells a search looks at all amounts. */
  private static final int SMALL = 64;

  private final Grid grid;
  private final double[] cells;
  private final double[] weights;
  private final long total;
  private final Map<Integer, Bounds> required;
  private final Map<Integer, Bounds> bounds;
  private final int[] wanted;
  private @Nullable Rounded best;
  private long missing = Long.MAX_VALUE;

  private Roundings(
      Problem problem,
      double[] cells,
      Map<Integer, Bounds> required,
      Map<Integer, Bounds> bounds,
      int[] wanted) {
    grid = problem.grid();
    weights = problem.weights();
    total = problem.total();
    this.cells = cells;
    this.required = required;
    this.bounds = bounds;
    this.wanted = wanted;
  }

  /**
   * Takes what is to be rounded.
   *
   * @param problem what is required
   * @param cells real shares that keep it
   * @param lots bounds of cells that lots ask for beside
   * @param wanted masks whose sums are to be floors or ceilings too
   */
  static Roundings of(Problem problem, double[] cells, Optional<Bounds> lots, int[] wanted) {
    Map<Integer, Bounds> required = problem.bounds();
    Map<Integer, Bounds> bounds = new TreeMap<>(required);
    lots.ifPresent(of -> bounds.put(problem.grid().all(), of));
    return new Roundings(problem, cells, required, bounds, wanted);
  }

  /** Returns what misses least; empty where not even the total could be rounded. */
  Optional<Rounded> best() {
    List<int[]> orders = orders();
    for (int[] order : orders.subList(0, Math.min(orders.size(), most(MOST_ORDERS)))) {
      if (keeps(axisByAxis(order))) {
        return Optional.ofNullable(best);
      }
    }
    if (!keeps(searched(orders.get(0), promised(orders.get(0)), 0)) && !nested(orders)) {
      anything(orders.get(0));
    }
    return Optional.ofNullable(best);
  }

  /** Remembers what misses least so far; returns whether everything is kept. */
  private boolean keeps(Optional<Rounded> tried) {
    if (tried.isPresent()) {
      long misses = misses(tried.get().amounts(grid));
      if (misses < missing) {
        missing = misses;
        best = tried.get();
      }
    }
    return missing == 0;
  }

  /** By how many units all sums together miss their bounds. */
  private long misses(long[] amounts) {
    long misses = 0;
    for (Map.Entry<Integer, Bounds> of : bounds.entrySet()) {
      long[] sums = grid.sums(amounts, of.getKey());
      for (int group = 0; group < sums.length; group++) {
        misses += Math.max(0, of.getValue().least(group) - sums[group]);
        misses += Math.max(0, sums[group] - of.getValue().most(group));
      }
    }
    return misses;
  }

  private Optional<Rounded> axisByAxis(int[] order) {
    Optional<Map<Integer, Levels.Level>> levels =
        Levels.round(grid, cells, weights, bounds, order, total);
    levels.ifPresent(
        found -> {
          Levels.Level finest = Objects.requireNonNull(found.get(grid.all()));
          Mending.of(grid, order, required, wanted, cells, finest).run();
        });
    return levels.map(found -> new Rounded(order, found));
  }

  private boolean nested(List<int[]> orders) {
    return orders.stream()
        .flatMap(spread -> orders.stream().map(gather -> new int[][] {spread, gather}))
        .sorted(
            Comparator.<int[][]>comparingInt(pair -> missed(held(pair), bounds.keySet()))
                .thenComparingInt(pair -> missed(held(pair), Ints.asList(wanted)))
                .thenComparingInt(pair -> missed(held(pair), singles())))
        .limit(most(MOST_PAIRS))
        .anyMatch(
            pair ->
                keeps(
                    NestedSums.round(grid, cells, bounds, pair[0], pair[1])
                        .map(amounts -> rounded(pair[0], amounts))));
  }

  private static int[] held(int[][] pair) {
    return Ints.concat(NestedSums.held(pair[0]), NestedSums.held(pair[1]));
  }

  private List<Integer> singles() {
    return IntStream.range(0, grid.axes()).mapToObj(axis -> 1 << axis).toList();
  }

  private void anything(int[] order) {
    for (long further : FURTHER) {
      if (keeps(searched(order, bounds, further))) {
        return;
      }
    }
    if (cells.length <= SMALL) {
      keeps(searched(order, bounds, total));
    }
  }

  private Optional<Rounded> searched(int[] order, Map<Integer, Bounds> within, long further) {
    return WholeSearch.find(grid, cells, within, further).map(found -> rounded(order, found));
  }

  /**
   * The bounds, and floors and ceilings of the sums that an order would hold or that are wanted.
   */
  private Map<Integer, Bounds> promised(int[] order) {
    Map<Integer, Bounds> narrow = new TreeMap<>();
    for (int mask : Ints.concat(Levels.masks(order), wanted)) {
      double[] sums = grid.sums(cells, mask);
      Bounds of = bounds.getOrDefault(mask, Bounds.none(sums.length));
      narrow.put(mask, of.around(sums));
    }
    bounds.forEach(narrow::putIfAbsent);
    return narrow;
  }

  private Rounded rounded(int[] order, long[] amounts) {
    Map<Integer, Levels.Level> levels = new HashMap<>();
    for (int mask : Levels.masks(order)) {
      levels.put(mask, new Levels.Level(grid.sums(cells, mask), grid.sums(amounts, mask)));
    }
    return new Rounded(order, levels);
  }

  /** Orders of axes, those that hold the most of what is required first, then of what is wanted. */
  private List<int[]> orders() {
    return Collections2.permutations(
            IntStream.range(0, grid.axes()).map(axis -> grid.axes() - 1 - axis).boxed().toList())
        .stream()
        .map(Ints::toArray)
        .sorted(
            Comparator.<int[]>comparingInt(order -> missed(Levels.masks(order), required.keySet()))
                .thenComparingInt(order -> missed(Levels.masks(order), Ints.asList(wanted))))
        .limit(MOST_ORDERS)
        .toList();
  }

  private int most(int most) {
    return Math.max(1, Math.min(most, MOST_CELLS / cells.length));
  }

  private static int missed(int[] held, Iterable<Integer> masks) {
    int missed = 0;
    for (int mask : masks) {
      missed += mask == 0 || Ints.contains(held, mask) ? 0 : 1;
    }
    return missed;
  }
}
