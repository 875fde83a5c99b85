package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.PriorFit.Outcome;

/**
 * How the true shares of peers, such as win rates, spread: the beta distribution.
 *
 * <p>It weighs as much as {@code alpha + beta} trials of which {@code alpha} succeeded. Somebody
 * with few trials is believed to be like the others, somebody with many is taken by the own record:
 *
 * <pre>{@code
 * BetaPrior prior = BetaPrior.fitByLikelihood(won, closed).prior().orElseThrow();
 * prior.posterior(3, 4).measure(0.95);   // between the 3/4 of four deals and the rate of the others
 * }</pre>
 *
 * <p>An interval from a prior that was learned from few peers takes the prior for known and is too
 * narrow: simulated for 3 to 40 peers, those of 95 % contained the truth in 83 % to 97 % of the
 * cases. {@link PeerEstimates} is not.
 *
 * @param alpha the successes the prior is worth, from 1e-100 to 1e100
 * @param beta the failures the prior is worth, from 1e-100 to 1e100
 */
public record BetaPrior(double alpha, double beta) {
  private static final double LEAST = 1e-100;
  private static final double MOST = 1e100;

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is not from 1e-100 to 1e100
   */
  public BetaPrior {
    checkArgument(
        alpha >= LEAST && alpha <= MOST && beta >= LEAST && beta <= MOST,
        "BetaPrior has alpha %s and beta %s; both must be from 1e-100 to 1e100",
        alpha,
        beta);
  }

  /**
   * Returns the mean of the true shares.
   *
   * @return {@code alpha/(alpha + beta)}
   */
  public double mean() {
    return alpha / (alpha + beta);
  }

  /**
   * Returns what is known about somebody with this prior and an own record: {@code Beta(alpha + x,
   * beta + n - x)}, with shrinkage {@code (alpha + beta)/(alpha + beta + n)}.
   *
   * @param successes what was counted, {@code x}, from 0 to {@code trials}
   * @param trials out of how many, {@code n}, at least 0
   * @return the posterior of the true share
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Posterior posterior(long successes, long trials) {
    PeerCounts.checkShare(successes, trials);
    double total = alpha + beta + trials;
    return new Posterior(
        Unit.RATIO,
        trials,
        (alpha + beta) / total,
        (alpha + successes) / total,
        LargeShapes.beta(alpha + successes, beta + (trials - successes)));
  }

  /**
   * Learns the prior from the shares of peers by the method of moments, each weighed with its
   * trials.
   *
   * <p>With {@code p = Σx/Σn}, {@code N = Σn}, {@code S = Σn_i(x_i/n_i - p)²}: {@code ρ = (S -
   * pq·Σ(1 - n_i/N)) / (pq·(Σn_i(1 - n_i/N) - Σ(1 - n_i/N)))}, {@code alpha = p(1/ρ - 1)}, {@code
   * beta = q(1/ρ - 1)}. Peers without trials say nothing and are left out.
   *
   * @param successes what each peer counted, from 0 to its trials
   * @param trials out of how many, at least 0
   * @return {@link Outcome#OK} for {@code 0 < ρ < 1}, {@link Outcome#NO_OVERDISPERSION} for {@code
   *     ρ ≤ 0}, {@link Outcome#DEGENERATE} for {@code ρ ≥ 1}; {@link Outcome#UNDEFINED} for fewer
   *     than two peers, {@code p} of 0 or 1, or one trial each
   * @throws IllegalArgumentException if the lengths differ or a count is out of range
   * @see <a href="https://doi.org/10.1080/01621459.1973.10481332">Kleinman (1973), Journal of the
   *     American Statistical Association 68:46</a>
   */
  public static PriorFit<BetaPrior> fitByMoments(long[] successes, long[] trials) {
    PeerCounts peers = PeerCounts.ofShares(successes, trials);
    int k = peers.size();
    double total = peers.totalTrials();
    double p = peers.totalSuccesses() / total;
    double q = (total - peers.totalSuccesses()) / total;
    double squares = 0;
    double scale = 0; // Σ(1 - n/N)
    double weightedScale = 0; // Σn(1 - n/N)
    for (int i = 0; i < k; i++) {
      double n = peers.trials(i);
      double deviation = peers.successes(i) / n - p;
      squares += n * deviation * deviation;
      scale += (total - n) / total;
      weightedScale += n * ((total - n) / total);
    }
    double free = weightedScale - scale;
    if (k < 2 || p == 0 || q == 0 || free <= 0) {
      return new PriorFit<>(Outcome.UNDEFINED, k, null, p, Double.NaN, Double.NaN);
    }
    double rho = (squares - p * q * scale) / (p * q * free);
    if (rho <= 0 || rho >= 1) {
      Outcome outcome = rho <= 0 ? Outcome.NO_OVERDISPERSION : Outcome.DEGENERATE;
      return new PriorFit<>(outcome, k, null, p, rho, Double.NaN);
    }
    double strength = (1 - rho) / rho;
    return new PriorFit<>(
        Outcome.OK, k, new BetaPrior(p * strength, q * strength), p, rho, Double.NaN);
  }

  /**
   * Learns the prior from the shares of peers by maximum likelihood of the beta-binomial
   * distribution (Griffiths 1973, Biometrics 29:637); the log-likelihood counts the binomial
   * coefficients.
   *
   * @param successes what each peer counted, from 0 to its trials
   * @param trials out of how many, at least 0
   * @return {@link Outcome#OK}, or {@link Outcome#NO_FINITE_MAXIMUM} where the peers differ no more
   *     than by chance, are all or nothing, or do not determine the prior
   * @throws IllegalArgumentException if the lengths differ or a count is out of range
   */
  public static PriorFit<BetaPrior> fitByLikelihood(long[] successes, long[] trials) {
    return BetaBinomial.fit(PeerCounts.ofShares(successes, trials));
  }
}
