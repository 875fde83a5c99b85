package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.PriorFit.Outcome;

/**
 * How the true rates of peers, such as deals won a month, spread: the gamma distribution.
 *
 * <p>It weighs as much as {@code shape} events in an exposure of {@code rate}. The exposure is what
 * a rate is per: working days, months in the job, visits. An interval from a prior that was learned
 * from few peers is too narrow, as it is with {@link BetaPrior}.
 *
 * @param shape the events the prior is worth, from 1e-100 to 1e100
 * @param rate the exposure the prior is worth, from 1e-100 to 1e100
 */
public record GammaPrior(double shape, double rate) {
  private static final double LEAST = 1e-100;
  private static final double MOST = 1e100;

  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is not from 1e-100 to 1e100
   */
  public GammaPrior {
    checkArgument(
        shape >= LEAST && shape <= MOST && rate >= LEAST && rate <= MOST,
        "GammaPrior has shape %s and rate %s; both must be from 1e-100 to 1e100",
        shape,
        rate);
  }

  /**
   * Returns the mean of the true rates.
   *
   * @return {@code shape/rate}, per unit of exposure
   */
  public double mean() {
    return shape / rate;
  }

  /**
   * Returns what is known about somebody with this prior and an own record: {@code Gamma(shape + y,
   * rate + e)}, with shrinkage {@code rate/(rate + e)}.
   *
   * @param count what happened, {@code y}, at least 0
   * @param exposure in how much exposure, {@code e}, 0 or from 1e-9 to 1e12; not 0 if anything
   *     happened
   * @return the posterior of the true rate, whose {@code n} is the count
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Posterior posterior(long count, double exposure) {
    PeerCounts.checkRate(count, exposure);
    double total = rate + exposure;
    return new Posterior(
        Unit.COUNT,
        count,
        rate / total,
        (shape + count) / total,
        LargeShapes.gamma(shape + count, 1 / total));
  }

  /**
   * Learns the prior from the rates of peers by the method of moments, each weighed with its
   * exposure.
   *
   * <p>With {@code λ = Σy/Σe} and {@code S = Σe_i(y_i/e_i - λ)²} over {@code k} peers, the variance
   * between them is {@code v = (S - (k-1)λ)/(Σe - Σe²/Σe)}; {@code shape = λ²/v}, {@code rate =
   * λ/v}. Peers without exposure say nothing and are left out.
   *
   * @param counts what happened to each peer, at least 0
   * @param exposures in how much exposure, 0 or from 1e-9 to 1e12; not 0 if anything happened
   * @return {@link Outcome#OK} for {@code v > 0}, otherwise {@link Outcome#NO_OVERDISPERSION};
   *     {@link Outcome#UNDEFINED} for fewer than two peers or nothing counted
   * @throws IllegalArgumentException if the lengths differ or an argument is out of range
   * @see <a href="https://doi.org/10.1093/biostatistics/5.1.61">Böhning, Sarol, Rattanasiri,
   *     Viwatwongkasem and Biggeri (2004), Biostatistics 5:61</a>
   */
  public static PriorFit<GammaPrior> fitByMoments(long[] counts, double[] exposures) {
    GammaPoisson peers = GammaPoisson.of(counts, exposures);
    int k = peers.size();
    double pooled = peers.pooledRate();
    if (k < 2 || pooled == 0) {
      return new PriorFit<>(Outcome.UNDEFINED, k, null, pooled, Double.NaN, Double.NaN);
    }
    double variance = peers.betweenVariance();
    if (variance <= 0) {
      return new PriorFit<>(Outcome.NO_OVERDISPERSION, k, null, pooled, variance, Double.NaN);
    }
    return new PriorFit<>(
        Outcome.OK,
        k,
        new GammaPrior(pooled * pooled / variance, pooled / variance),
        pooled,
        variance,
        Double.NaN);
  }

  /**
   * Learns the prior from the rates of peers by maximum likelihood of the negative binomial
   * distribution with exposures (Lawless 1987, Canadian Journal of Statistics 15:209).
   *
   * @param counts what happened to each peer, at least 0
   * @param exposures in how much exposure, 0 or from 1e-9 to 1e12; not 0 if anything happened
   * @return {@link Outcome#OK}, or {@link Outcome#NO_FINITE_MAXIMUM} where the peers differ no more
   *     than by chance, nothing was counted, or the peers do not determine the prior
   * @throws IllegalArgumentException if the lengths differ or an argument is out of range
   */
  public static PriorFit<GammaPrior> fitByLikelihood(long[] counts, double[] exposures) {
    return GammaPoisson.of(counts, exposures).fit();
  }
}
