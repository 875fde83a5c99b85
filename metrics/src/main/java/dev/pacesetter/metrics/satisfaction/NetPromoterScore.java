package dev.pacesetter.metrics.satisfaction;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The net promoter score: "would you recommend us?", answered from 0 to 10.
 *
 * @param promoters answers 9 and 10
 * @param passives answers 7 and 8
 * @param detractors answers 0 to 6
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {
  private static final int FIRST_PASSIVE = 7;
  private static final int FIRST_PROMOTER = 9;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public NetPromoterScore {
    checkArgument(
        promoters >= 0 && passives >= 0 && detractors >= 0,
        "NetPromoterScore has %s promoters, %s passives, %s detractors; none may be negative",
        promoters,
        passives,
        detractors);
  }

  /**
   * Returns the score of a histogram.
   *
   * @param answers how often 0, 1, ... 10 was answered: eleven counts
   * @return the score
   * @throws IllegalArgumentException if there are not eleven counts, or one is negative
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public static NetPromoterScore ofHistogram(long... answers) {
    Histogram.check("NetPromoterScore", answers, 11);
    return new NetPromoterScore(
        Histogram.sum(answers, FIRST_PROMOTER, 11),
        Histogram.sum(answers, FIRST_PASSIVE, FIRST_PROMOTER),
        Histogram.sum(answers, 0, FIRST_PASSIVE));
  }

  /**
   * Returns the number of answers.
   *
   * @return promoters, passives and detractors
   * @throws ArithmeticException if the sum does not fit a {@code long}
   */
  public long answers() {
    return Math.addExact(Math.addExact(promoters, passives), detractors);
  }

  /**
   * Returns the score with its interval.
   *
   * <p>{@code 100·(p - d)} points from -100 to 100, {@code p} and {@code d} the shares of promoters
   * and detractors; limits {@code ± z·100·√((p + d - (p-d)²) / n)}, clipped to that range. When all
   * answers fall into one class, the formula would claim certainty even from one answer; there is
   * no interval then.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the score as a {@link Unit#SCORE}; no data without answers
   * @throws IllegalArgumentException if the level is out of range
   * @see <a href="http://www.cybaea.net/Journal/2016/01/14/NPS-confidence-intervals-stats/">on the
   *     variance</a>
   */
  public Measure score(double confidence) {
    checkArgument(
        confidence > 0 && confidence < 1,
        "NetPromoterScore confidence is %s; it must be between 0 and 1, both excluded",
        confidence);
    long n = answers();
    if (n == 0) {
      return Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED);
    }
    double score = 100.0 * (promoters - detractors) / n;
    Measure measure = Measure.of(score, Unit.SCORE, n);
    if (promoters == n || passives == n || detractors == n) {
      return measure;
    }
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double margin = z * standardError();
    return measure.withInterval(
        new Interval(Math.max(-100, score - margin), Math.min(100, score + margin), confidence));
  }

  /**
   * Returns the standard error of the score, in points.
   *
   * @return {@code 100·√((p + d - (p-d)²) / n)}; 0 when all answers fall into one class
   * @throws IllegalStateException without answers
   */
  public double standardError() {
    long n = answers();
    if (n == 0) {
      throw new IllegalStateException("NetPromoterScore has no answers, so no standard error");
    }
    double net = (double) (promoters - detractors) / n;
    double variance = (double) (promoters + detractors) / n - net * net;
    return 100 * Math.sqrt(Math.max(0, variance) / n);
  }

  /**
   * Returns the share of the asked who answered.
   *
   * @param asked how many were asked, at least the number of answers
   * @param confidence the level, strictly between 0 and 1
   * @return the response rate with its Wilson interval; no data when nobody was asked
   * @throws IllegalArgumentException if fewer were asked than answered
   */
  public Measure responseRate(long asked, double confidence) {
    return Histogram.responseRate(answers(), asked, confidence);
  }
}
