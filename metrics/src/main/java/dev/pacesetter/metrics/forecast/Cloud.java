package dev.pacesetter.metrics.forecast;

import java.util.List;

/** A normal distribution of points in a few dimensions, wider than those it was made from. */
final class Cloud {
  private static final double WIDER = 1.5;

  /** Keeps a cloud of few points from collapsing. */
  private static final double LEAST = 0.15;

  private final double[] mean;
  private final double[][] lower;

  private Cloud(double[] mean, double[][] lower) {
    this.mean = mean;
    this.lower = lower;
  }

  static Cloud around(List<double[]> points, double[] weights) {
    int size = points.get(0).length;
    double[] mean = new double[size];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < size; j++) {
        mean[j] += weights[i] * points.get(i)[j];
      }
    }
    double[][] lower = new double[size][size];
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = j == k ? LEAST * LEAST : 0;
        for (int i = 0; i < weights.length; i++) {
          double[] point = points.get(i);
          sum += WIDER * WIDER * weights[i] * (point[j] - mean[j]) * (point[k] - mean[k]);
        }
        for (int l = 0; l < k; l++) {
          sum -= lower[j][l] * lower[k][l];
        }
        lower[j][k] = j == k ? Math.sqrt(sum) : sum / lower[k][k];
      }
    }
    return new Cloud(mean, lower);
  }

  double[] at(double... normals) {
    double[] point = mean.clone();
    for (int j = 0; j < point.length; j++) {
      for (int k = 0; k <= j; k++) {
        point[j] += lower[j][k] * normals[k];
      }
    }
    return point;
  }

  double density(double... point) {
    double log = 0;
    double[] normals = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      double rest = point[j] - mean[j];
      for (int k = 0; k < j; k++) {
        rest -= lower[j][k] * normals[k];
      }
      normals[j] = rest / lower[j][j];
      log -= normals[j] * normals[j] / 2 + Math.log(lower[j][j] * Math.sqrt(2 * Math.PI));
    }
    return Math.exp(log);
  }
}
