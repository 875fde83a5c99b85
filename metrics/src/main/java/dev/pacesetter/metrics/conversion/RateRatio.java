package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.OptionalDouble;

/**
 * How many times as large one of two independent shares is, such as the win rate with a reference
 * customer beside that without: {@code p₁/p₂} with limits.
 *
 * <p>Below, {@code q = 1-p} and {@code z} is the normal quantile of {@code 1 - (1-confidence)/2}.
 * The limits of the swapped groups are the reciprocals. The percentages say how often limits of 95
 * % contain the truth, simulated, on average over shares from 0.05 to 0.95 in both groups.
 */
public enum RateRatio {
  /**
   * {@code exp(ln(p₁/p₂) ± z·√(q₁/x₁ + q₂/x₂))}; no limits when a group has no success. Of no width
   * when everybody succeeds in both groups. Where there are limits, 95.5 % for ten trials against
   * ten, 94.5 % for ten against 40.
   *
   * @see <a href="https://doi.org/10.2307/2530610">Katz, Baptista, Azen and Pike (1978), Biometrics
   *     34:469</a>
   */
  KATZ {
    @Override
    Multiple withLimits(Multiple ratio, TwoRates rates, double z) {
      if (rates.x1() == 0 || rates.x2() == 0) {
        return ratio;
      }
      double variance = (1 - rates.p1()) / rates.x1() + (1 - rates.p2()) / rates.x2();
      return ratio.withLogNormalLimits(Math.sqrt(variance), z);
    }
  },

  /**
   * All quotients {@code ρ} with {@code |p₁-ρp₂| ≤ z·√((p̃₁q̃₁/n₁ + ρ²p̃₂q̃₂/n₂)·N/(N-1))}, {@code
   * p̃₁ = ρp̃₂} being the likeliest shares and {@code N = n₁+n₂}; the lower limit is 0 when the
   * first group has no success, and there is no upper one when the second has none. 95.6 % for ten
   * trials against ten, 95.0 % for 200 against 200. The house choice.
   *
   * @see <a href="https://doi.org/10.1002/sim.4780040211">Miettinen and Nurminen (1985), Statistics
   *     in Medicine 4:213</a>
   */
  SCORE {
    @Override
    Multiple withLimits(Multiple ratio, TwoRates rates, double z) {
      return ratio.withLimits(
          Score.lowerRatio(rates, z),
          rates.x2() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Score.upperRatio(rates, z)));
    }
  };

  /**
   * Returns the quotient of two shares of counts.
   *
   * @param first successes over trials of one group, at most 10<sup>9</sup> trials
   * @param second those of the other group, independent of the first
   * @param confidence the level, strictly between 0 and 1, such as 0.95
   * @return {@code p₁/p₂} with its limits, {@code n} the trials of both groups; no value when the
   *     second group has no success, and no limits either when a group has no trials
   * @throws IllegalArgumentException if a ratio is not one of counts or the level is out of range
   */
  public Multiple of(Ratio first, Ratio second, double confidence) {
    TwoRates rates = TwoRates.of(this, first, second, confidence);
    if (rates.isIncomplete()) {
      return Multiple.noData(rates.n(), confidence, NoData.NOTHING_OBSERVED);
    }
    Multiple ratio =
        Multiple.of(
            (double) rates.x1() * rates.n2(),
            (double) rates.x2() * rates.n1(),
            rates.n(),
            confidence);
    return withLimits(ratio, rates, Confidence.normal(confidence));
  }

  abstract Multiple withLimits(Multiple ratio, TwoRates rates, double z);
}
