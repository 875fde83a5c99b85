package dev.pacesetter.division;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Runs a division: real shares, lots, rounding in the order that holds most, and what it missed.
 */
final class WholeDivision {
  /** Contradictions this small to find are looked for before anything is scaled. */
  private static final long QUICKLY_TOLD = 3_000;

  private static final int MOST_ORDERS = 24;

  private final Problem problem;
  private final NameSort sort;
  private final ImmutableList<ImmutableList<String>> places;
  private final List<Requirement> requirements;

  /**
   * Takes a problem in whole units.
   *
   * @param problem what to divide, places in the order of names
   * @param sort how to give cells back in the caller's order
   * @param places the places in the caller's order
   * @param requirements the requirements as the caller gave them, in the problem's order
   */
  WholeDivision(
      Problem problem,
      NameSort sort,
      ImmutableList<ImmutableList<String>> places,
      List<Requirement> requirements) {
    this.problem = problem;
    this.sort = sort;
    this.places = places;
    this.requirements = requirements;
  }

  DividedTable divide(long unit, long rest, long lot, int[] wanted) {
    if (Conflict.isSmall(problem, QUICKLY_TOLD) || !SideBySide.find(problem).isEmpty()) {
      refuseContradiction(problem.total() * unit + rest);
    }
    RealShares.Shares real = RealShares.of(problem);
    if (!real.fit().isConverged()) {
      refuseContradiction(problem.total() * unit + rest);
      if (!real.isNear() || !Conflict.isTold(problem)) {
        throw new InfeasibleDivisionException(
            ImmutableList.of(), problem.total() * unit + rest, ImmutableList.of());
      }
    }
    Lots.Result lots =
        Lots.of(problem, lot)
            .keep(real)
            .orElseThrow(
                () ->
                    new InfeasibleDivisionException(
                        ImmutableList.of(), problem.total() * unit + rest, ImmutableList.of()));
    Map<Integer, Bounds> bounds = lots.problem().bounds();
    Map<Integer, Bounds> all = withCells(bounds, lots.cells());
    double[] cells = lots.shares().cells();
    for (int[] order : orders(bounds, wanted)) {
      Optional<Map<Integer, Levels.Level>> levels =
          Levels.round(problem.grid(), cells, lots.problem().weights(), all, order, problem.total())
              .or(() -> jointly(cells, all, order));
      if (levels.isPresent()) {
        Levels.Level finest = Objects.requireNonNull(levels.get().get(problem.grid().all()));
        Mending.of(problem.grid(), order, bounds, wanted, cells, finest).run();
        return table(lots.shares().fit(), levels.get(), order, finest.amounts(), unit, rest);
      }
    }
    throw new InfeasibleDivisionException(
        ImmutableList.of(), problem.total() * unit + rest, ImmutableList.of());
  }

  /** Rounds with the sums of the first and the last axis found together. */
  private Optional<Map<Integer, Levels.Level>> jointly(
      double[] cells, Map<Integer, Bounds> bounds, int[] order) {
    Grid grid = problem.grid();
    if (order.length == 1) {
      return Optional.empty();
    }
    int one = Math.min(order[0], order[order.length - 1]);
    int other = Math.max(order[0], order[order.length - 1]);
    double[] pairs = grid.sums(cells, 1 << one | 1 << other);
    return JointSums.find(
            pairs,
            bounds.getOrDefault(1 << one | 1 << other, Bounds.none(pairs.length)),
            bounds.getOrDefault(1 << one, Bounds.none(grid.size(one))),
            bounds.getOrDefault(1 << other, Bounds.none(grid.size(other))),
            problem.total())
        .flatMap(
            sums -> {
              Map<Integer, Bounds> held = new TreeMap<>(bounds);
              held.put(1 << one, new Bounds(sums[0], sums[0]));
              held.put(1 << other, new Bounds(sums[1], sums[1]));
              return Levels.round(grid, cells, problem.weights(), held, order, problem.total());
            });
  }

  private void refuseContradiction(long total) {
    Optional<InfeasibleDivisionException> found = Conflict.find(problem);
    if (found.isPresent()) {
      throw new InfeasibleDivisionException(
          found.get().conflict().stream()
              .map(one -> requirements.get(problem.requirements().indexOf(one)))
              .collect(ImmutableList.toImmutableList()),
          total,
          found.get().confinements());
    }
  }

  private Map<Integer, Bounds> withCells(Map<Integer, Bounds> bounds, Optional<Bounds> cells) {
    Map<Integer, Bounds> all = new TreeMap<>(bounds);
    cells.ifPresent(of -> all.put(problem.grid().all(), of));
    return all;
  }

