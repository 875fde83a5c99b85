package dev.pacesetter.plan;

import dev.pacesetter.plan.capacity.Capacity;

/** Weights by what people can be expected to sell. */
final class CapacityWeights extends Weights {
  private final Capacity capacity;

  CapacityWeights(Capacity capacity) {
    this.capacity = capacity;
  }

  @Override
  public WeightRule rule() {
    return WeightRule.CAPACITY;
  }

  @Override
  double[] weigh(Axes axes) {
    double[][] presence = axes.presence();
    int products = axes.products().size();
    int months = axes.months().size();
    double[] cells = new double[axes.people().size() * products * months];
    for (int person = 0; person < axes.people().size(); person++) {
      for (int month = 0; month < months; month++) {
        double expected =
            capacity.expected(axes.people().get(person).id(), axes.months().get(month).name());
        for (int product = 0; product < products; product++) {
          cells[(person * products + product) * months + month] =
              presence[person][month] > 0 ? expected : 0;
        }
      }
    }
    return cells;
  }
}
