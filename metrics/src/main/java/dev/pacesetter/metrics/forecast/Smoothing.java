package dev.pacesetter.metrics.forecast;

/** One run of a smoothing along a series. */
final class Smoothing {
  private final boolean isMultiplicative;
  private final boolean isSmoothedLevel;
  private final double alpha;
  private final double beta;
  private final double gamma;
  private final double phi;
  private final double[] seasons;
  private double level;
  private double trend;
  private int next;

  Smoothing(SmoothingModel model, SmoothingWeights parameters, SmoothingState start) {
    this.isMultiplicative = model.isMultiplicative();
    this.isSmoothedLevel = model.update() == SeasonalUpdate.SMOOTHED_LEVEL;
    this.alpha = parameters.alpha();
    this.beta = model.hasTrend() ? parameters.beta() : 0;
    this.gamma = parameters.gamma();
    this.phi = parameters.phi();
    this.seasons = start.seasons();
    this.level = start.level();
    this.trend = model.hasTrend() ? start.trend() : 0;
  }

  /** Level and trend of the next value. */
  double base() {
    return level + phi * trend;
  }

  double season() {
    return seasons.length == 0 ? 0 : seasons[next];
  }

  /** Whether the next value can be divided by what a multiplicative model divides by. */
  boolean isAlive() {
    return !isMultiplicative || (base() > 0 && season() > 0);
  }

  double forecast() {
    return isMultiplicative ? base() * season() : base() + season();
  }

  void see(double value) {
    double base = base();
    double season = season();
    double deseasoned = isMultiplicative ? value / season : value - season;
    double before = level;
    level = alpha * deseasoned + (1 - alpha) * base;
    trend = beta * (level - before) + (1 - beta) * phi * trend;
    if (seasons.length > 0) {
      double reference = isSmoothedLevel ? level : base;
      double seen = isMultiplicative ? value / reference : value - reference;
      seasons[next] = gamma * seen + (1 - gamma) * season;
      next = next + 1 == seasons.length ? 0 : next + 1;
    }
  }

  SmoothingState state() {
    double[] ordered = new double[seasons.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = seasons[(next + i) % seasons.length];
    }
    return SmoothingState.of(level, trend, ordered);
  }
}
