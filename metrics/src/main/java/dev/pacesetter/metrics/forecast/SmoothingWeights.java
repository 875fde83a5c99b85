package dev.pacesetter.metrics.forecast;

/**
 * How fast a smoothing forgets, also where it forgets more than a fit would choose.
 *
 * @param alpha how much of a new value enters the level
 * @param beta how much of a change of level enters the trend
 * @param gamma how much of a new value enters its season
 * @param phi what is left of the trend after a step
 */
record SmoothingWeights(double alpha, double beta, double gamma, double phi) {
  static SmoothingWeights of(SmoothingParameters parameters) {
    return new SmoothingWeights(
        parameters.alpha(), parameters.beta(), parameters.gamma(), parameters.phi());
  }
}
