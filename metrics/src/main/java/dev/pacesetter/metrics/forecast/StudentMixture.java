package dev.pacesetter.metrics.forecast;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's distributions of the same degrees of freedom, each with its own place, width and
 * weight.
 */
final class StudentMixture {
  private static final int MOST_STEPS = 60;
  private static final double PRECISION = 1e-10;

  private final TDistribution student;
  private final double[] weights;
  private final double[] places;
  private final double[] widths;

  StudentMixture(double degreesOfFreedom, double[] weights, double[] places, double[] widths) {
    this.student = TDistribution.of(degreesOfFreedom);
    this.weights = weights;
    this.places = places;
    this.widths = widths;
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * places[i];
    }
    return sum;
  }

  double cumulative(double x) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * student.cumulativeProbability((x - places[i]) / widths[i]);
    }
    return sum;
  }

  private double density(double x) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] / widths[i] * student.density((x - places[i]) / widths[i]);
    }
    return sum;
  }

  /** Returns equally likely values that stand for the distribution, evenly over all parts of it. */
  double[] values(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double share = LowDiscrepancy.of(i, 0, 1);
      int part = 0;
      double sum = weights[0];
      while (sum < share && part < weights.length - 1) {
        sum += weights[++part];
      }
      double standard = student.inverseCumulativeProbability((i + 0.5) / n);
      values[i] = places[part] + widths[part] * standard;
    }
    return values;
  }

  /** By Newton's steps, halving where they leave the ends between which the quantile lies. */
  double quantile(double probability) {
    double standard = student.inverseCumulativeProbability(probability);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double x = 0;
    for (int i = 0; i < weights.length; i++) {
      double own = places[i] + widths[i] * standard;
      low = Math.min(low, own);
      high = Math.max(high, own);
      x += weights[i] * own;
    }
    double width = high - low;
    for (int step = 0; step < MOST_STEPS && high - low > PRECISION * width; step++) {
      double above = cumulative(x) - probability;
      if (above == 0) {
        return x;
      }
      if (above > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - above / density(x);
      if (!(next > low && next < high)) {
        next = low + (high - low) / 2;
      }
      if (Math.abs(next - x) <= PRECISION * width) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
