package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.division.Part;

/** What one person is to sell of one product in one month, at one place of any further axis. */
public final class PlanCell {
  private final SalesPlan plan;
  private final int[] at;

  PlanCell(SalesPlan plan, int[] at) {
    this.plan = plan;
    this.at = at;
  }

  /**
   * Returns who sells.
   *
   * @return the person's id
   */
  public String person() {
    return plan.people().get(at[0]);
  }

  /**
   * Returns what is sold.
   *
   * @return the product's id
   */
  public String product() {
    return plan.products().get(at[1]);
  }

  /**
   * Returns when.
   *
   * @return the month
   */
  public Period month() {
    return plan.months().get(at[2]);
  }

  /**
   * Returns where the cell stands.
   *
   * @return its place on every axis
   */
  public Part part() {
    ImmutableMap.Builder<String, String> places = ImmutableMap.builder();
    int axis = 0;
    for (var entry : plan.axes().entrySet()) {
      places.put(entry.getKey(), entry.getValue().get(at[axis++]));
    }
    return new Part(places.buildOrThrow());
  }

  /**
   * Returns how much.
   *
   * @return minor units for money, whole things for a count; at least 0
   */
  public long amount() {
    return plan.amounts().get(place());
  }

  /** The number of the cell in the plan's table. */
  int place() {
    int place = 0;
    ImmutableList<ImmutableList<String>> axes = plan.axes().values().asList();
    for (int axis = 0; axis < at.length; axis++) {
      place = place * axes.get(axis).size() + at[axis];
    }
    return place;
  }

  /**
   * Returns why it is this much.
   *
   * @return weight, what was asked for, and rounding
   */
  public PlanReason why() {
    return new PlanReason(plan, this);
  }

  @Override
  public String toString() {
    return part() + ": " + amount();
  }
}