  /** Orders of axes, those that hold the most of what is required first, then of what is wanted. */
  private List<int[]> orders(Map<Integer, Bounds> bounds, int[] wanted) {
    int[] required = Ints.toArray(bounds.keySet());
    return Collections2.permutations(
            IntStream.range(0, problem.grid().axes())
                .map(axis -> problem.grid().axes() - 1 - axis)
                .boxed()
                .toList())
        .stream()
        .map(Ints::toArray)
        .sorted(
            Comparator.<int[]>comparingInt(order -> missed(order, required))
                .thenComparingInt(order -> missed(order, wanted)))
        .limit(MOST_ORDERS)
        .toList();
  }

  private static int missed(int[] order, int[] masks) {
    int[] held = Levels.masks(order);
    return (int)
        Arrays.stream(masks).filter(mask -> mask != 0 && !Ints.contains(held, mask)).count();
  }

  private DividedTable table(
      Fit fit, Map<Integer, Levels.Level> levels, int[] order, long[] units, long unit, long rest) {
    long[] amounts = sort.given(units, problem.grid().all());
    for (int cell = 0; cell < amounts.length; cell++) {
      amounts[cell] *= unit;
    }
    if (rest > 0) {
      int[] given = sort.given(problem.grid().all());
      amounts[given[openCell(levels, rest)]] += rest;
    }
    ImmutableLongArray cells = ImmutableLongArray.copyOf(amounts);
    ImmutableList<DividedTable.Level> rounded = rounded(levels, order, units, unit);
    return new DividedTable(
        problem.axes(),
        places,
        problem.grid(),
        cells,
        rounded,
        Arrays.stream(order)
            .mapToObj(axis -> problem.axes().get(axis))
            .collect(ImmutableList.toImmutableList()),
        unmet(units),
        fit);
  }

  /** The levels whose sums are still the floor or the ceiling of their shares. */
  private ImmutableList<DividedTable.Level> rounded(
      Map<Integer, Levels.Level> levels, int[] order, long[] units, long unit) {
    ImmutableList.Builder<DividedTable.Level> rounded = ImmutableList.builder();
    for (int mask : Levels.masks(order)) {
      double[] shares = Objects.requireNonNull(levels.get(mask)).shares();
      long[] sums = problem.grid().sums(units, mask);
      boolean isRounded = true;
      for (int group = 0; group < sums.length; group++) {
        isRounded &= Math.abs(sums[group] - shares[group]) < 1 + ControlledRounding.WHOLE;
      }
      if (isRounded) {
        double[] given = sort.given(shares, mask);
        for (int group = 0; group < given.length; group++) {
          given[group] *= unit;
        }
        rounded.add(
            new DividedTable.Level(
                IntStream.range(0, problem.grid().axes())
                    .filter(axis -> Grid.isIn(axis, mask))
                    .mapToObj(axis -> problem.axes().get(axis))
                    .collect(ImmutableList.toImmutableList()),
                ImmutableDoubleArray.copyOf(given)));
      }
    }
    return rounded.build();
  }

  /** The cell with the largest share of which no part is held or capped. */
  private int openCell(Map<Integer, Levels.Level> levels, long rest) {
    double[] shares = Objects.requireNonNull(levels.get(problem.grid().all())).shares();
    boolean[] isOpen = new boolean[shares.length];
    Arrays.fill(isOpen, true);
    problem
        .bounds()
        .forEach(
            (mask, of) -> {
              for (int cell = 0; mask != 0 && cell < isOpen.length; cell++) {
                isOpen[cell] &= of.most(problem.grid().group(cell, mask)) == Bounds.NO_MOST;
              }
            });
    int largest = -1;
    for (int cell = 0; cell < shares.length; cell++) {
      if (isOpen[cell]
          && problem.weights()[cell] > 0
          && (largest < 0 || shares[cell] > shares[largest])) {
        largest = cell;
      }
    }
    if (largest < 0) {
      throw new IllegalArgumentException(
          "the total is no multiple of the unit, and every cell is in a part that is held or capped;"
              + " %s is left over".formatted(rest));
    }
    return largest;
  }

  private ImmutableList<Requirement> unmet(long[] units) {
    ImmutableList.Builder<Requirement> unmet = ImmutableList.builder();
    for (int at = 0; at < requirements.size(); at++) {
      Requirement whole = problem.requirements().get(at);
      long sum =
          problem.grid().sums(units, problem.mask(whole.part()))[problem.group(whole.part())];
      if (!whole.isMetBy(sum)) {
        unmet.add(requirements.get(at));
      }
    }
    return unmet.build();
  }
}
