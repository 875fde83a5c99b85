package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.calendar.Period;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Other weights times a factor for every month. */
final class SeasonalWeights extends Weights {
  private final Weights weights;
  private final ToDoubleFunction<Period> factor;

  SeasonalWeights(Weights weights, ToDoubleFunction<Period> factor) {
    this.weights = weights;
    this.factor = factor;
  }

  @Override
  public WeightRule rule() {
    return weights.rule();
  }

  @Override
  public Optional<Period> base() {
    return weights.base();
  }

  @Override
  Optional<HistoryBasis> basis(Axes axes) {
    return weights.basis(axes);
  }

  @Override
  double[] weigh(Axes axes) {
    double[] cells = weights.weigh(axes);
    double[] factors = new double[axes.months().size()];
    for (int month = 0; month < factors.length; month++) {
      factors[month] = factor.applyAsDouble(axes.months().get(month));
      checkArgument(
          Double.isFinite(factors[month]) && factors[month] >= 0,
          "the season's factor of %s is %s; it must be finite and at least 0",
          axes.months().get(month),
          factors[month]);
    }
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] *= factors[cell % factors.length];
    }
    return cells;
  }
}
