package dev.pacesetter.metrics.conversion;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Priors on a grid over mean and strength, each with the weight that the peers give it.
 *
 * <p>A wide grid is narrowed around what matters until it fits. On the last one the rule of
 * trapezoids is as good as exact, since the density falls to nothing on all sides.
 */
final class PriorGrid {
  /** How far the logit or logarithm of the mean, and the logarithm of the strength, may go. */
  static final double WIDEST = 30;

  private static final int POINTS = 18; // along each side
  private static final int ROUNDS = 20;

  /** Densities below the highest by a factor e to this do not matter. */
  private static final double NEGLIGIBLE = 12;

  /** Once a side shrinks by less, the grid fits. */
  private static final double FITS = 0.8;

  /** Makes the distribution of one peer for a prior. */
  interface Posterior {
    ContinuousDistribution of(double mean, double logStrength);
  }

  private final double[] means;
  private final double[] strengths;
  private final double[] weights;

  PriorGrid(double lowestMean, double highestMean, DoubleBinaryOperator logDensity) {
    Axis mean = new Axis(lowestMean, highestMean);
    Axis strength = new Axis(-WIDEST, WIDEST);
    double[][] heights = evaluate(mean, strength, logDensity);
    for (int round = 0; round < ROUNDS; round++) {
      double least = highest(heights) - NEGLIGIBLE;
      Axis narrowMean = mean.around(i -> matters(heights[i], least));
      Axis narrowStrength = strength.around(j -> matters(column(heights, j), least));
      boolean fits =
          narrowMean.width() > FITS * mean.width()
              && narrowStrength.width() > FITS * strength.width();
      if (fits) {
        break;
      }
      mean = narrowMean;
      strength = narrowStrength;
      double[][] next = evaluate(mean, strength, logDensity);
      System.arraycopy(next, 0, heights, 0, heights.length);
    }
    double highest = highest(heights);
    double total = 0;
    int kept = 0;
    double[] someMeans = new double[POINTS * POINTS];
    double[] someStrengths = new double[POINTS * POINTS];
    double[] someWeights = new double[POINTS * POINTS];
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < POINTS; j++) {
        if (heights[i][j] >= highest - NEGLIGIBLE) {
          someMeans[kept] = mean.at(i);
          someStrengths[kept] = strength.at(j);
          someWeights[kept] = Math.exp(heights[i][j] - highest);
          total += someWeights[kept++];
        }
      }
    }
    means = Arrays.copyOf(someMeans, kept);
    strengths = Arrays.copyOf(someStrengths, kept);
    weights = Arrays.copyOf(someWeights, kept);
    for (int i = 0; i < kept; i++) {
      weights[i] /= total;
    }
  }

  /**
   * The density of the logarithm of the strength when the shrinkage of a typical peer is uniform.
   */
  static double uniformShrinkage(double logStrength) {
    return Math.log(BetaBinomial.share(logStrength)) + Math.log(BetaBinomial.share(-logStrength));
  }

  Mixture mixture(Posterior posterior) {
    ContinuousDistribution[] parts = new ContinuousDistribution[weights.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = posterior.of(means[i], strengths[i]);
    }
    return new Mixture(weights, parts);
  }

  private static double[][] evaluate(Axis mean, Axis strength, DoubleBinaryOperator logDensity) {
    double[][] heights = new double[POINTS][POINTS];
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < POINTS; j++) {
        heights[i][j] = logDensity.applyAsDouble(mean.at(i), strength.at(j));
      }
    }
    return heights;
  }

  private static double highest(double[][] heights) {
    return Arrays.stream(heights).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }

  private static double[] column(double[][] heights, int j) {
    return Arrays.stream(heights).mapToDouble(row -> row[j]).toArray();
  }

  private static boolean matters(double[] heights, double least) {
    return Arrays.stream(heights).anyMatch(height -> height >= least);
  }

  /** Evenly spaced points from low to high. */
  private record Axis(double low, double high) {
    double at(int i) {
      return low + (high - low) * i / (POINTS - 1);
    }

    double width() {
      return high - low;
    }

    /** Returns the part that matters, with one point more on either side where there is one. */
    Axis around(IntPredicate matters) {
      int first = 0;
      while (!matters.test(first)) {
        first++;
      }
      int last = POINTS - 1;
      while (!matters.test(last)) {
        last--;
      }
      return new Axis(at(Math.max(0, first - 1)), at(Math.min(POINTS - 1, last + 1)));
    }
  }
}
