package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Map;
import java.util.Optional;

/**
 * A total divided over a table, and how that came about.
 *
 * <p>Cells stand in the order of the axes and their places as they were given, the last axis
 * running fastest.
 */
public final class DividedTable {
  /**
   * The real shares along some axes, as they were when they were rounded.
   *
   * @param axes names of axes, in the order of the table
   * @param shares a share for every place on those axes together, the last axis running fastest
   */
  public record Level(ImmutableList<String> axes, ImmutableDoubleArray shares) {}

  private final ImmutableList<String> axes;
  private final ImmutableList<ImmutableList<String>> places;
  private final Grid grid;
  private final ImmutableLongArray amounts;
  private final ImmutableList<Level> levels;
  private final ImmutableList<String> hierarchy;
  private final ImmutableList<Requirement> unmet;
  private final Fit fit;

  DividedTable(
      ImmutableList<String> axes,
      ImmutableList<ImmutableList<String>> places,
      Grid grid,
      ImmutableLongArray amounts,
      ImmutableList<Level> levels,
      ImmutableList<String> hierarchy,
      ImmutableList<Requirement> unmet,
      Fit fit) {
    this.axes = axes;
    this.places = places;
    this.grid = grid;
    this.amounts = amounts;
    this.levels = levels;
    this.hierarchy = hierarchy;
    this.unmet = unmet;
    this.fit = fit;
  }

  /**
   * Returns all cells.
   *
   * @return whole amounts, at least 0
   */
  public ImmutableLongArray amounts() {
    return amounts;
  }

  /**
   * Returns what a part comes to.
   *
   * @param part the part
   * @return the sum of its cells
   * @throws IllegalArgumentException if the table has no such axis or place
   */
  public long amount(Part part) {
    int mask = 0;
    int first = 0;
    int[] steps = grid.steps(grid.all());
    for (Map.Entry<String, String> at : part.places().entrySet()) {
      int axis = axes.indexOf(at.getKey());
      checkArgument(axis >= 0, "the table has no axis '%s'; it has %s", at.getKey(), axes);
      int place = places.get(axis).indexOf(at.getValue());
      checkArgument(
          place >= 0,
          "the table has no %s '%s'; it has %s",
          at.getKey(),
          at.getValue(),
          places.get(axis));
      mask |= 1 << axis;
      first += place * steps[axis];
    }
    long sum = 0;
    int others = grid.all() & ~mask;
    int[] along = grid.of(others).steps((1 << Integer.bitCount(others)) - 1);
    for (int one = 0; one < grid.groups(others); one++) {
      int cell = first;
      int kept = 0;
      for (int axis = 0; axis < steps.length; axis++) {
        if (Grid.isIn(axis, others)) {
          cell += one / along[kept++] % grid.size(axis) * steps[axis];
        }
      }
      sum += amounts.get(cell);
    }
    return sum;
  }

  /**
   * Returns the sums along some axes.
   *
   * @param along names of axes; none for the total
   * @return a sum for every place on those axes together, in the order of the table
   * @throws IllegalArgumentException if the table has no such axis
   */
  public ImmutableLongArray sums(String... along) {
    int mask = 0;
    for (String axis : along) {
      checkArgument(axes.contains(axis), "the table has no axis '%s'; it has %s", axis, axes);
      mask |= 1 << axes.indexOf(axis);
    }
    return ImmutableLongArray.copyOf(grid.sums(amounts.toArray(), mask));
  }

  /**
   * Returns the real share of every cell, as it was when it was rounded.
   *
   * @return the weights scaled to what is required and to the whole sums found before the cells
   */
  public ImmutableDoubleArray shares() {
    return level(axes).orElseThrow().shares();
  }

  /**
   * Returns everything that was rounded under control.
   *
   * @return the levels in the order in which they were rounded: each axis of {@link #hierarchy()}
   *     alone, then with the first, the first two and so on; every sum along the axes of one is a
   *     multiple of the unit less than one unit from its share, as far as doubles resolve, but for
   *     the cell that has what the total leaves beside whole units. The last level is that of all
   *     cells, and they are within a unit of their shares as well, but for tables in which
   *     requirements pin so much that whole amounts were only found further away
   */
  public ImmutableList<Level> levels() {
    return levels;
  }

  /**
   * Returns a level.
   *
   * @param along names of axes
   * @return the level of those axes in any order; empty where it was not rounded under control
   */
  public Optional<Level> level(Iterable<String> along) {
    ImmutableList<String> wanted = ImmutableList.copyOf(along);
    return levels.stream()
        .filter(level -> level.axes().size() == wanted.size() && level.axes().containsAll(wanted))
        .findFirst();
  }

  /**
   * Returns in which order the axes were rounded.
   *
   * @return names of axes; {@link #levels()} says which sums along them are within a unit of their
   *     shares
   */
  public ImmutableList<String> hierarchy() {
    return hierarchy;
  }

  /**
   * Returns what is required and could not be had in whole units beside everything else.
   *
   * @return requirements in the order in which they were given; empty where all are met, as always
   *     when two families of nested sums hold all that is required, or no cell must stay 0 and all
   *     lies along single axes
   */
  public ImmutableList<Requirement> unmet() {
    return unmet;
  }

  /**
   * Returns whether everything required is met.
   *
   * @return whether {@link #unmet()} is empty
   */
  public boolean isExact() {
    return unmet.isEmpty();
  }

  /**
   * Returns how scaling the weights ended, before anything was rounded.
   *
   * @return sweeps, and the largest deviation left
   */
  public Fit fit() {
    return fit;
  }

  @Override
  public String toString() {
    return "%s divided along %s".formatted(amounts.stream().sum(), axes);
  }
}
