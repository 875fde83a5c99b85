package dev.pacesetter.plan;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Divides a total over people, products and months.
 *
 * <ol>
 *   <li>The weights are scaled to the targets that are given. What is left of each axis is divided
 *       by the sums of the scaled weights, by largest remainder: months, then people as far as the
 *       months have room for them, then products.
 *   <li>The weights are scaled to all targets. Product by month is rounded under control.
 *   <li>The weights are scaled to people's targets and to those whole cells of product by month,
 *       and rounded under control.
 * </ol>
 *
 * <p>Weights of 0 stay 0. Where they leave a cell no value but 0 in any solution, it is set to 0
 * first, so that the scaling converges wherever there is a solution.
 */
final class Splitting {
  /**
   * A division.
   *
   * @param amounts whole cells
   * @param shares real cells: the weights scaled to people and to the whole product by month
   * @param productMonthShares real cells of product by month, before they were rounded
   * @param fit how the scaling ended
   */
  record Result(
      ImmutableLongArray amounts,
      ImmutableDoubleArray shares,
      ImmutableDoubleArray productMonthShares,
      Fit fit) {}

  private static final int PERSON = PlanAxis.PERSON.place();
  private static final int PRODUCT = PlanAxis.PRODUCT.place();
  private static final int MONTH = PlanAxis.MONTH.place();

  /** Refined parts of a cell are this small a share of it, beside one or two units. */
  private static final double REFINED = 1e-8;

  private final Table table;
  private final Targets[] targets;
  private Fit fit = new Fit(0, 0);

  private Splitting(Table table, Targets[] targets) {
    this.table = table;
    this.targets = targets;
  }

  /** Divides; targets are in the order of axes. */
  static Result split(Table weights, Map<PlanAxis, Targets> targets) {
    Targets[] byAxis = Arrays.stream(PlanAxis.values()).map(targets::get).toArray(Targets[]::new);
    return new Splitting(weights, byAxis).run();
  }

  private Result run() {
    fitToTargets();
    settle(MONTH, PERSON);
    fitToTargets();
    settle(PERSON, MONTH);
    fitToTargets();
    settle(PRODUCT, PERSON);
    fitToTargets();

    Table productMonth =
        new Table(new int[] {1, table.size(PRODUCT), table.size(MONTH)}, flat(PRODUCT, MONTH));
    Rounded outer =
        round(productMonth, PRODUCT, targets[PRODUCT].amounts(), targets[MONTH].amounts());
    long[] people = targets[PERSON].amounts();
    long[] wholes = outer.amounts.toArray();
    Table byPerson = new Table(new int[] {people.length, wholes.length, 1}, table.cells());
    scale(byPerson, List.of(Table.Margin.of(0, people), Table.Margin.of(1, wholes)));
    Rounded inner = round(byPerson, 0, people, wholes);
    return new Result(inner.amounts, inner.shares, outer.shares, fit);
  }

  private double[] flat(int first, int second) {
    return Arrays.stream(table.sums(first, second)).flatMapToDouble(Arrays::stream).toArray();
  }

  private void fitToTargets() {
    reconcile(PERSON, MONTH);
    reconcile(PERSON, PRODUCT);
    reconcile(PRODUCT, MONTH);
    scale(table, Arrays.stream(targets).map(Targets::margin).toList());
  }

  private void scale(Table any, List<Table.Margin> margins) {
    Fit done = any.fit(margins);
    if (!done.isConverged()) {
      throw InfeasiblePlanException.because(
          "weights",
          ImmutableListMultimap.of(),
          phrases ->
              ImmutableMap.of(
                  "sweeps", done.sweeps(), "deviation", Numbers.percent(done.deviation())));
    }
    fit = fit.and(done);
  }

  /** Refuses targets that two axes cannot both meet, and clears cells that can only be 0. */
  private void reconcile(int one, int other) {
    boolean[][] allowed = new boolean[targets[one].groups()][targets[other].groups()];
    double[] cells = table.cells();
    for (int cell = 0; cell < cells.length; cell++) {
      allowed[group(cell, one)][group(cell, other)] |= cells[cell] > 0;
    }
    Transport transport = new Transport(targets[one].groups(), targets[other].amounts(), allowed);
    for (int group = 0; group < targets[one].groups(); group++) {
      long amount = targets[one].amounts()[group];
      if (transport.place(group, amount) < amount) {
        throw targets[one].conflict(
            transport.competingWith(group), targets[other], transport.openTo(group));
      }
    }
    boolean[][] never = transport.neverUsed();
    for (int cell = 0; cell < cells.length; cell++) {
      if (never[group(cell, one)][group(cell, other)]) {
        cells[cell] = 0;
      }
    }
  }

