package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs a division: real shares, lots, rounding, and what it missed. */
final class WholeDivision {
  /** Contradictions this small to find are looked for before anything is scaled. */
  private static final long QUICKLY_TOLD = 3_000;

  /** By so much of itself a sum of doubles may be off. */
  private static final double RESOLVED = 1e-14;

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
      refuseContradiction(unit, rest);
    }
    RealShares.Shares real = RealShares.of(problem);
    if (!real.fit().isConverged()) {
      refuseContradiction(unit, rest);
      if (!real.isNear() || !Conflict.isTold(problem)) {
        throw new InfeasibleDivisionException(problem.total() * unit + rest);
      }
    }
    Lots.Result lots =
        Lots.of(problem, lot)
            .keep(real)
            .orElseThrow(() -> new InfeasibleDivisionException(problem.total() * unit + rest));
    Roundings.Rounded rounded =
        Roundings.of(lots.problem(), lots.shares().cells(), lots.cells(), wanted)
            .best()
            .orElseThrow(() -> new InfeasibleDivisionException(problem.total() * unit + rest));
    return table(lots.shares().fit(), rounded, unit, rest);
  }

  private void refuseContradiction(long unit, long rest) {
    Optional<InfeasibleDivisionException> found = Conflict.find(problem);
    if (found.isPresent()) {
      ImmutableList<Requirement> conflict = found.get().conflict();
      throw new InfeasibleDivisionException(
          conflict.stream()
              .map(one -> requirements.get(problem.requirements().indexOf(one)))
              .collect(ImmutableList.toImmutableList()),
          conflict.stream()
              .map(one -> new Requirement(one.part(), one.bound(), one.amount() * unit))
              .collect(ImmutableList.toImmutableList()),
          problem.total() * unit + rest,
          found.get().confinements());
    }
  }

  private DividedTable table(Fit fit, Roundings.Rounded rounded, long unit, long rest) {
    long[] units = rounded.amounts(problem.grid());
    long[] amounts = sort.given(units, problem.grid().all());
    for (int cell = 0; cell < amounts.length; cell++) {
      amounts[cell] *= unit;
    }
    if (rest > 0) {
      int[] given = sort.given(problem.grid().all());
      amounts[given[openCell(rounded.levels(), units, rest)]] += rest;
    }
    return new DividedTable(
        problem.axes(),
        places,
        problem.grid(),
        ImmutableLongArray.copyOf(amounts),
        rounded(rounded.levels(), rounded.order(), units, unit),
        Arrays.stream(rounded.order())
            .mapToObj(axis -> problem.axes().get(axis))
            .collect(ImmutableList.toImmutableList()),
        unmet(units),
        fit);
  }

  /** The levels whose sums are within a unit of their shares, and the cells in any case. */
  private ImmutableList<DividedTable.Level> rounded(
      Map<Integer, Levels.Level> levels, int[] order, long[] units, long unit) {
    ImmutableList.Builder<DividedTable.Level> rounded = ImmutableList.builder();
    for (int mask : Levels.masks(order)) {
      double[] shares = Objects.requireNonNull(levels.get(mask)).shares();
      long[] sums = problem.grid().sums(units, mask);
      boolean isRounded = true;
      for (int group = 0; group < sums.length; group++) {
        double near = 1 + ControlledRounding.WHOLE + RESOLVED * shares[group];
        isRounded &= mask == problem.grid().all() || Math.abs(sums[group] - shares[group]) < near;
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

  /** Of cells with something if any, that with the largest share no part of which is held. */
  private int openCell(Map<Integer, Levels.Level> levels, long[] units, long rest) {
    double[] shares = Objects.requireNonNull(levels.get(problem.grid().all())).shares();
    boolean[] isOpen = new boolean[shares.length];
    Arrays.fill(isOpen, true);
    problem
        .bounds()
        .forEach(
            (mask, of) -> {
              int[] group = problem.grid().groupsOfCells(mask);
              for (int cell = 0; mask != 0 && cell < isOpen.length; cell++) {
                isOpen[cell] &= of.most(group[cell]) == Bounds.NO_MOST;
              }
            });
    int largest = -1;
    for (int cell = 0; cell < shares.length; cell++) {
      if (isOpen[cell]
          && problem.weights()[cell] > 0
          && (largest < 0
              || (units[cell] > 0 && units[largest] == 0)
              || ((units[cell] > 0) == (units[largest] > 0) && shares[cell] > shares[largest]))) {
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
    Map<Integer, long[]> sums = new HashMap<>();
    ImmutableList.Builder<Requirement> unmet = ImmutableList.builder();
    for (int at = 0; at < requirements.size(); at++) {
      Requirement whole = problem.requirements().get(at);
      long[] along =
          sums.computeIfAbsent(
              problem.mask(whole.part()), mask -> problem.grid().sums(units, mask));
      if (!whole.isMetBy(along[problem.group(whole.part())])) {
        unmet.add(requirements.get(at));
      }
    }
    return unmet.build();
  }
}
