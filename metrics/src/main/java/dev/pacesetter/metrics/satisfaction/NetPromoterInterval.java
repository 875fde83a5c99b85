package dev.pacesetter.metrics.satisfaction;

/**
 * Confidence intervals for a net promoter score of {@code P} promoters and {@code D} detractors in
 * {@code n} answers.
 *
 * <p>Below, {@code z} is the normal quantile of {@code 1 - α/2}; limits are clipped to [-100, 100].
 */
public enum NetPromoterInterval {
  /**
   * {@code 100·(p - d ± z·√((p + d - (p-d)²)/(n+2)))} with {@code p = (P+1)/(n+2)} and {@code d =
   * (D+1)/(n+2)}, extended to the score where that lies outside; close to the stated confidence
   * from ten answers on, conservative for fewer (simulated at 95 %: 97.6 % for 5 answers, 96.4 %
   * for 10, 95.3 % for 50), and no certainty when all answers fall into one class. The house
   * choice.
   *
   * @see <a href="https://doi.org/10.3102/1076998611411915">Bonett and Price (2012), Journal of
   *     Educational and Behavioral Statistics 37:479</a>
   */
  ADJUSTED,

  /**
   * The formula of the textbook, for comparison with other software only: {@code 100·(p - d ±
   * z·√((p + d - (p-d)²)/n))} with {@code p = P/n} and {@code d = D/n}; too narrow for few answers
   * (simulated at 95 %: 77 % for 5, 91 % for 20). When all fall into one class it is the score
   * alone, which claims certainty even from one answer.
   *
   * @see <a href="http://www.cybaea.net/Journal/2016/01/14/NPS-confidence-intervals-stats/">on the
   *     variance</a>
   */
  WALD
}
