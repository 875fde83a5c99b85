package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkElementIndex;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;

/**
 * What the evidence supports about the true rate of each of several peers, the own record weighed
 * against that of the others.
 *
 * <pre>{@code
 * PeerEstimates rates = PeerEstimates.ofShares(won, closed);
 * rates.estimate(0);    // 0.58 [0.25, 0.90], n = 4, where 3 of 4 were won and the others win 0.4
 * rates.newcomer();     // what to expect of somebody of whom nothing is known yet
 * }</pre>
 *
 * <p>The true rates spread by a {@link BetaPrior} (shares) or a {@link GammaPrior} (rates), which
 * is not known but learned along with them. A fitted prior taken for the truth makes intervals too
 * narrow, above all with few peers; here every prior counts as far as the peers support it, so that
 * the intervals hold for few peers, for peers who do not differ at all and for peers who are all or
 * nothing. Before anything is seen, the mean {@code m} has density {@code m^-½(1-m)^-½} (shares) or
 * {@code m^-½} (rates), and the shrinkage {@code B = M/(M + n)} of a peer with the typical record
 * {@code n}, the harmonic mean, is uniform, {@code M} being what the prior is worth in trials or
 * exposure. Integration is over a grid laid around the mode.
 *
 * <p>Averaged over peers, the stated share of intervals contains the true rate; for a peer who is
 * unlike all others it is less, which is the price of borrowing from them. In simulations of 3 to
 * 40 peers, intervals of 95 % contained it in 93.6 % to 97.0 % of the cases, and in 99 % and more
 * when the peers are all alike; those of the fitted prior in 83 % to 97 %. The order of the peers
 * changes an estimate by rounding at the most.
 *
 * @see "Christiansen and Morris (1997), Hierarchical Poisson regression modeling, Journal of the
 *     American Statistical Association 92:618"
 */
public final class PeerEstimates {
  private final PeerPosterior posterior;
  private final double confidence;

  private PeerEstimates(PeerPosterior posterior, double confidence) {
    Confidence.check("PeerEstimates confidence", confidence);
    this.posterior = posterior;
    this.confidence = confidence;
  }

  /**
   * Returns the estimates of shares, such as win rates, with 95 % intervals.
   *
   * @param successes what each peer counted, from 0 to its trials; copied
   * @param trials out of how many, at least 0; copied
   * @return the estimates
   * @throws IllegalArgumentException if the lengths differ or a count is out of range
   */
  public static PeerEstimates ofShares(long[] successes, long[] trials) {
    return new PeerEstimates(new SharePosterior(successes, trials), 0.95);
  }

  /**
   * Returns the estimates of rates, such as deals won a month, with 95 % intervals.
   *
   * @param counts what happened to each peer, at least 0; copied
   * @param exposures in how much exposure, 0 or from 1e-9 to 1e12; not 0 if anything happened;
   *     copied
   * @return the estimates, per unit of exposure
   * @throws IllegalArgumentException if the lengths differ or an argument is out of range
   */
  public static PeerEstimates ofRates(long[] counts, double[] exposures) {
    return new PeerEstimates(new RatePosterior(counts, exposures), 0.95);
  }

  /**
   * Returns these estimates with another level for their intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the estimates
   * @throws IllegalArgumentException if the level is out of range
   */
  public PeerEstimates withConfidence(double confidence) {
    return new PeerEstimates(posterior, confidence);
  }

  /**
   * Returns the number of peers.
   *
   * @return the number, at least 0
   */
  public int size() {
    return posterior.size();
  }

  /**
   * Returns the estimate of a peer: the mean of its true rate with the equal-tailed credible
   * interval.
   *
   * @param peer which one, from 0
   * @return the estimate as a {@link Unit#RATIO}, or a {@link Unit#COUNT} per unit of exposure;
   *     {@code n} counts the peer's own trials, or what happened to it
   * @throws IndexOutOfBoundsException if there is no such peer
   */
  public Measure estimate(int peer) {
    checkElementIndex(peer, size(), "peer");
    return measure(posterior.n(peer), posterior.of(peer));
  }

  /**
   * Returns how uncertain the true rate of a peer is, to predict what comes of further trials.
   *
   * @param peer which one, from 0
   * @return the variance of the posterior, above 0
   * @throws IndexOutOfBoundsException if there is no such peer
   */
  public double variance(int peer) {
    checkElementIndex(peer, size(), "peer");
    return posterior.of(peer).variance();
  }

  /**
   * Returns what is to be expected of a further peer of whom nothing is known.
   *
   * @return the estimate, with {@code n} of 0
   */
  public Measure newcomer() {
    return measure(0, posterior.ofNewcomer());
  }

  private Measure measure(long n, Mixture mixture) {
    double tail = (1 - confidence) / 2;
    double lower = mixture.lowerQuantile(tail);
    double upper = mixture.upperQuantile(tail);
    return Measure.of(mixture.mean(), posterior.unit(), n) // rounding may swap equal ends
        .withInterval(new Interval(Math.min(lower, upper), Math.max(lower, upper), confidence));
  }

  /** Reads like {@code PeerEstimates of 12 peers}. */
  @Override
  public String toString() {
    return "PeerEstimates of " + size() + " peers";
  }
}
