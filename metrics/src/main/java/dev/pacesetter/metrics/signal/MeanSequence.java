package dev.pacesetter.metrics.signal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;

/**
 * The mean of bounded observations with an interval that holds at every look, fed one observation
 * at a time.
 *
 * <p>The predictable plug-in empirical Bernstein sequence. On observations scaled to [0, 1], with
 * {@code m(i)} and {@code v(i)} mean and variance so far (each shrunk by one pretended
 * observation),
 *
 * <pre>{@code
 * λ(i) = min(1/2, √(2·ln(2/α) / (v(i-1)·i·ln(1+i))))
 * ( Σλ(i)·x(i) ± (ln(2/α) + Σ(x(i)-m(i-1))²·(-ln(1-λ(i))-λ(i))) ) / Σλ(i)
 * }</pre>
 *
 * clipped to the bounds. It adapts to the spread it meets: bounds far beyond what occurs cost
 * little. Assumed are only the bounds and that each observation, given those before it, has the
 * same mean. Since each weight depends on the observations before it, two states cannot be merged;
 * {@link ConfidenceSequence#mean} can, for a known spread. Not for use by several threads at once.
 *
 * @see <a href="https://doi.org/10.1093/jrsssb/qkad009">Waudby-Smith and Ramdas (2024), theorem
 *     2</a>
 */
public final class MeanSequence {
  private final Unit unit;
  private final double lowest;
  private final double highest;
  private final double confidence;
  private final double needed; // ln(2/α)

  private long n;
  private double sum;
  private double squares;
  private double weights;
  private double weightedSum;
  private double penalty;

  private MeanSequence(Unit unit, double lowest, double highest, double confidence) {
    checkArgument(
        lowest < highest && Math.abs(lowest) <= 1e150 && Math.abs(highest) <= 1e150,
        "MeanSequence bounds are %s and %s; they must be in order and within 1e150",
        lowest,
        highest);
    Confidence.check("MeanSequence confidence", confidence);
    this.unit = unit;
    this.lowest = lowest;
    this.highest = highest;
    this.confidence = confidence;
    this.needed = Math.log(2 / (1 - confidence));
  }

  /**
   * Returns a sequence at 95 % confidence that has seen nothing yet.
   *
   * @param unit what an observation counts
   * @param lowest the lowest value an observation can have, at least -1e150
   * @param highest the highest value an observation can have, above {@code lowest}, at most 1e150
   * @return the sequence
   * @throws IllegalArgumentException if the bounds are out of order or range
   */
  public static MeanSequence within(Unit unit, double lowest, double highest) {
    return new MeanSequence(unit, lowest, highest, 0.95);
  }

  /**
   * Returns a fresh sequence with another confidence.
   *
   * @param level the level, strictly between 0 and 1
   * @return the sequence; it has seen nothing yet
   * @throws IllegalArgumentException if the level is out of range
   */
  public MeanSequence withConfidence(double level) {
    return new MeanSequence(unit, lowest, highest, level);
  }

  /**
   * Takes the next observation.
   *
   * @param observation the observation, within the bounds
   * @throws IllegalArgumentException if the observation is not within the bounds
   */
  public void add(double observation) {
    if (!(observation >= lowest && observation <= highest)) { // so that NaN is refused too
      throw new IllegalArgumentException(
          "MeanSequence observation "
              + n
              + " is "
              + observation
              + "; it must be from "
              + lowest
              + " to "
              + highest);
    }
    double x = (observation - lowest) / (highest - lowest);
    double meanBefore = (0.5 + sum) / (n + 1);
    double varianceBefore = (0.25 + squares) / (n + 1);
    n++;
    double weight =
        Math.min(0.5, Math.sqrt(2 * needed / (varianceBefore * n * Math.log1p((double) n))));
    double surprise = x - meanBefore;
    weights += weight;
    weightedSum += weight * x;
    penalty += surprise * surprise * (-Math.log1p(-weight) - weight);
    sum += x;
    double mean = (0.5 + sum) / (n + 1);
    squares += (x - mean) * (x - mean);
  }

  /**
   * Returns the mean of all observations so far with its interval.
   *
   * @return the mean; no data when nothing was observed
   */
  public Measure mean() {
    if (n == 0) {
      return Measure.noData(unit, 0, NoData.NOTHING_OBSERVED);
    }
    double center = weightedSum / weights;
    double half = (needed + penalty) / weights;
    Interval interval =
        new Interval(
            scaled(Math.max(0, center - half)), scaled(Math.min(1, center + half)), confidence);
    return Measure.of(scaled(Math.min(1, sum / n)), unit, n).withInterval(interval);
  }

  /**
   * Returns the number of observations taken.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n;
  }

  private double scaled(double share) {
    return lowest + share * (highest - lowest);
  }
}
