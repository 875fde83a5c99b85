package dev.pacesetter.plan.need;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The distribution of the product of independent beta-distributed rates, on a lattice.
 *
 * <p>The logarithm of each rate falls into cells {@value #CELL} wide, with exactly the probability
 * of the cell; logarithms are added by convolution, each cell standing for its middle. Products
 * below {@code exp(-CELLS · CELL)} count as never, which errs on the side of needing more.
 */
final class RateProduct {
  /** Width of a cell: one hundredth of the product. */
  private static final double CELL = 0.01;

  private static final int CELLS = 2400;

  private final double[] rates;
  private final double[] masses;

  private RateProduct(double[] rates, double[] masses) {
    this.rates = rates;
    this.masses = masses;
  }

  static RateProduct of(List<StepRate> steps) {
    double[] masses = cells(steps.get(0));
    for (StepRate step : steps.subList(1, steps.size())) {
      masses = sum(masses, cells(step));
    }
    double[] rates = new double[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      rates[cell] = Math.exp(-CELL * (cell + steps.size() / 2.0));
    }
    return new RateProduct(rates, masses);
  }

  int size() {
    return CELLS;
  }

  double rate(int cell) {
    return rates[cell];
  }

  /** The probability of a cell; all of them add up to 1 at most. */
  double mass(int cell) {
    return masses[cell];
  }

  private static double[] cells(StepRate step) {
    BetaDistribution rate = BetaDistribution.of(step.alpha(), step.beta());
    double[] masses = new double[CELLS];
    double above = 1;
    for (int cell = 0; cell < CELLS; cell++) {
      double below = rate.cumulativeProbability(Math.exp(-CELL * (cell + 1)));
      masses[cell] = Math.max(0, above - below);
      above = below;
    }
    return masses;
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      if (one[i] > 0) {
        for (int j = 0; j < CELLS - i; j++) {
          sum[i + j] += one[i] * other[j];
        }
      }
    }
    return sum;
  }
}