  private int group(int cell, int axis) {
    return targets[axis].group(table.place(cell, axis));
  }

  private boolean[][] allowed(int axis, int other) {
    boolean[][] allowed = new boolean[targets[axis].places()][targets[other].groups()];
    double[] cells = table.cells();
    for (int cell = 0; cell < cells.length; cell++) {
      allowed[table.place(cell, axis)][group(cell, other)] |= cells[cell] > 0;
    }
    return allowed;
  }

  /**
   * Gives every place of an axis its own whole target: the given ones first, then by largest
   * remainder of the scaled weights, passing over a unit that the other axis has no room for.
   */
  private void settle(int axis, int other) {
    Targets open = targets[axis];
    int places = open.places();
    Transport transport = new Transport(places, targets[other].amounts(), allowed(axis, other));
    double[] weights = table.sums(axis);
    for (int place = 0; place < places; place++) {
      if (!open.isOpen(place)) {
        transport.place(place, open.amounts()[open.group(place)]);
        weights[place] = 0;
      }
    }
    if (open.left() > 0) {
      placeByLargestRemainder(transport, open.left(), weights);
    }
    long[] settled = new long[places];
    Arrays.setAll(settled, transport::placed);
    targets[axis] = open.settled(settled);
  }

  private static void placeByLargestRemainder(Transport transport, long total, double[] weights) {
    Apportionment quotas = Apportionment.quotas(total, weights);
    long left = total;
    for (int place = 0; place < weights.length; place++) {
      left -= transport.place(place, quotas.floors()[place]);
    }
    left -= placeOneEach(transport, quotas.ranking(), left);
    int[] anybody = IntStream.range(0, weights.length).filter(at -> weights[at] > 0).toArray();
    while (left > 0) {
      long placed = placeOneEach(transport, anybody, left);
      if (placed == 0) {
        throw new IllegalStateException(left + " units found no place though there is a solution");
      }
      left -= placed;
    }
  }

  private static long placeOneEach(Transport transport, int[] order, long most) {
    long placed = 0;
    for (int rank = 0; rank < order.length && placed < most; rank++) {
      placed += transport.place(order[rank], 1);
    }
    return placed;
  }

  private record Rounded(ImmutableLongArray amounts, ImmutableDoubleArray shares) {}

  /**
   * Rounds a table along two axes under control. The whole parts that no rounding touches are set
   * aside first and the small rest is scaled anew, so that even totals beyond what a double
   * resolves come out exact.
   */
  private Rounded round(Table real, int rowAxis, long[] rows, long[] columns) {
    double[] rest = real.cells().clone();
    long[] aside = new long[rest.length];
    long[] restOfRow = rows.clone();
    long[] restOfColumn = columns.clone();
    for (int cell = 0; cell < rest.length; cell++) {
      aside[cell] = (long) Math.max(0, Math.floor(rest[cell] * (1 - REFINED)) - 1);
      rest[cell] -= aside[cell];
      restOfRow[cell / columns.length] -= aside[cell];
      restOfColumn[cell % columns.length] -= aside[cell];
    }
    scale(
        new Table(new int[] {real.size(0), real.size(1), real.size(2)}, rest),
        List.of(Table.Margin.of(rowAxis, restOfRow), Table.Margin.of(rowAxis + 1, restOfColumn)));
    long[] amounts =
        ControlledRounding.round(rest, restOfRow, restOfColumn)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no controlled rounding of a table whose margins were met"));
    double[] shares = new double[rest.length];
    for (int cell = 0; cell < rest.length; cell++) {
      amounts[cell] += aside[cell];
      shares[cell] = aside[cell] + rest[cell];
    }
    return new Rounded(ImmutableLongArray.copyOf(amounts), ImmutableDoubleArray.copyOf(shares));
  }
}
