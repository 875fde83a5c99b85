package dev.pacesetter.metrics.satisfaction;

import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.jspecify.annotations.Nullable;

/**
 * Customer satisfaction: answers from 1 (very dissatisfied) to 5 (very satisfied).
 *
 * <p>The share of satisfied customers and the mean answer are different metrics: two customers who
 * answer 3 and two who answer 1 and 5 have one mean and different shares. Immutable.
 */
public final class CustomerSatisfaction {
  private final ImmutableLongArray counts;
  private final long answers;

  private CustomerSatisfaction(ImmutableLongArray counts, long answers) {
    this.counts = counts;
    this.answers = answers;
  }

  /**
   * Returns the satisfaction of a histogram.
   *
   * @param answers how often 1, 2, 3, 4, 5 was answered: five counts
   * @return the satisfaction
   * @throws IllegalArgumentException if there are not five counts, or one is negative
   * @throws ArithmeticException if the sum does not fit a {@code long}
   */
  public static CustomerSatisfaction ofHistogram(long... answers) {
    Histogram.check("CustomerSatisfaction", answers, 5);
    return new CustomerSatisfaction(
        ImmutableLongArray.copyOf(answers), Histogram.sum(answers, 0, 5));
  }

  /**
   * Returns the satisfaction of these answers and others.
   *
   * @param other other answers
   * @return the satisfaction of all
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public CustomerSatisfaction plus(CustomerSatisfaction other) {
    long[] sums = counts.toArray();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], other.counts.get(i));
    }
    return ofHistogram(sums);
  }

  /**
   * Returns the number of answers.
   *
   * @return the count, at least 0
   */
  public long answers() {
    return answers;
  }

  /**
   * Returns how many answered 4 or 5.
   *
   * @return the count, at least 0
   */
  public long satisfied() {
    return counts.get(3) + counts.get(4);
  }

  /**
   * Returns the share of answers 4 and 5 (top-2-box) with its Wilson interval.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the share; no data without answers
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure share(double confidence) {
    return ProportionInterval.WILSON.measure(Ratio.of(satisfied(), answers), confidence);
  }

  /**
   * Returns the mean answer with its Student-t interval, clipped to [1, 5].
   *
   * <p>No interval when all answers are equal, which one answer always is: no spread was seen.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the mean as a {@link Unit#SCORE} from 1 to 5; no data without answers
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure meanAnswer(double confidence) {
    Confidence.check("CustomerSatisfaction confidence", confidence);
    if (answers == 0) {
      return Measure.noData(Unit.SCORE, 0, NoData.NOTHING_OBSERVED);
    }
    double sum = 0;
    for (int i = 0; i < counts.length(); i++) {
      sum += (i + 1.0) * counts.get(i);
    }
    double mean = sum / answers;
    double squares = 0;
    int distinct = 0;
    for (int i = 0; i < counts.length(); i++) {
      squares += counts.get(i) * (i + 1 - mean) * (i + 1 - mean);
      distinct += counts.get(i) > 0 ? 1 : 0;
    }
    Measure measure = Measure.of(mean, Unit.SCORE, answers);
    if (distinct == 1) {
      return measure;
    }
    double t = Confidence.student(confidence, (double) answers - 1);
    double half = t * Math.sqrt(squares / (answers - 1) / answers);
    return measure.withInterval(
        new Interval(Math.max(1, mean - half), Math.min(5, mean + half), confidence));
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
    return Histogram.responseRate(answers, asked, confidence);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CustomerSatisfaction that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** Reads like {@code 1 to 5 answered [0, 1, 23, 26, 24] times}. */
  @Override
  public String toString() {
    return "1 to 5 answered " + counts + " times";
  }
}
