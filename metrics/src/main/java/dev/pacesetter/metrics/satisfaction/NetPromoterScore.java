package dev.pacesetter.metrics.satisfaction;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.OptionalDouble;

/**
 * The net promoter score: "would you recommend us?", answered from 0 to 10.
 *
 * @param promoters answers 9 and 10
 * @param passives answers 7 and 8
 * @param detractors answers 0 to 6
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {
  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public NetPromoterScore {
    checkArgument(
        promoters >= 0 && passives >= 0 && detractors >= 0,
        "NetPromoterScore has %s promoters, %s passives, %s detractors; each must be at least 0",
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
    Histogram.check("NetPromoterScore", answers, Recommendation.HIGHEST + 1);
    return new NetPromoterScore(
        Histogram.sum(answers, Recommendation.FIRST_PROMOTER, answers.length),
        Histogram.sum(answers, Recommendation.FIRST_PASSIVE, Recommendation.FIRST_PROMOTER),
        Histogram.sum(answers, 0, Recommendation.FIRST_PASSIVE));
  }

  /**
   * Returns the score of these answers and others.
   *
   * @param other other answers
   * @return the score of all
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public NetPromoterScore plus(NetPromoterScore other) {
    return new NetPromoterScore(
        Math.addExact(promoters, other.promoters),
        Math.addExact(passives, other.passives),
        Math.addExact(detractors, other.detractors));
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
   * Returns the score with its {@link NetPromoterInterval#ADJUSTED} interval.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return {@code 100·(promoters - detractors)/answers} as a {@link Unit#SCORE} from -100 to 100;
   *     no data without answers
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure score(double confidence) {
    return score(NetPromoterInterval.ADJUSTED, confidence);
  }

  /**
   * Returns the score with an interval of the stated kind.
   *
   * @param method how the interval is computed
   * @param confidence the level, strictly between 0 and 1
   * @return {@code 100·(promoters - detractors)/answers} as a {@link Unit#SCORE} from -100 to 100;
   *     no data without answers
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure score(NetPromoterInterval method, double confidence) {
    double z = Recommendation.z(confidence);
    long n = answers();
    if (n == 0) {
      return Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED);
    }
    double rounded = 100.0 * (promoters - detractors) / n;
    double score = Math.max(-100, Math.min(100, rounded));
    Interval interval =
        method == NetPromoterInterval.WALD
            ? Recommendation.clipped(score, z * standardError().orElseThrow(), score, confidence)
            : Recommendation.adjusted(
                (double) promoters, (double) detractors, (double) n, z, score, confidence);
    return Measure.of(score, Unit.SCORE, n).withInterval(interval);
  }

  /**
   * Returns the variance of one answer, counted as 1 from a promoter, 0 from a passive and -1 from
   * a detractor.
   *
   * @return {@code p + d - (p-d)²}, from 0 to 1, computed as {@code (4PD + A(P+D))/n²} with {@code
   *     A} passives, which is exactly 0 when all answers fall into one class; empty without answers
   */
  public OptionalDouble variance() {
    double n = answers();
    double p = promoters / n;
    double d = detractors / n;
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(4 * p * d + passives / n * (p + d));
  }

  /**
   * Returns the standard error of the score.
   *
   * @return {@code 100·√(variance/n)} points; empty without answers
   */
  public OptionalDouble standardError() {
    return error(answers());
  }

  /**
   * Returns the standard error of the score by the unbiased variance.
   *
   * @return {@code 100·√(variance/(n-1))} points; empty for fewer than two answers, since one says
   *     nothing about spread
   */
  public OptionalDouble unbiasedStandardError() {
    return error(answers() - 1);
  }

  /**
   * Returns the margin of error as it is usually stated, half the {@link NetPromoterInterval#WALD}
   * interval before it is clipped.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return {@code z·standardError} points; empty without answers
   * @throws IllegalArgumentException if the level is out of range
   */
  public OptionalDouble marginOfError(double confidence) {
    double z = Recommendation.z(confidence);
    OptionalDouble error = standardError();
    return error.isPresent() ? OptionalDouble.of(z * error.getAsDouble()) : error;
  }

  private OptionalDouble error(long divisor) {
    return divisor <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * Math.sqrt(variance().orElseThrow() / divisor));
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
