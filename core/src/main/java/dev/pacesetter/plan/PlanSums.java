package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.division.Part;
import java.util.Arrays;
import java.util.Map;

/** The sums of a plan's table and of its three margins. */
final class PlanSums {
  private static final int ANYWHERE = -1;

  private final long[] byPerson;
  private final long[] byProduct;
  private final long[] byMonth;
  private final long total;

  private PlanSums(long[] byPerson, long[] byProduct, long[] byMonth, long total) {
    this.byPerson = byPerson;
    this.byProduct = byProduct;
    this.byMonth = byMonth;
    this.total = total;
  }

  static PlanSums of(SalesPlan plan) {
    long[] byPerson = new long[plan.people().size()];
    long[] byProduct = new long[plan.products().size()];
    long[] byMonth = new long[plan.months().size()];
    long total = 0;
    for (int person = 0; person < byPerson.length; person++) {
      for (int product = 0; product < byProduct.length; product++) {
        for (int month = 0; month < byMonth.length; month++) {
          long amount = plan.amount(person, product, month);
          byPerson[person] += amount;
          byProduct[product] += amount;
          byMonth[month] += amount;
          total += amount;
        }
      }
    }
    return new PlanSums(byPerson, byProduct, byMonth, total);
  }

  /**
   * Returns where a part stands on every axis of a plan, {@link #ANYWHERE} where it does not say.
   */
  static int[] places(SalesPlan plan, Part part) {
    ImmutableMap<String, ImmutableList<String>> axes = plan.axes();
    int[] at = new int[axes.size()];
    Arrays.fill(at, ANYWHERE);
    for (Map.Entry<String, String> place : part.places().entrySet()) {
      ImmutableList<String> places = axes.get(place.getKey());
      checkArgument(
          places != null,
          "the plan of goal %s is not divided by %s; it is by %s",
          plan.goalId(),
          place.getKey(),
          axes.keySet());
      int found = places.indexOf(place.getValue());
      checkArgument(
          found >= 0,
          "the plan of goal %s has no %s '%s'; it has %s",
          plan.goalId(),
          place.getKey(),
          place.getValue(),
          places);
      at[axes.keySet().asList().indexOf(place.getKey())] = found;
    }
    return at;
  }

  /** Returns the sums along some axes, the last of them running fastest. */
  static ImmutableLongArray along(SalesPlan plan, ImmutableList<String> axes) {
    ImmutableList<String> all = plan.axes().keySet().asList();
    int[] sizes = plan.axes().values().stream().mapToInt(ImmutableList::size).toArray();
    int[] steps = new int[sizes.length];
    int count = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      if (axes.contains(all.get(axis))) {
        steps[axis] = count;
        count *= sizes[axis];
      }
    }
    long[] sums = new long[count];
    for (int cell = 0; cell < plan.amounts().length(); cell++) {
      int rest = cell;
      int group = 0;
      for (int axis = sizes.length - 1; axis >= 0; axis--) {
        group += steps[axis] * (rest % sizes[axis]);
        rest /= sizes[axis];
      }
      sums[group] += plan.amounts().get(cell);
    }
    return ImmutableLongArray.copyOf(sums);
  }

  static long of(SalesPlan plan, Part part) {
    int[] wanted = places(plan, part);
    ImmutableLongArray amounts = plan.amounts();
    int[] sizes = plan.axes().values().stream().mapToInt(ImmutableList::size).toArray();
    long sum = 0;
    for (int cell = 0; cell < amounts.length(); cell++) {
      boolean isIn = true;
      int rest = cell;
      for (int axis = sizes.length - 1; axis >= 0 && isIn; axis--) {
        isIn = wanted[axis] == ANYWHERE || wanted[axis] == rest % sizes[axis];
        rest /= sizes[axis];
      }
      sum += isIn ? amounts.get(cell) : 0;
    }
    return sum;
  }

  long ofPerson(int person) {
    return byPerson[person];
  }

  long ofProduct(int product) {
    return byProduct[product];
  }

  long ofMonth(int month) {
    return byMonth[month];
  }

  long total() {
    return total;
  }
}
