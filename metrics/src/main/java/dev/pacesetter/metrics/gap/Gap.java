package dev.pacesetter.metrics.gap;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A difference between actual and plan explained by its drivers, without a residual.
 *
 * <p>Each cell is explained by itself. A cell on both sides gives each driver a part of its
 * difference, rounded to whole minor units such that the parts add up to it: each to the nearest
 * unit, single units then to the parts that rounding moved farthest, ties to the driver first in
 * the alphabet. A cell on one side only has no drivers to compare; its whole amount has appeared or
 * disappeared. Everything else is a sum of cells. Rounding can move a part by less than one unit a
 * cell and driver beyond its own half.
 */
public final class Gap {
  private final ImmutableList<GapLine> cells;
  private final ImmutableMap<String, Long> noParts;

  private Gap(ImmutableList<GapLine> cells, Iterable<String> drivers) {
    this.cells = cells;
    ImmutableMap.Builder<String, Long> zeros = ImmutableMap.builder();
    drivers.forEach(driver -> zeros.put(driver, 0L));
    this.noParts = zeros.buildOrThrow();
  }

  /**
   * Returns the difference explained by Shapley's rule: a driver's part is what its change brings,
   * averaged over all orders in which the drivers could have changed one after the other.
   *
   * <p>It is the only rule whose parts add up to the difference, that gives drivers with the same
   * effect the same part, a driver without effect none, and needs no order. Of two drivers each
   * gets its change times the average of the other: {@code (p₂-p₁)·(q₁+q₂)/2} and {@code
   * (q₂-q₁)·(p₁+p₂)/2}.
   *
   * @param plan the drivers as planned, or of the earlier period
   * @param actual the same drivers as they came, or of the later period
   * @return the explanation
   * @throws IllegalArgumentException if the drivers are not the same, or an amount or part of a
   *     cell is beyond 9e15 minor units
   * @see "Shapley (1953), A value for n-person games, Contributions to the Theory of Games II"
   */
  public static Gap between(DriverCells plan, DriverCells actual) {
    return explained(plan, actual, plan.drivers(), Shapley::parts);
  }

  /**
   * Returns the difference explained in the classic way of price, volume and mix.
   *
   * <p>Over the cells on both sides, with {@code q} quantities, {@code p} prices, {@code Q} the sum
   * of quantities, 1 the plan and 2 the actual:
   *
   * <ul>
   *   <li>{@code volume = q₁·p₁·(Q₂/Q₁ - 1)}: everything grows alike;
   *   <li>{@code mix = (q₂ - q₁·Q₂/Q₁)·p₁}: more of one cell than of another, at planned prices;
   *   <li>{@code price = (p₂-p₁)·q₂}.
   * </ul>
   *
   * Where {@code Q₁} is 0 there is no planned mix; then {@code volume = q₂·p₁ - q₁·p₁} and mix is
   * 0. Unlike {@link #between} this values volume at planned and price at actual figures, so the
   * two directions of a comparison do not mirror each other.
   *
   * @param plan the plan, of two drivers
   * @param actual the actual, of the same two drivers
   * @param quantity which of them is the quantity; the other is the price
   * @return the explanation, with the drivers {@code mix}, {@code price} and {@code volume}
   * @throws IllegalArgumentException if there are not two drivers, the same on both sides, or an
   *     amount or part of a cell is beyond 9e15 minor units
   * @see "Horngren, Datar and Rajan (2012), Cost Accounting, chapters 7 and 14"
   */
  public static Gap priceVolumeMix(DriverCells plan, DriverCells actual, String quantity) {
    checkArgument(
        plan.drivers().size() == 2,
        "Price, volume and mix are asked of drivers %s; there must be a quantity and a price",
        plan.drivers());
    int q = plan.indexOf(quantity);
    int p = 1 - q;
    double planned = sumOfShared(plan, actual, q);
    double growth = planned == 0 ? 0 : sumOfShared(actual, plan, q) / planned;
    return explained(
        plan,
        actual,
        ImmutableList.of("mix", "price", "volume"),
        (before, after) -> {
          double even = planned == 0 ? after[q] : before[q] * growth;
          return new double[] {
            (after[q] - even) * before[p],
            (after[p] - before[p]) * after[q],
            (even - before[q]) * before[p]
          };
        });
  }

