package dev.pacesetter.plan.need;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What deals won are worth, and how sure their sum is.
 *
 * <p>The model: amounts are gamma-distributed, independent of each other and of winning, with the
 * same relative spread for everybody, {@code κ = 1/c²}, {@code c² = s²/m²} from mean and variance
 * of all amounts, own and peers'. One's own scale is not known: with weight 1/θ for a scale of θ
 * beforehand, the sum S of w deals to come and the sum S₀ of n₀ known ones obey exactly
 *
 * <pre>
 * S / (S + S₀)  ~  Beta(κ·w, κ·n₀)
 * </pre>
 *
 * <p>The known ones are one's own, with {@value #PRIOR_DEALS} average deals of the peers on top, so
 * that few own deals are held to what is usual.
 *
 * @see "Aitchison and Dunsmore (1975), Statistical Prediction Analysis, table 2.3: the gamma and
 *     its inverted-beta prediction"
 */
public final class DealValues {
  /** How many average deals of the peers count as own. */
  public static final int PRIOR_DEALS = 5;

  /** No deals are taken to be more alike than these: a relative spread of one thousandth. */
  private static final double ALIKE = 1e6;

  private final int n;
  private final double known;
  private final double knownDeals;
  private final double shape;

  private DealValues(int n, double known, double knownDeals, double shape) {
    this.n = n;
    this.known = known;
    this.knownDeals = knownDeals;
    this.shape = shape;
  }

  /**
   * Learns from amounts.
   *
   * @param own one's own deals won, in minor units, each above 0
   * @param peers those of peers, each above 0
   * @return the values
   * @throws IllegalArgumentException if there are fewer than two in all, or one is not above 0
   */
  public static DealValues of(long[] own, long[] peers) {
    double[] all =
        Arrays.stream(new long[][] {own, peers})
            .flatMapToLong(Arrays::stream)
            .asDoubleStream()
            .toArray();
    checkArgument(all.length >= 2, "%s amounts are known; at least 2 are needed", all.length);
    double mean = Arrays.stream(all).average().orElseThrow();
    double squares = 0;
    for (double amount : all) {
      checkArgument(amount > 0, "a deal was won for %s; it must be above 0", (long) amount);
      squares += (amount - mean) * (amount - mean);
    }
    double variance = squares / (all.length - 1);
    double usual = Arrays.stream(peers).average().orElse(0);
    int prior = peers.length == 0 ? 0 : PRIOR_DEALS;
    return new DealValues(
        all.length,
        Arrays.stream(own).asDoubleStream().sum() + prior * usual,
        own.length + prior,
        Math.min(ALIKE, mean * mean / variance));
  }

  /**
   * Returns on how many deals the values rest.
   *
   * @return own ones and those of peers
   */
  public int n() {
    return n;
  }

  /**
   * Returns what a deal is worth on average.
   *
   * @return {@code S₀/n₀} in minor units
   */
  public double average() {
    return known / knownDeals;
  }

  /**
   * Returns how likely so many deals are worth a target.
   *
   * @param deals how many, at least 0
   * @param target in minor units, above 0
   * @return the probability that their sum reaches it, from 0 to 1
   */
  public double chance(int deals, long target) {
    return deals <= 0
        ? 0
        : BetaDistribution.of(shape * deals, shape * knownDeals)
            .survivalProbability(target / (target + known));
  }

  @Override
  public String toString() {
    return "deals worth %s on average, n = %s".formatted(average(), n);
  }
}
