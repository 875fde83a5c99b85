package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects how a total is to be divided over a table, then divides it.
 *
 * <pre>{@code
 * DividedTable table =
 *     Division.of(1_000_000)
 *         .along("person", people).along("product", products).along("month", months)
 *         .weighing(weights)
 *         .exactly(Part.of("person", "ana"), 250_000)
 *         .atMost(Part.of("person", "bob").and("month", "FY2026-08"), 20_000)
 *         .inUnitsOf(100)
 *         .divide();
 * }</pre>
 *
 * <p>What is required of a part is met exactly, the total always. Everything else follows from the
 * weights. Each axis alone, each with the first of the rounding order, with the first two and so on
 * is within one unit of its real share; so are the cells. Where every cell has a weight, any
 * requirements along one axis each can be rounded so, and along two of the pairs of three axes.
 * Where cells must stay 0 that need not be: then two families of nested sums are always held, as a
 * first axis with those of the second, and beside it a third alone; {@link DividedTable#levels()}
 * says which are. Whole amounts for more than that, as along all three pairs, need not exist and
 * are hard to find: they are searched for, and what was not found is {@link DividedTable#unmet()}.
 *
 * <p>The order in which places are named does not matter: where two have equal claims on a unit,
 * the name decides.
 *
 * <p>Controlled rounding by flow, and a table of three axes that has none: Causey, Cox and Ernst,
 * Applications of Transportation Theory to Statistical Problems, Journal of the American
 * Statistical Association 80 (1985).
 */
public final class Division {
  /** Up to here division keeps its promises. */
  public static final long MOST = 1_000_000_000_000_000L;

  private static final int MOST_AXES = 8;

  /** Tables are dense. */
  private static final int MOST_CELLS = 100_000_000;

  private final long total;
  private final List<String> axes = new ArrayList<>();
  private final List<ImmutableList<String>> places = new ArrayList<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<ImmutableSet<String>> rounded = new ArrayList<>();
  private double @Nullable [] weights;
  private long unit = 1;
  private long lot;

  private Division(long total) {
    this.total = total;
  }

  /**
   * Begins to divide a total.
   *
   * @param total from 0 to {@value #MOST}
   * @return what collects axes, weights and requirements
   * @throws IllegalArgumentException if the total is out of range
   */
  public static Division of(long total) {
    checkArgument(
        total >= 0 && total <= MOST, "the total is %s; from 0 to %s can be divided", total, MOST);
    return new Division(total);
  }

  /**
   * Adds an axis.
   *
   * @param axis its name
   * @param names distinct names of the places on it, at least one
   * @return this
   * @throws IllegalArgumentException if there is no place, one is named twice, or the axis is there
   *     already or the ninth
   */
  public Division along(String axis, Iterable<String> names) {
    ImmutableList<String> all = ImmutableList.copyOf(names);
    checkArgument(!all.isEmpty(), "the axis %s has no place", axis);
    checkArgument(
        ImmutableSet.copyOf(all).size() == all.size(),
        "the axis %s has the places %s; each may be named once",
        axis,
        all);
    checkArgument(!axes.contains(axis), "the axis %s is there already", axis);
    checkArgument(axes.size() < MOST_AXES, "%s is one axis too many; at most %s", axis, MOST_AXES);
    axes.add(axis);
    places.add(all);
    return this;
  }

  /**
   * Sets in which proportions the total is divided; without weights all cells are alike.
   *
   * @param weights finite, at least 0, not all 0, one for every cell, the last axis running
   *     fastest; a cell of weight 0 gets 0
   * @return this
   */
  public Division weighing(double[] weights) {
    this.weights = weights.clone();
    return this;
  }

  /**
   * Holds a part at an amount.
   *
   * @param part the part
   * @param amount from 0 to {@value #MOST}
   * @return this
   * @throws IllegalArgumentException if the amount is out of range
   */
  public Division exactly(Part part, long amount) {
    return requiring(new Requirement(part, Requirement.Bound.EXACTLY, amount));
  }

  /**
   * Gives a part a floor.
   *
   * @param part the part
   * @param amount from 0 to {@value #MOST}
   * @return this
   * @throws IllegalArgumentException if the amount is out of range
   */
  public Division atLeast(Part part, long amount) {
    return requiring(new Requirement(part, Requirement.Bound.AT_LEAST, amount));
  }

  /**
   * Gives a part a cap.
   *
   * @param part the part
   * @param amount from 0 to {@value #MOST}
   * @return this
   * @throws IllegalArgumentException if the amount is out of range
   */
  public Division atMost(Part part, long amount) {
    return requiring(new Requirement(part, Requirement.Bound.AT_MOST, amount));
  }

  /**
   * Adds a requirement.
   *
   * @param requirement what a part must come to
   * @return this
   * @throws IllegalArgumentException if its amount is above {@value #MOST}
   */
  public Division requiring(Requirement requirement) {
    checkArgument(
        requirement.amount() <= MOST,
        "%s must come to %s; at most %s is possible",
        requirement.part(),
        requirement.amount(),
        MOST);
    requirements.add(requirement);
    return this;
  }

  /**
   * Makes every amount a multiple of a unit; floors are rounded up to units, caps down. What the
   * total has beside whole units goes to the cell with the largest share, of those that have
   * something if there is one, of which no part but the whole is held or capped.
   *
   * @param unit from 1 to {@value #MOST}
   * @return this
   * @throws IllegalArgumentException if the unit is out of range
   */
  public Division inUnitsOf(long unit) {
    checkArgument(unit >= 1 && unit <= MOST, "a unit of %s; from 1 to %s is possible", unit, MOST);
    this.unit = unit;
    return this;
  }

  /**
   * Makes every cell either 0 or at least so much; what is required of a single cell comes before
   * that, and what the total has beside whole units may be alone in its cell. Which cells become 0
   * is decided by halves: of those that would be too small the smaller ones, fewer where the rest
   * could not meet what is required; a cell that cannot become 0 is raised. That is not always the
   * division nearest to the weights, which is hard to find, and where it finds none there may be
   * one still.
   *
   * @param lot at least 0
   * @return this
   * @throws IllegalArgumentException if the lot is below 0
   */
  public Division inLotsOf(long lot) {
    checkArgument(lot >= 0, "a lot of %s; at least 0 is possible", lot);
    this.lot = lot;
    return this;
  }

  /**
   * Asks that sums along some axes be the floor or the ceiling of their real shares too, beside
   * those that the rounding order gives anyway. With three axes such sums are mended where that is
   * possible.
   *
   * @param along names of axes
   * @return this
   */
  public Division rounding(String... along) {
    rounded.add(ImmutableSet.copyOf(along));
    return this;
  }

  /**
   * Divides.
   *
   * @return the table
   * @throws IllegalStateException if there is no axis
   * @throws IllegalArgumentException if weights are missing, negative or all 0, a part is not in
   *     the table, an exact amount is no multiple of the unit, no cell can take what the total has
   *     beside whole units, or there are more than a hundred million cells
   * @throws InfeasibleDivisionException if nothing meets everything required
   */
  public DividedTable divide() {
    checkState(!axes.isEmpty(), "%s is not divided along anything yet", total);
    checkSize();
    Grid grid = new Grid(places.stream().mapToInt(List::size).toArray());
    requirements.forEach(this::checkWhole);
    ImmutableList<Requirement> ofParts =
        requirements.stream()
            .filter(required -> !required.part().places().isEmpty())
            .collect(ImmutableList.toImmutableList());
    List<ImmutableSet<String>> known = places.stream().map(ImmutableSet::copyOf).toList();
    requirements.forEach(required -> check(required.part(), known));
    for (ImmutableSet<String> along : rounded) {
      along.forEach(axis -> checkAxis(axis, "sums along " + along + " are asked for"));
    }
    NameSort sort = new NameSort(grid, ImmutableList.copyOf(places));
    ImmutableList.Builder<ImmutableList<String>> sorted = ImmutableList.builder();
    places.forEach(names -> sorted.add(ImmutableList.sortedCopyOf(names)));
    Problem problem =
        new Problem(
            ImmutableList.copyOf(axes),
            sorted.build(),
            grid,
            sort.sorted(checkedWeights(grid)),
            total / unit,
            Units.of(unit).whole(ofParts, total));
    return new WholeDivision(problem, sort, ImmutableList.copyOf(places), ofParts)
        .divide(unit, total % unit, lot / unit + (lot % unit == 0 ? 0 : 1), masks());
  }

  private int[] masks() {
    return rounded.stream()
        .mapToInt(along -> along.stream().mapToInt(axis -> 1 << axes.indexOf(axis)).sum())
        .toArray();
  }

  /** The whole is what it is, also in units that do not divide it. */
  private void checkWhole(Requirement required) {
    if (required.part().places().isEmpty() && !required.isMetBy(total)) {
      ImmutableList<Requirement> alone = ImmutableList.of(required);
      throw new InfeasibleDivisionException(alone, alone, total, ImmutableList.of());
    }
  }

  private void checkSize() {
    double cells = places.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
    checkArgument(
        cells <= MOST_CELLS,
        "%s places on %s make more cells than the %s that can be divided over",
        places.stream().map(names -> String.valueOf(names.size())).collect(joining(" by ")),
        axes,
        MOST_CELLS);
  }

  private void check(Part part, List<ImmutableSet<String>> known) {
    for (Map.Entry<String, String> at : part.places().entrySet()) {
      checkAxis(at.getKey(), "something is required of " + part);
      int axis = axes.indexOf(at.getKey());
      checkArgument(
          known.get(axis).contains(at.getValue()),
          "something is required of %s, but the axis %s has %s",
          part,
          at.getKey(),
          places.get(axis));
    }
  }

  private void checkAxis(String axis, String why) {
    checkArgument(axes.contains(axis), "%s, but the axes are %s", why, axes);
  }

  private double[] checkedWeights(Grid grid) {
    double[] given = weights;
    if (given == null) {
      given = new double[grid.cells()];
      Arrays.fill(given, 1);
    }
    checkArgument(
        given.length == grid.cells(),
        "there are %s weights for %s cells",
        (Object) given.length,
        grid.cells());
    double largest = 0;
    for (int cell = 0; cell < given.length; cell++) {
      checkArgument(
          Double.isFinite(given[cell]) && given[cell] >= 0,
          "the weight of cell %s is %s; it must be finite and at least 0",
          (Object) cell,
          given[cell]);
      largest = Math.max(largest, given[cell]);
    }
    checkArgument(largest > 0, "the weights are all 0; one above 0 is needed");
    // By a power of two, which changes no proportion: equal claims stay equal.
    int exponent = Math.getExponent(largest);
    double[] normal = new double[given.length];
    for (int cell = 0; cell < given.length; cell++) {
      normal[cell] = Math.scalb(given[cell], -exponent);
    }
    return normal;
  }
}
