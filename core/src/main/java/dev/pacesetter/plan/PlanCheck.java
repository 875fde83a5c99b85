package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.division.DividedTable;

/** Looks whether the parts of a plan fit together, such as one that was stored. */
final class PlanCheck {
  private PlanCheck() {}

  static void check(SalesPlan plan) {
    int cells = plan.people().size() * plan.products().size() * plan.months().size() * plan.inner();
    checkArgument(
        plan.amounts().length() == cells && plan.weights().length() == cells,
        "the plan of goal %s has %s amounts and %s weights; its axes need %s",
        plan.goalId(),
        plan.amounts().length(),
        plan.weights().length(),
        cells);
    checkArgument(
        plan.amounts().stream().allMatch(amount -> amount >= 0),
        "the plan of goal %s has a negative amount",
        plan.goalId());
    checkArgument(
        plan.unit() >= 1 && plan.lot() >= 0,
        "the plan of goal %s is in units of %s and lots of %s; at least 1 and 0 are possible",
        plan.goalId(),
        plan.unit(),
        plan.lot());
    plan.hierarchy().forEach(axis -> places(plan, axis));
    for (DividedTable.Level level : plan.levels()) {
      int shares = 1;
      for (String axis : level.axes()) {
        shares *= places(plan, axis);
      }
      checkArgument(
          level.shares().length() == shares,
          "the plan of goal %s has %s shares along %s; its axes need %s",
          plan.goalId(),
          level.shares().length(),
          level.axes(),
          shares);
    }
  }

  private static int places(SalesPlan plan, String axis) {
    ImmutableList<String> places = plan.axes().get(axis);
    checkArgument(
        places != null,
        "the plan of goal %s was rounded along %s; it is divided by %s",
        plan.goalId(),
        axis,
        plan.axes().keySet());
    return places.size();
  }
}
