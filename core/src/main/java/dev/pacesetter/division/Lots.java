package dev.pacesetter.division;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes cells either 0 or large enough, by halves; {@link Division#inLotsOf} says how. */
final class Lots {
  /**
   * What lots leave.
   *
   * @param problem the problem, with weights of 0 where a cell became 0
   * @param shares its real shares
   * @param cells the bounds of cells, empty where there are neither lots nor bounds
   */
  record Result(Problem problem, RealShares.Shares shares, Optional<Bounds> cells) {}

  private final Problem problem;
  private final long lot;

  private Lots(Problem problem, long lot) {
    this.problem = problem;
    this.lot = lot;
  }

  static Lots of(Problem problem, long lot) {
    return new Lots(problem, lot);
  }

  /** Keeps lots; empty where this way finds none. */
  Optional<Result> keep(RealShares.Shares real) {
    if (lot <= 1) {
      return Optional.of(new Result(problem, real, Optional.empty()));
    }
    Problem left = problem;
    RealShares.Shares shares = real;
    boolean[] raised = new boolean[real.cells().length];
    for (int[] small = small(shares, raised); small.length > 0; small = small(shares, raised)) {
      Optional<Problem> without = Optional.empty();
      for (int count = (small.length + 1) / 2; count > 0 && without.isEmpty(); count /= 2) {
        Problem tried = without(left, small, count);
        Optional<RealShares.Shares> again = fit(tried, raised);
        if (again.isPresent()) {
          without = Optional.of(tried);
          shares = again.get();
        }
      }
      if (without.isPresent()) {
        left = without.get();
      } else {
        raised[small[0]] = true;
        Optional<RealShares.Shares> lifted = fit(left, raised);
        if (lifted.isEmpty()) {
          return Optional.empty();
        }
        shares = lifted.get();
      }
    }
    for (int cell = 0; cell < raised.length; cell++) {
      raised[cell] |= shares.cells()[cell] > ControlledRounding.WHOLE;
      shares.cells()[cell] = raised[cell] ? shares.cells()[cell] : 0;
    }
    return Optional.of(new Result(left, shares, Optional.of(floors(raised))));
  }

  /** The problem with the smallest of some cells at 0. */
  private static Problem without(Problem of, int[] small, int count) {
    double[] weights = of.weights().clone();
    for (int rank = 0; rank < count; rank++) {
      weights[small[rank]] = 0;
    }
    return of.with(weights);
  }

  private Bounds floors(boolean[] raised) {
    Bounds cells = problem.bounds().getOrDefault(problem.grid().all(), Bounds.none(raised.length));
    for (int cell = 0; cell < raised.length; cell++) {
      if (raised[cell]) {
        cells.narrow(cell, lot, Bounds.NO_MOST);
      }
    }
    return cells;
  }

  private Optional<RealShares.Shares> fit(Problem of, boolean[] raised) {
    if (Arrays.stream(of.weights()).noneMatch(weight -> weight > 0)) {
      return Optional.empty();
    }
    RealShares.Shares shares = RealShares.of(of, floors(raised));
    return shares.isNear() ? Optional.of(shares) : Optional.empty();
  }

  /** The cells between 0 and a lot, the smallest first, then by place. */
  private int[] small(RealShares.Shares shares, boolean[] raised) {
    double[] cells = shares.cells();
    return IntStream.range(0, cells.length)
        .filter(
            cell ->
                !raised[cell]
                    && cells[cell] > ControlledRounding.WHOLE
                    && cells[cell] < lot - ControlledRounding.WHOLE)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer cell) -> cells[cell]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
