package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.conversion.PriorFit.Outcome;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The likelihood of peers whose true shares spread by a beta distribution, with mean {@code μ} and
 * {@code θ = 1/(alpha + beta)}: {@code Σ [Σ ln(μ + jθ) + Σ ln(1 - μ + jθ) - Σ ln(1 + jθ)]}, {@code
 * j} below the successes, the failures and the trials; at {@code θ = 0} the binomial.
 */
final class BetaBinomial {
  /** The logit of the mean lies between plus and minus this. */
  private static final double FARTHEST = 45;

  private final RisingSums successes;
  private final RisingSums failures;
  private final RisingSums trials;

  BetaBinomial(PeerCounts peers) {
    successes = new RisingSums(peers.successes());
    failures = new RisingSums(peers.failures());
    trials = new RisingSums(peers.trials());
  }

  static PriorFit<BetaPrior> fit(PeerCounts peers) {
    double total = peers.totalTrials();
    double won = peers.totalSuccesses();
    if (won == 0 || won == total) {
      return PriorFit.noFiniteMaximum(peers.size(), won / total);
    }
    BetaBinomial likelihood = new BetaBinomial(peers);
    OptionalDouble best =
        ProfileLikelihood.maximum(
            theta -> likelihood.logDensity(likelihood.bestLogit(theta), theta),
            theta -> likelihood.slope(likelihood.bestLogit(theta), theta));
    if (best.isEmpty()) {
      return PriorFit.noFiniteMaximum(peers.size(), won / total);
    }
    double theta = best.getAsDouble();
    double logit = likelihood.bestLogit(theta);
    double coefficients = 0;
    for (int i = 0; i < peers.size(); i++) {
      double n = peers.trials(i);
      double x = peers.successes(i);
      coefficients -= Math.log(n + 1) + LogBeta.value(x + 1, n - x + 1);
    }
    return new PriorFit<>(
        Outcome.OK,
        peers.size(),
        new BetaPrior(share(logit) / theta, share(-logit) / theta),
        won / total,
        theta / (1 + theta),
        coefficients + likelihood.logDensity(logit, theta));
  }

  /** Returns the log-likelihood without binomial coefficients. */
  double logDensity(double logit, double theta) {
    return successes.logarithms(share(logit), theta)
        + failures.logarithms(share(-logit), theta)
        - trials.logarithms(1, theta);
  }

  /** The likelihood is concave in the mean, so there is one. */
  private double bestLogit(double theta) {
    return ProfileLikelihood.root(
        logit ->
            successes.reciprocals(share(logit), theta) - failures.reciprocals(share(-logit), theta),
        -FARTHEST,
        FARTHEST);
  }

  private double slope(double logit, double theta) {
    return successes.weightedReciprocals(share(logit), theta)
        + failures.weightedReciprocals(share(-logit), theta)
        - trials.weightedReciprocals(1, theta);
  }

  static double share(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
