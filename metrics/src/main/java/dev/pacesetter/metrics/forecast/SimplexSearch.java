package dev.pacesetter.metrics.forecast;

import java.util.function.ToDoubleFunction;

/**
 * The least value of a function within bounds, by the simplex method; points outside are moved to
 * the bound. Own code because there are four parameters at the most: the libraries that minimise
 * without derivatives bring whole toolkits of linear algebra and fitting with them, and this module
 * is to be light where it is embedded. The fits are held against those of other programs by the
 * golden cases.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/7.4.308">Nelder and Mead (1965)</a>
 */
final class SimplexSearch {
  private static final int MOST_STEPS = 500;
  private static final double PRECISION = 1e-10;
  private static final double FIRST_STEP = 0.1;

  private final ToDoubleFunction<double[]> function;
  private final double[] lower;
  private final double[] upper;

  SimplexSearch(ToDoubleFunction<double[]> function, double[] lower, double[] upper) {
    this.function = function;
    this.lower = lower;
    this.upper = upper;
  }

  /** Searches twice: the second simplex, around the first result, leaves a false end behind. */
  double[] minimum(double[] start) {
    return search(search(start));
  }

  private double[] search(double[] start) {
    int size = start.length;
    double[][] points = new double[size + 1][];
    double[] heights = new double[size + 1];
    for (int i = 0; i <= size; i++) {
      points[i] = start.clone();
      if (i < size) {
        double step = FIRST_STEP * (upper[i] - lower[i]);
        points[i][i] += points[i][i] + step <= upper[i] ? step : -step;
      }
      heights[i] = function.applyAsDouble(points[i]);
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      sort(points, heights);
      if (heights[size] - heights[0] <= PRECISION * Math.abs(heights[0])
          && spread(points) <= PRECISION) {
        break;
      }
      move(points, heights);
    }
    sort(points, heights);
    return points[0];
  }

  private void move(double[][] points, double[] heights) {
    int worst = points.length - 1;
    double[] centre = new double[worst];
    for (int i = 0; i < worst; i++) {
      for (int j = 0; j < worst; j++) {
        centre[j] += points[i][j] / worst;
      }
    }
    double[] reflected = along(centre, points[worst], -1);
    double height = function.applyAsDouble(reflected);
    if (height < heights[0]) {
      double[] further = along(centre, points[worst], -2);
      double furtherHeight = function.applyAsDouble(further);
      boolean isBetter = furtherHeight < height;
      replace(points, heights, isBetter ? further : reflected, isBetter ? furtherHeight : height);
    } else if (height < heights[Math.max(1, worst - 1)]) {
      replace(points, heights, reflected, height);
    } else {
      double[] nearer = along(centre, height < heights[worst] ? reflected : points[worst], 0.5);
      double nearerHeight = function.applyAsDouble(nearer);
      if (nearerHeight < Math.min(height, heights[worst])) {
        replace(points, heights, nearer, nearerHeight);
      } else {
        shrink(points, heights);
      }
    }
  }

  private static void replace(double[][] points, double[] heights, double[] point, double height) {
    points[points.length - 1] = point;
    heights[heights.length - 1] = height;
  }

  private void shrink(double[][] points, double[] heights) {
    for (int i = 1; i < points.length; i++) {
      points[i] = along(points[0], points[i], 0.5);
      heights[i] = function.applyAsDouble(points[i]);
    }
  }

  /** {@code centre + factor·(point - centre)}, within the bounds. */
  private double[] along(double[] centre, double[] point, double factor) {
    double[] moved = new double[centre.length];
    for (int j = 0; j < moved.length; j++) {
      double to = centre[j] + factor * (point[j] - centre[j]);
      moved[j] = Math.min(Math.max(to, lower[j]), upper[j]);
    }
    return moved;
  }

  private static double spread(double[][] points) {
    double spread = 0;
    for (double[] point : points) {
      for (int j = 0; j < point.length; j++) {
        spread = Math.max(spread, Math.abs(point[j] - points[0][j]));
      }
    }
    return spread;
  }

  /** By insertion, equal heights in the order they have: the same input gives the same path. */
  private static void sort(double[][] points, double[] heights) {
    for (int i = 1; i < heights.length; i++) {
      double height = heights[i];
      double[] point = points[i];
      int j = i;
      while (j > 0 && heights[j - 1] > height) {
        heights[j] = heights[j - 1];
        points[j] = points[j - 1];
        j--;
      }
      heights[j] = height;
      points[j] = point;
    }
  }
}
