package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.Part;
import dev.pacesetter.division.Requirement;
import java.util.Optional;
import java.util.function.LongFunction;

/** Refuses what cannot be had in whole units, before anything is divided. */
final class PlanUnits {
  private final long total;
  private final long unit;
  private final LongFunction<String> text;

  PlanUnits(long total, long unit, LongFunction<String> text) {
    this.total = total;
    this.unit = unit;
    this.text = text;
  }

  /** Targets are held exactly, so each must be a multiple of the unit. */
  void checkTargets(ImmutableList<Requirement> asked) {
    ImmutableList<Requirement> off =
        asked.stream()
            .filter(one -> one.bound() == Requirement.Bound.EXACTLY && one.amount() % unit != 0)
            .filter(one -> !one.part().places().isEmpty())
            .collect(ImmutableList.toImmutableList());
    if (!off.isEmpty()) {
      throw InfeasiblePlanException.offUnit(off, unit, text);
    }
  }

  /** What the total has beside whole units needs a cell of which no part is held or capped. */
  void checkRest(
      ImmutableList<Requirement> asked,
      ImmutableMap<String, ImmutableList<String>> axes,
      double[] weights) {
    if (total % unit == 0) {
      return;
    }
    ImmutableList<Requirement> closing =
        asked.stream()
            .filter(one -> one.bound() != Requirement.Bound.AT_LEAST)
            .filter(one -> !one.part().places().isEmpty() && isThere(axes, one.part()))
            .collect(ImmutableList.toImmutableList());
    boolean[] isClosed = new boolean[weights.length];
    closing.forEach(
        one -> PlanSums.forEachCell(axes, places(axes, one.part()), cell -> isClosed[cell] = true));
    for (int cell = 0; cell < weights.length; cell++) {
      if (weights[cell] > 0 && !isClosed[cell]) {
        return;
      }
    }
    throw InfeasiblePlanException.leftOver(closing, total, unit, text);
  }

  /** Whether the plan has a part; the division refuses what is not there. */
  private static boolean isThere(ImmutableMap<String, ImmutableList<String>> axes, Part part) {
    return part.places().entrySet().stream()
        .allMatch(
            at ->
                Optional.ofNullable(axes.get(at.getKey()))
                    .filter(names -> names.contains(at.getValue()))
                    .isPresent());
  }

  /** Where a part stands on every axis. */
  private static int[] places(ImmutableMap<String, ImmutableList<String>> axes, Part part) {
    return axes.entrySet().stream()
        .mapToInt(
            axis ->
                Optional.ofNullable(part.places().get(axis.getKey()))
                    .map(axis.getValue()::indexOf)
                    .orElse(PlanSums.ANYWHERE))
        .toArray();
  }
}
