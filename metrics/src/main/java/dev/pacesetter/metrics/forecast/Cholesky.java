package dev.pacesetter.metrics.forecast;

import org.jspecify.annotations.Nullable;

/** The factor {@code L} of the normal equations {@code XᵀX = LLᵀ} of a least squares problem. */
final class Cholesky {
  /** A pivot this small beside its column is rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Of the first rows of columns; null where they depend on each other. */
  static @Nullable Cholesky of(double[][] columns, int rows) {
    int size = columns.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
          sum += columns[i][row] * columns[j][row];
        }
        double square = sum;
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          if (!(sum > ROUNDING * square)) {
            return null;
          }
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }
    return new Cholesky(lower);
  }

  /** Half of that of {@code XᵀX}. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += Math.log(lower[i][i]);
    }
    return sum;
  }

  /** The coefficients that take away most of the errors. */
  double[] solve(double[][] columns, double[] errors, int rows) {
    int size = lower.length;
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum -= columns[i][row] * errors[row];
      }
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * x[k];
      }
      x[i] = sum / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** {@code F} of the covariance {@code FFᵀ} of what the rows from a place on are functions of. */
  double[][] factor(double[][] columns, int from) {
    int size = lower.length;
    double[][] factor = new double[columns[0].length - from][size];
    for (int row = 0; row < factor.length; row++) {
      for (int i = 0; i < size; i++) {
        double sum = columns[i][from + row];
        for (int k = 0; k < i; k++) {
          sum -= lower[i][k] * factor[row][k];
        }
        factor[row][i] = sum / lower[i][i];
      }
    }
    return factor;
  }
}
