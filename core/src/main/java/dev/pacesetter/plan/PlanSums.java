package dev.pacesetter.plan;

/** The sums of a plan's table and of its three margins. */
final class PlanSums {
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
