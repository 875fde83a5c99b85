package dev.pacesetter.plan;

import dev.pacesetter.calendar.Period;

/** What one person is to sell of one product in one month. */
public final class PlanCell {
  private final SalesPlan plan;
  private final int person;
  private final int product;
  private final int month;

  PlanCell(SalesPlan plan, int person, int product, int month) {
    this.plan = plan;
    this.person = person;
    this.product = product;
    this.month = month;
  }

  /**
   * Returns who sells.
   *
   * @return the person's id
   */
  public String person() {
    return plan.people().get(person);
  }

  /**
   * Returns what is sold.
   *
   * @return the product's id
   */
  public String product() {
    return plan.products().get(product);
  }

  /**
   * Returns when.
   *
   * @return the month
   */
  public Period month() {
    return plan.months().get(month);
  }

  /**
   * Returns how much.
   *
   * @return minor units for money, whole things for a count; at least 0
   */
  public long amount() {
    return plan.amount(person, product, month);
  }

  /**
   * Returns why it is this much.
   *
   * @return weight, targets and rounding
   */
  public PlanReason why() {
    return new PlanReason(plan, person, product, month);
  }

  @Override
  public String toString() {
    return person() + ", " + product() + " in " + month() + ": " + amount();
  }
}
