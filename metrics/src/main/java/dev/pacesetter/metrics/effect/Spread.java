package dev.pacesetter.metrics.effect;

/**
 * The variance of a sum of independent means, each estimated with its own degrees of freedom.
 *
 * @param variance the sum of the variances
 * @param weighted the sum of their squares, each by its degrees of freedom
 * @see "Satterthwaite (1946), An approximate distribution of estimates of variance components,
 *     Biometrics Bulletin 2:110"
 */
record Spread(double variance, double weighted) {
  static final Spread NONE = new Spread(0, 0);

  Spread plus(double other, double df) {
    return new Spread(variance + other, weighted + other * other / df);
  }

  /** 0 where nothing varies. */
  double degreesOfFreedom() {
    return weighted == 0 ? 0 : variance * variance / weighted;
  }
}
