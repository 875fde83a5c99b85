package dev.pacesetter.metrics.forecast;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import java.util.Objects;

/** Whether forecast intervals held what they promised, and how wide they had to be for it. */
public final class IntervalScores {
  private final Unit unit;
  private final double confidence;
  private final int n;
  private final int inside;
  private final double widths;
  private final double misses;

  private IntervalScores(
      Unit unit, double confidence, int n, int inside, double widths, double misses) {
    this.unit = unit;
    this.confidence = confidence;
    this.n = n;
    this.inside = inside;
    this.widths = widths;
    this.misses = misses;
  }

  /**
   * Returns the scores of forecasts.
   *
   * @param unit what a value counts
   * @param confidence the level the intervals promise, strictly between 0 and 1
   * @param lower their lower ends
   * @param upper their upper ends, none below the lower one
   * @param actual the values that came
   * @return the scores
   * @throws IllegalArgumentException if the numbers of entries differ, the level is out of range,
   *     ends are out of order, or a value is not finite or above 1e100 in magnitude
   */
  public static IntervalScores of(
      Unit unit, double confidence, double[] lower, double[] upper, double[] actual) {
    Confidence.check("IntervalScores confidence", confidence);
    Columns.checkLength("IntervalScores lower ends", actual.length, lower.length);
    Columns.checkLength("IntervalScores upper ends", actual.length, upper.length);
    double[] values = Columns.finite("IntervalScores actual", actual);
    double[] from = Columns.finite("IntervalScores lower end", lower);
    double[] to = Columns.finite("IntervalScores upper end", upper);
    int inside = 0;
    double widths = 0;
    double misses = 0;
    for (int i = 0; i < values.length; i++) {
      if (from[i] > to[i]) {
        throw new IllegalArgumentException(
            "IntervalScores interval "
                + i
                + " is ["
                + from[i]
                + ", "
                + to[i]
                + "]; the ends must be in order");
      }
      double miss = Math.max(0, Math.max(from[i] - values[i], values[i] - to[i]));
      inside += miss == 0 ? 1 : 0;
      widths += to[i] - from[i];
      misses += miss;
    }
    return new IntervalScores(
        Objects.requireNonNull(unit), confidence, values.length, inside, widths, misses);
  }

  /**
   * Returns the share of values that lay within their interval, ends included.
   *
   * @return the coverage with its 95 % Wilson interval, which holds the promised level when the
   *     intervals are right; no data without values
   */
  public Measure coverage() {
    return ProportionInterval.WILSON.measure(Ratio.of(inside, n), 0.95);
  }

  /**
   * Returns the mean width.
   *
   * @return the mean in the unit, at least 0; no data without values
   */
  public Measure meanWidth() {
    return mean(widths);
  }

  /**
   * Returns the Winkler score: {@code mean (width + (2/α)·miss)}, {@code α = 1 - confidence} and
   * the miss the distance of a value to its interval; least on average for the true interval.
   *
   * @return the mean in the unit, at least 0; no data without values
   * @see <a href="https://doi.org/10.1080/01621459.1972.10481224">Winkler (1972)</a>
   */
  public Measure winkler() {
    return mean(widths + 2 / (1 - confidence) * misses);
  }

  private Measure mean(double sum) {
    return n == 0 ? Measure.noData(unit, 0, NoData.NOTHING_OBSERVED) : Measure.of(sum / n, unit, n);
  }
}
