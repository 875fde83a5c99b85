package dev.pacesetter.metrics.conversion;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Finds the spread at which a likelihood, with the best mean for each spread, is highest.
 *
 * <p>The derivative is searched for zeros over many orders of magnitude, so that the highest of
 * several maxima is found and one at the border is told from one inside; values of the likelihood
 * itself would give only half the digits.
 */
final class ProfileLikelihood {
  /** The logarithms of the smallest and the largest spread worth a look: 1e-9 and 1e6. */
  private static final double FIRST = Math.log(1e-9);

  private static final double LAST = Math.log(1e6);
  private static final int STEPS = 70;
  private static final BrentSolver SOLVER = new BrentSolver(1e-15, 1e-14, 0);

  private ProfileLikelihood() {}

  /**
   * Returns the spread of the highest maximum inside.
   *
   * @param logLikelihood by spread, 0 included
   * @param slope its derivative by the spread
   */
  static OptionalDouble maximum(DoubleUnaryOperator logLikelihood, DoubleUnaryOperator slope) {
    double best = Double.NaN;
    double highest =
        Math.max(logLikelihood.applyAsDouble(0), logLikelihood.applyAsDouble(Math.exp(LAST)));
    double from = FIRST;
    double before = slope.applyAsDouble(Math.exp(from));
    for (int step = 1; step <= STEPS; step++) {
      double to = FIRST + (LAST - FIRST) * step / STEPS;
      double here = slope.applyAsDouble(Math.exp(to));
      if (before > 0 && here <= 0) {
        double spread = Math.exp(root(t -> slope.applyAsDouble(Math.exp(t)), from, to));
        double height = logLikelihood.applyAsDouble(spread);
        if (height > highest) {
          highest = height;
          best = spread;
        }
      }
      from = to;
      before = here;
    }
    return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  /** Returns where a function that changes its sign between two places is 0. */
  static double root(DoubleUnaryOperator function, double from, double to) {
    return SOLVER.findRoot(function, from, to);
  }
}
