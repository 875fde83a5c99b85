package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.division.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** The sums of a plan's table and of its three margins. */
final class PlanSums {
  static final int ANYWHERE = -1;

  private final SalesPlan plan;
  private final EnumMap<PlanAxis, ImmutableMap<String, Long>> sums;
  private final long total;

  private PlanSums(SalesPlan plan) {
    this.plan = plan;
    sums = new EnumMap<>(PlanAxis.class);
    for (PlanAxis axis : PlanAxis.values()) {
      ImmutableList<String> places = requireNonNull(plan.axes().get(axis.key()));
      ImmutableLongArray along = along(plan, ImmutableList.of(axis.key()));
      ImmutableMap.Builder<String, Long> byPlace = ImmutableMap.builder();
      for (int place = 0; place < places.size(); place++) {
        byPlace.put(places.get(place), along.get(place));
      }
      sums.put(axis, byPlace.buildOrThrow());
    }
    total = plan.amounts().stream().sum();
  }

  static PlanSums of(SalesPlan plan) {
    return new PlanSums(plan);
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

  /** Returns where a cell stands on every axis of a plan. */
  static int[] cell(SalesPlan plan, Part part) {
    int[] at = places(plan, part);
    for (int axis = 0; axis < at.length; axis++) {
      checkArgument(
          at[axis] != ANYWHERE,
          "the plan of goal %s is also divided by %s; a cell has one of %s",
          plan.goalId(),
          plan.axes().keySet().asList().get(axis),
          plan.axes().values().asList().get(axis));
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
    long[] sum = {0};
    forEachCell(plan.axes(), places(plan, part), cell -> sum[0] += plan.amounts().get(cell));
    return sum[0];
  }

  /** Visits the cells of a table that lie at some places, {@link #ANYWHERE} on other axes. */
  static void forEachCell(
      ImmutableMap<String, ImmutableList<String>> axes, int[] at, IntConsumer visit) {
    forEachCell(axes.values().stream().mapToInt(ImmutableList::size).toArray(), at, 0, 0, visit);
  }

  private static void forEachCell(int[] sizes, int[] at, int axis, int cell, IntConsumer visit) {
    if (axis == sizes.length) {
      visit.accept(cell);
      return;
    }
    boolean isAnywhere = at[axis] == ANYWHERE;
    for (int place = isAnywhere ? 0 : at[axis];
        place < (isAnywhere ? sizes[axis] : at[axis] + 1);
        place++) {
      forEachCell(sizes, at, axis + 1, cell * sizes[axis] + place, visit);
    }
  }

  long of(PlanAxis axis, String place) {
    ImmutableMap<String, Long> byPlace = requireNonNull(sums.get(axis));
    Long sum = byPlace.get(place);
    checkArgument(
        sum != null,
        "the plan of goal %s has no %s '%s'; it has %s",
        plan.goalId(),
        axis.word(1),
        place,
        byPlace.keySet());
    return sum;
  }

  long total() {
    return total;
  }
}
