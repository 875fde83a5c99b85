package dev.pacesetter.metrics.conversion;

/**
 * {@code uᵀ·V⁻·u} for numbers {@code u} that add up to 0 and their covariance {@code V}.
 *
 * <p>One of the numbers follows from the others. The one with the largest variance is left out, so
 * that small groups are not found as differences of large ones; what else follows from the others,
 * as where some groups never were at risk together, shows as a pivot that is rounding only.
 *
 * @param value the form, at least 0
 * @param rank the rank of {@code V}
 */
record QuadraticForm(double value, int rank) {
  private static final double SLACK = 1e-9;

  static QuadraticForm of(double[] u, double[][] v) {
    int k = u.length;
    double[] rest = u.clone();
    double[][] covariance = new double[k][];
    int largest = 0;
    for (int i = 0; i < k; i++) {
      covariance[i] = v[i].clone();
      largest = v[i][i] > v[largest][largest] ? i : largest;
    }
    boolean[] done = new boolean[k];
    done[largest] = true;
    double value = 0;
    int rank = 0;
    for (int step = 1; step < k; step++) {
      int pivot = -1;
      double best = SLACK;
      for (int i = 0; i < k; i++) {
        if (!done[i] && covariance[i][i] > best * v[i][i]) {
          pivot = i;
          best = covariance[i][i] / v[i][i];
        }
      }
      if (pivot < 0) {
        break;
      }
      done[pivot] = true;
      rank++;
      double variance = covariance[pivot][pivot];
      value += rest[pivot] / variance * rest[pivot];
      for (int i = 0; i < k; i++) {
        if (!done[i]) {
          double slope = covariance[i][pivot] / variance;
          rest[i] -= slope * rest[pivot];
          for (int j = 0; j < k; j++) {
            covariance[i][j] -= slope * covariance[pivot][j];
          }
        }
      }
    }
    return new QuadraticForm(value, rank);
  }
}
