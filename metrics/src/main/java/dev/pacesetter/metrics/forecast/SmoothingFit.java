package dev.pacesetter.metrics.forecast;

import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Optional;

/** Looks for the parameters that make the squared one-step errors least. */
final class SmoothingFit {
  static final double LEAST_PHI = 0.8;
  static final double MOST_PHI = 0.98;
  private static final double LEAST = 1e-4;
  private static final double[] GRID = {0.02, 0.15, 0.5, 0.85};
  private static final double[] PHI_GRID = {0.85, 0.95};

  private final SmoothingModel model;
  private final double[] values;
  private final SmoothingState start;

  SmoothingFit(SmoothingModel model, double[] values) {
    this.model = model;
    this.values = values;
    this.start = start(model, values);
  }

  static SmoothingState start(SmoothingModel model, double[] values) {
    double[] adjusted = values.clone();
    double[] seasons = new double[0];
    if (model.seasonality().isPresent()) {
      Seasonality seasonality = model.seasonality().get();
      seasons = SeasonalDecomposition.of(Unit.COUNT, seasonality, model.period(), values).indices();
      for (int i = 0; i < adjusted.length; i++) {
        double season = seasons[i % seasons.length];
        adjusted[i] = model.isMultiplicative() ? adjusted[i] / season : adjusted[i] - season;
      }
    }
    int first = Math.min(Math.max(10, 2 * model.period()), adjusted.length);
    double mean = 0;
    for (int i = 0; i < first; i++) {
      mean += adjusted[i] / first;
    }
    if (!model.hasTrend()) {
      return SmoothingState.of(mean, 0, seasons);
    }
    double slope = slope(adjusted, first, mean);
    double level = mean - slope * (first + 1) / 2.0;
    boolean isAlive = !model.isMultiplicative() || level + slope > 0;
    return SmoothingState.of(isAlive ? level : mean, isAlive ? slope : 0, seasons);
  }

  /** Of the straight line through the first values, by least squares. */
  private static double slope(double[] values, int first, double mean) {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < first; i++) {
      double time = i - (first - 1) / 2.0;
      products += time * (values[i] - mean);
      squares += time * time;
    }
    return squares > 0 ? products / squares : 0;
  }

  /** Returns the best parameters; empty where every choice leaves a multiplicative model dead. */
  Optional<SmoothingParameters> parameters() {
    int size = size(model);
    double[] lower = new double[size];
    double[] upper = new double[size];
    Arrays.fill(lower, LEAST);
    Arrays.fill(upper, 1 - LEAST);
    if (model.isDamped()) {
      lower[size - 1] = LEAST_PHI;
      upper[size - 1] = MOST_PHI;
    }
    double[] best = bestOfGrid(size);
    if (!Double.isFinite(squaredErrors(best))) {
      return Optional.empty();
    }
    return Optional.of(
        parameters(model, new SimplexSearch(this::squaredErrors, lower, upper).minimum(best)));
  }

  /** The number of parameters a model has. */
  static int size(SmoothingModel model) {
    return 1
        + (model.hasTrend() ? 1 : 0)
        + (model.seasonality().isPresent() ? 1 : 0)
        + (model.isDamped() ? 1 : 0);
  }

  private double[] bestOfGrid(int size) {
    double[] best = new double[size];
    double least = Double.POSITIVE_INFINITY;
    int free = model.isDamped() ? size - 1 : size;
    int points = (int) Math.pow(GRID.length, free) * (model.isDamped() ? PHI_GRID.length : 1);
    for (int point = 0; point < points; point++) {
      double[] candidate = new double[size];
      int rest = point;
      for (int i = 0; i < free; i++) {
        candidate[i] = GRID[rest % GRID.length];
        rest /= GRID.length;
      }
      if (model.isDamped()) {
        candidate[size - 1] = PHI_GRID[rest];
      }
      double squares = squaredErrors(candidate);
      if (point == 0 || squares < least) {
        least = squares;
        best = candidate;
      }
    }
    return best;
  }

  /** In the order alpha, beta, gamma, phi, of those the model has. */
  static SmoothingParameters parameters(SmoothingModel model, double[] point) {
    int i = 0;
    double alpha = point[i++];
    double beta = model.hasTrend() ? point[i++] : 0;
    double gamma = model.seasonality().isPresent() ? point[i++] : 0;
    if (model.update() == SeasonalUpdate.FORECAST_LEVEL) {
      gamma *= 1 - alpha; // beyond it errors of the past grow instead of being forgotten
    }
    return new SmoothingParameters(alpha, beta, gamma, model.isDamped() ? point[i] : 1);
  }

  private double squaredErrors(double[] point) {
    Smoothing run = new Smoothing(model, SmoothingWeights.of(parameters(model, point)), start);
    double squares = 0;
    for (double value : values) {
      if (!run.isAlive()) {
        return Double.POSITIVE_INFINITY;
      }
      double error = value - run.forecast();
      squares += error * error;
      run.see(value);
    }
    return squares;
  }
}
