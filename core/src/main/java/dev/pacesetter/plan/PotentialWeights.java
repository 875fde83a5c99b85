package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/** Weights by what is possible, and by working days. */
final class PotentialWeights extends Weights {
  private final ToDoubleBiFunction<Person, Product> potential;

  PotentialWeights(ToDoubleBiFunction<Person, Product> potential) {
    this.potential = potential;
  }

  @Override
  public WeightRule rule() {
    return WeightRule.POTENTIAL;
  }

  @Override
  double[] weigh(Axes axes) {
    double[][] weights = new double[axes.people().size()][axes.products().size()];
    for (int person = 0; person < weights.length; person++) {
      for (int product = 0; product < weights[person].length; product++) {
        Person who = axes.people().get(person);
        Product what = axes.products().get(product);
        double weight = potential.applyAsDouble(who, what);
        checkArgument(
            Double.isFinite(weight) && weight >= 0,
            "the potential of %s for %s is %s; it must be finite and at least 0",
            who.id(),
            what.id(),
            weight);
        weights[person][product] = weight;
      }
    }
    double[] months = new double[axes.months().size()];
    Arrays.fill(months, 1);
    return axes.cells(weights, months);
  }
}
