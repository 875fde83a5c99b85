package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds requirements that cannot hold together and of which none could be left out. */
final class Conflict {
  /** Programmes larger than this are not solved; they would take minutes. */
  private static final long LARGEST = 4_000_000;

  private Conflict() {}

  /** Returns whether a problem is small enough to be told apart. */
  static boolean isSmall(Problem problem, long most) {
    return Feasibility.size(problem) <= most;
  }

  /** Returns whether {@link #find} can tell. */
  static boolean isTold(Problem problem) {
    return isSmall(problem, LARGEST);
  }

  /**
   * Finds a smallest contradiction: without any one of its requirements the others can hold.
   *
   * @param problem what is required
   * @return what is wrong; empty where the requirements can hold in real numbers, or are too many
   *     to tell
   */
  static Optional<InfeasibleDivisionException> find(Problem problem) {
    ImmutableList<Requirement> added = SideBySide.find(problem);
    if (!added.isEmpty()) {
      Problem everywhere = problem.with(added).with(everywhere(problem));
      return Optional.of(
          new InfeasibleDivisionException(
              added,
              added,
              problem.total(),
              SideBySide.find(everywhere).isEmpty()
                  ? confinements(problem, added)
                  : ImmutableList.of()));
    }
    if (!isSmall(problem, LARGEST)) {
      return Optional.empty();
    }
    return Feasibility.contradiction(problem).map(together -> smallest(problem, together));
  }

  private static InfeasibleDivisionException smallest(Problem problem, List<Requirement> together) {
    List<Requirement> kept = new ArrayList<>(together);
    for (Requirement candidate : together) {
      List<Requirement> without = new ArrayList<>(kept);
      without.remove(candidate);
      if (contradicts(problem, without)) {
        kept = without;
      }
    }
    ImmutableList<Requirement> requirements = ImmutableList.copyOf(kept);
    boolean weightsMatter = !contradicts(problem.with(everywhere(problem)), requirements);
    return new InfeasibleDivisionException(
        requirements,
        requirements,
        problem.total(),
        weightsMatter ? confinements(problem, requirements) : ImmutableList.of());
  }

  private static double[] everywhere(Problem problem) {
    double[] weights = new double[problem.grid().cells()];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static boolean contradicts(Problem problem, List<Requirement> requirements) {
    return Feasibility.contradiction(problem.with(ImmutableList.copyOf(requirements))).isPresent();
  }

  /**
   * Returns to which places on other axes weights of 0 confine the parts that need something; where
   * they do not, which parts beside those in conflict have no weight.
   */
  private static ImmutableList<InfeasibleDivisionException.Confinement> confinements(
      Problem problem, ImmutableList<Requirement> requirements) {
    ImmutableList.Builder<InfeasibleDivisionException.Confinement> found = ImmutableList.builder();
    List<Part> seen = new ArrayList<>();
    for (Requirement required : requirements) {
      if (required.least() > 0 && !seen.contains(required.part())) {
        seen.add(required.part());
        boolean isNowhere =
            problem.grid()
                    .sums(problem.weights(), problem.mask(required.part()))[
                    problem.group(required.part())]
                == 0;
        if (isNowhere) {
          found.add(
              new InfeasibleDivisionException.Confinement(
                  required.part(), problem.axes().get(0), ImmutableList.of()));
        }
        for (int axis = 0; axis < problem.grid().axes() && !isNowhere; axis++) {
          if (!Grid.isIn(axis, problem.mask(required.part()))) {
            ImmutableList<String> open = open(problem, required.part(), axis);
            if (open.size() < problem.grid().size(axis)) {
              found.add(
                  new InfeasibleDivisionException.Confinement(
                      required.part(), problem.axes().get(axis), open));
            }
          }
        }
      }
    }
    ImmutableList<InfeasibleDivisionException.Confinement> confined = found.build();
    return confined.isEmpty()
        ? requirements.stream()
            .map(required -> weightless(problem, required.part()))
            .filter(beside -> !beside.isEmpty())
            .findFirst()
            .orElse(confined)
        : confined;
  }

  /** Parts along the same axes as one, without a weight. */
  private static ImmutableList<InfeasibleDivisionException.Confinement> weightless(
      Problem problem, Part like) {
    ImmutableList.Builder<InfeasibleDivisionException.Confinement> found = ImmutableList.builder();
    int mask = problem.mask(like);
    int[] steps = problem.grid().steps(mask);
    double[] sums = problem.grid().sums(problem.weights(), mask);
    for (int group = 0; group < sums.length; group++) {
      if (sums[group] == 0) {
        Part part = Part.all();
        for (int axis = 0; axis < steps.length; axis++) {
          if (Grid.isIn(axis, mask)) {
            int place = group / steps[axis] % problem.grid().size(axis);
            part = part.and(problem.axes().get(axis), problem.places().get(axis).get(place));
          }
        }
        found.add(
            new InfeasibleDivisionException.Confinement(
                part, problem.axes().get(0), ImmutableList.of()));
      }
    }
    return found.build();
  }

  private static ImmutableList<String> open(Problem problem, Part part, int axis) {
    Grid grid = problem.grid();
    int mask = problem.mask(part);
    double[] sums = grid.sums(problem.weights(), mask | 1 << axis);
    int[] steps = grid.steps(mask | 1 << axis);
    int base = 0;
    for (int at = 0; at < grid.axes(); at++) {
      if (Grid.isIn(at, mask)) {
        String place = Objects.requireNonNull(part.places().get(problem.axes().get(at)));
        base += steps[at] * problem.place(at, place);
      }
    }
    ImmutableList.Builder<String> open = ImmutableList.builder();
    for (int place = 0; place < grid.size(axis); place++) {
      if (sums[base + place * steps[axis]] > 0) {
        open.add(problem.places().get(axis).get(place));
      }
    }
    return open.build();
  }
}
