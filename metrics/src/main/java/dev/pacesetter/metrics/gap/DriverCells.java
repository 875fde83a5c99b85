package dev.pacesetter.metrics.gap;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Drivers whose product is an amount, for each cell such as a person's sales of one product.
 *
 * <p>The amount of a cell is the product of its drivers rounded to whole minor units, so a count of
 * 12, a win rate of 0.25 and a value of 40,000 make 120,000. A driver that works by division, such
 * as the length of the cycle, enters as its inverse. Cells are kept in the order of their names and
 * drivers too: in which order they were given changes nothing.
 */
public final class DriverCells {
  /** So that any product of as many drivers is finite. */
  private static final double LARGEST = 1e15;

  private static final int MOST_DRIVERS = 16;

  private final ImmutableList<String> drivers; // sorted
  private final ImmutableList<String> names; // sorted
  private final double[][] values; // by cell, then by driver

  private DriverCells(
      ImmutableList<String> drivers, ImmutableList<String> names, double[][] values) {
    this.drivers = drivers;
    this.names = names;
    this.values = values;
  }

  /**
   * Returns a builder without cells.
   *
   * @param drivers the names of the drivers, 1 to 16 different ones
   * @return the builder
   * @throws IllegalArgumentException if a name is given twice, or there are too few or too many
   */
  public static Builder over(String... drivers) {
    return new Builder(ImmutableList.copyOf(drivers));
  }

  /**
   * Returns the names of the drivers.
   *
   * @return the names in alphabetical order
   */
  public ImmutableList<String> drivers() {
    return drivers;
  }

  /**
   * Returns the names of the cells.
   *
   * @return the names in alphabetical order
   */
  public ImmutableList<String> cells() {
    return names;
  }

  /**
   * Returns these cells with one driver split in two: its total over all cells, and the share of
   * each cell in that total, the mix.
   *
   * <p>The amounts remain the same. Where the total is 0, every share is 0.
   *
   * @param driver the driver to split, such as the number of deals; no value of it negative
   * @param total what the total is to be called, such as volume
   * @param share what the share is to be called, such as mix
   * @return the cells with one driver more
   * @throws IllegalArgumentException if there is no such driver, a value of it is negative, a name
   *     is taken, or there would be more than 16 drivers
   */
  public DriverCells withMix(String driver, String total, String share) {
    int split = indexOf(driver);
    double sum = sum(split);
    List<String> given = new ArrayList<>(drivers);
    given.set(split, total);
    given.add(share);
    Builder cells = new Builder(ImmutableList.copyOf(given));
    for (int cell = 0; cell < values.length; cell++) {
      double value = values[cell][split];
      checkArgument(
          value >= 0,
          "Driver %s of cell %s is %s; it must be at least 0 to be split into total and share",
          driver,
          names.get(cell),
          value);
      double[] row = Arrays.copyOf(values[cell], drivers.size() + 1);
      row[split] = sum;
      row[drivers.size()] = sum == 0 ? 0 : value / sum;
      cells.add(names.get(cell), row);
    }
    return cells.build();
  }

  double sum(int driver) {
    double sum = 0;
    for (double[] row : values) {
      sum += row[driver];
    }
    return sum;
  }

  int indexOf(String driver) {
    int index = drivers.indexOf(driver);
    checkArgument(index >= 0, "There is no driver %s; there are %s", driver, drivers);
    return index;
  }

  double[] row(int cell) {
    return values[cell];
  }

  /** Collects cells, in any order. */
  public static final class Builder {
    private final ImmutableList<String> given;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<double[]> rows = new ArrayList<>();

    private Builder(ImmutableList<String> given) {
      checkArgument(
          !given.isEmpty() && given.size() <= MOST_DRIVERS,
          "There are %s drivers; there must be 1 to %s",
          given.size(),
          MOST_DRIVERS);
      checkArgument(
          ImmutableSet.copyOf(given).size() == given.size(),
          "The drivers are %s; each must have a name of its own",
          given);
      this.given = given;
    }

    /**
     * Adds a cell.
     *
     * @param cell the name of the cell, new to these cells
     * @param values a value for each driver in the order in which the drivers were given, finite
     *     and at most 1e15 in magnitude
     * @return this builder
     * @throws IllegalArgumentException if the name is taken, the number of values is not that of
     *     the drivers, or a value is out of range
     */
    public Builder add(String cell, double... values) {
      checkArgument(
          values.length == given.size(),
          "Cell %s has %s values; there must be one for each of %s",
          cell,
          values.length,
          given);
      for (int i = 0; i < values.length; i++) {
        checkArgument(
            Math.abs(values[i]) <= LARGEST,
            "Driver %s of cell %s is %s; it must be from -1e15 to 1e15",
            given.get(i),
            cell,
            values[i]);
      }
      checkArgument(names.add(cell), "Cell %s is given twice; a name must be new", cell);
      rows.add(values.clone());
      return this;
    }

    /**
     * Returns the cells.
     *
     * @return the cells in the order of their names; none is allowed
     */
    public DriverCells build() {
      int[] driverOrder = order(given);
      ImmutableList<String> cells = ImmutableList.copyOf(names);
      int[] cellOrder = order(cells);
      double[][] sorted = new double[cells.size()][given.size()];
      for (int cell = 0; cell < sorted.length; cell++) {
        double[] row = rows.get(cellOrder[cell]);
        for (int driver = 0; driver < driverOrder.length; driver++) {
          sorted[cell][driver] = row[driverOrder[driver]] + 0.0; // -0.0 becomes 0.0
        }
      }
      return new DriverCells(
          ImmutableList.sortedCopyOf(given), ImmutableList.sortedCopyOf(cells), sorted);
    }

    private static int[] order(List<String> texts) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        order.add(i);
      }
      order.sort(Comparator.comparing(texts::get));
      return order.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
