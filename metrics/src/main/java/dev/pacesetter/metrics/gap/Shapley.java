package dev.pacesetter.metrics.gap;

import java.util.Arrays;

/**
 * Shapley's value of each factor of a product.
 *
 * <p>The part of factor {@code d} is {@code (a(d) - p(d)) · Σ w(|S|)·Π(j∈S) a(j)·Π(j∉S) p(j)} over
 * all sets {@code S} of other factors, with {@code w(s) = s!(k-1-s)!/k!}. Sets of one size share a
 * weight, and the sum of their products is a coefficient of {@code Π (p(j) + a(j)·t)}; so all
 * {@code 2^(k-1)} of them are counted in {@code k²} steps, exactly.
 */
final class Shapley {
  private Shapley() {}

  static double[] parts(double[] plan, double[] actual) {
    int k = plan.length;
    double[] parts = new double[k];
    double[] sums = new double[k]; // by the number of factors that have changed
    for (int d = 0; d < k; d++) {
      if (plan[d] == actual[d]) {
        continue; // exactly 0, which the product below would also be
      }
      Arrays.fill(sums, 0);
      sums[0] = 1;
      int others = 0;
      for (int j = 0; j < k; j++) {
        if (j == d) {
          continue;
        }
        others++;
        for (int s = others; s >= 1; s--) {
          sums[s] = sums[s] * plan[j] + sums[s - 1] * actual[j];
        }
        sums[0] *= plan[j];
      }
      double mean = 0;
      double weight = 1.0 / k; // s!(k-1-s)!/k!
      for (int s = 0; s < k; s++) {
        mean += weight * sums[s];
        weight *= (s + 1.0) / Math.max(1, k - 1 - s);
      }
      parts[d] = (actual[d] - plan[d]) * mean;
    }
    return parts;
  }

  static double product(double[] factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }
}
