package dev.pacesetter.plan.resource;

import com.google.common.collect.ImmutableList;

/** The least upper bound that a price per unit proves. */
final class DualBound {
  /** More than the rounding of a sum of products can take away. */
  private static final double ROUNDING = 4e-12;

  private static final int HALVINGS = 200;

  private DualBound() {}

  static double of(ImmutableList<Alternative> alternatives, long budget) {
    double free = 0; // at no price everything is taken to its limit
    double spent = 0;
    for (Alternative alternative : alternatives) {
      double most = (double) Math.min(alternative.most(), budget);
      free += alternative.response().value(most);
      spent += most;
    }
    if (spent <= budget) {
      return free * (1 + ROUNDING);
    }
    double least = free;
    double low = Double.MIN_NORMAL; // spends too much, or everything that brings anything
    double high = 1;
    while (high < Double.MAX_VALUE / 4 && spent(alternatives, budget, high) > budget) {
      high *= 4;
    }
    for (int halving = 0; halving < HALVINGS; halving++) {
      double price = Math.sqrt(low) * Math.sqrt(high);
      least = Math.min(least, at(alternatives, budget, price));
      if (spent(alternatives, budget, price) > budget) {
        low = price;
      } else {
        high = price;
      }
    }
    return least * (1 + ROUNDING);
  }

  private static double at(ImmutableList<Alternative> alternatives, long budget, double price) {
    double bound = price * budget;
    for (Alternative alternative : alternatives) {
      double input = input(alternative, budget, price);
      bound += alternative.response().value(input) - price * input;
    }
    return bound;
  }

  private static double spent(ImmutableList<Alternative> alternatives, long budget, double price) {
    double spent = 0;
    for (Alternative alternative : alternatives) {
      spent += input(alternative, budget, price);
    }
    return spent;
  }

  /** What is worth putting in at a price, within limits; the response is concave. */
  private static double input(Alternative alternative, long budget, double price) {
    return Math.min(
        (double) Math.min(alternative.most(), budget),
        Math.max((double) alternative.least(), alternative.response().inputAt(price)));
  }
}
