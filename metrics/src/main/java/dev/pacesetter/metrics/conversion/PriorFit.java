package dev.pacesetter.metrics.conversion;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What came of learning a prior from peers: the prior, or the named reason why there is none.
 *
 * <p>No prior is an answer too. With {@link Outcome#NO_OVERDISPERSION} the peers differ no more
 * than chance makes them differ, and the pooled rate is the best that can be said about each of
 * them. {@link PeerEstimates} answers in every case and takes in how little few peers tell about
 * the prior.
 *
 * @param <P> {@link BetaPrior} or {@link GammaPrior}
 */
public final class PriorFit<P> {
  /** How the fit came out. */
  public enum Outcome {
    /** There is a prior. */
    OK,
    /** The peers differ no more than chance makes them: a prior of any width would be too wide. */
    NO_OVERDISPERSION,
    /** The peers differ so much that the moments fit no prior: some always, some never. */
    DEGENERATE,
    /**
     * Nothing to tell peers from chance: fewer than two, all or none successful, one trial each.
     */
    UNDEFINED,
    /**
     * The likelihood grows as the prior becomes ever narrower or wider, or does not depend on it.
     */
    NO_FINITE_MAXIMUM
  }

  private final Outcome outcome;
  private final int peers;
  private final @Nullable P prior;
  private final double pooledRate; // NaN: none
  private final double spread; // NaN: none
  private final double logLikelihood; // NaN: none

  PriorFit(
      Outcome outcome,
      int peers,
      @Nullable P prior,
      double pooledRate,
      double spread,
      double logLikelihood) {
    this.outcome = outcome;
    this.peers = peers;
    this.prior = prior;
    this.pooledRate = pooledRate;
    this.spread = spread;
    this.logLikelihood = logLikelihood;
  }

  static <P> PriorFit<P> noFiniteMaximum(int peers, double pooledRate) {
    return new PriorFit<>(
        Outcome.NO_FINITE_MAXIMUM, peers, null, pooledRate, Double.NaN, Double.NaN);
  }

  /**
   * Returns how the fit came out.
   *
   * @return {@link Outcome#OK} exactly if there is a prior
   */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * Returns how many peers the fit rests on: those with a trial, or with exposure.
   *
   * @return the number, at least 0
   */
  public int peers() {
    return peers;
  }

  /**
   * Returns the prior.
   *
   * @return the prior, empty where the outcome says why there is none
   */
  public Optional<P> prior() {
    return Optional.ofNullable(prior);
  }

  /**
   * Returns the rate of all peers together, the ratio of sums.
   *
   * @return the rate, empty when there was neither trial nor exposure
   */
  public OptionalDouble pooledRate() {
    return present(pooledRate);
  }

  /**
   * Returns how far the true rates of peers spread: for shares the correlation {@code ρ =
   * 1/(α+β+1)} of two trials of one peer, for rates the variance between peers.
   *
   * <p>By moments it may be negative, which says that the peers differ less than by chance.
   *
   * @return the spread, empty where it is undefined
   */
  public OptionalDouble spread() {
    return present(spread);
  }

  /**
   * Returns the logarithm of the probability of what was observed, at the prior.
   *
   * @return the log-likelihood; empty without a prior and for a fit by moments
   */
  public OptionalDouble logLikelihood() {
    return present(logLikelihood);
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PriorFit<?> that
        && outcome == that.outcome
        && peers == that.peers
        && Objects.equals(prior, that.prior)
        && Double.compare(pooledRate, that.pooledRate) == 0
        && Double.compare(spread, that.spread) == 0
        && Double.compare(logLikelihood, that.logLikelihood) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(outcome, peers, prior, pooledRate, spread, logLikelihood);
  }

  /** Reads like {@code OK from 12 peers: BetaPrior[alpha=5.8, beta=14.4]}. */
  @Override
  public String toString() {
    return outcome + " from " + peers + " peers" + (prior == null ? "" : ": " + prior);
  }
}