  private interface Rule {
    double[] parts(double[] before, double[] after);
  }

  private static Gap explained(
      DriverCells plan, DriverCells actual, ImmutableList<String> parts, Rule rule) {
    checkArgument(
        plan.drivers().equals(actual.drivers()),
        "The plan has drivers %s and the actual has %s; they must be the same",
        plan.drivers(),
        actual.drivers());
    ImmutableList.Builder<GapLine> lines = ImmutableList.builder();
    ImmutableMap.Builder<String, Long> zeros = ImmutableMap.builder();
    parts.forEach(part -> zeros.put(part, 0L));
    ImmutableMap<String, Long> none = zeros.buildOrThrow();
    int before = 0;
    int after = 0;
    while (before < plan.cells().size() || after < actual.cells().size()) {
      int order =
          before == plan.cells().size()
              ? 1
              : after == actual.cells().size()
                  ? -1
                  : plan.cells().get(before).compareTo(actual.cells().get(after));
      String cell = order <= 0 ? plan.cells().get(before) : actual.cells().get(after);
      long planned = order <= 0 ? Cents.of("planned", cell, Shapley.product(plan.row(before))) : 0;
      long came = order >= 0 ? Cents.of("actual", cell, Shapley.product(actual.row(after))) : 0;
      if (order == 0) {
        long[] rounded =
            Cents.rounded(cell, rule.parts(plan.row(before), actual.row(after)), came - planned);
        ImmutableMap.Builder<String, Long> named = ImmutableMap.builder();
        for (int i = 0; i < rounded.length; i++) {
          named.put(parts.get(i), rounded[i]);
        }
        lines.add(new GapLine(cell, 1, planned, came, named.buildOrThrow(), 0, 0));
      } else {
        lines.add(new GapLine(cell, 1, planned, came, none, came, planned));
      }
      before += order <= 0 ? 1 : 0;
      after += order >= 0 ? 1 : 0;
    }
    return new Gap(lines.build(), parts);
  }

  /** In the order of names, so that the order of rows changes no bit. */
  private static double sumOfShared(DriverCells cells, DriverCells others, int driver) {
    double sum = 0;
    int other = 0;
    for (int cell = 0; cell < cells.cells().size(); cell++) {
      String name = cells.cells().get(cell);
      while (other < others.cells().size() && others.cells().get(other).compareTo(name) < 0) {
        other++;
      }
      if (other < others.cells().size() && others.cells().get(other).equals(name)) {
        sum += cells.row(cell)[driver];
      }
    }
    return sum;
  }

  /**
   * Returns each cell.
   *
   * @return the lines in the order of the cells' names
   */
  public ImmutableList<GapLine> cells() {
    return cells;
  }

  /**
   * Returns all cells together.
   *
   * @return the line, called {@code total}; all of it is 0 when there are no cells
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public GapLine total() {
    GapTally tally = new GapTally(noParts);
    cells.forEach(tally::add);
    return tally.line("total");
  }

  /**
   * Returns the cells in groups, such as by person or by product.
   *
   * @param group gives the group of a cell, by the cell's name
   * @return a line for each group in the order of the groups' names; together they are the total
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public ImmutableList<GapLine> by(UnaryOperator<String> group) {
    TreeMap<String, GapTally> groups = new TreeMap<>();
    for (GapLine cell : cells) {
      groups.computeIfAbsent(group.apply(cell.name()), name -> new GapTally(noParts)).add(cell);
    }
    ImmutableList.Builder<GapLine> lines = ImmutableList.builder();
    groups.forEach((name, tally) -> lines.add(tally.line(name)));
    return lines.build();
  }
}
