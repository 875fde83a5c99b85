package dev.pacesetter.metrics.effect;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Trained and untrained people compared on their figures after, less what their figures before
 * already told: the same effect with a smaller error.
 *
 * <p>{@code y - θ·(x - mean x)} with {@code θ = cov(x, y) / var(x)} over all people, {@code x}
 * before and {@code y} after, compared by Welch's t test. The error shrinks by the factor {@code
 * √(1-r²)}, {@code r} the correlation of before and after. It assumes that chance decided who is
 * trained; where it did not, use {@link DifferenceInDifferences}. Where before does not vary,
 * {@code θ} is 0 and nothing is gained.
 *
 * @see <a href="https://doi.org/10.1145/2433396.2433413">Deng, Xu, Kohavi and Walker (2013)</a>
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947)</a>
 */
public final class Cuped {
  private final Unit unit;
  private final boolean[] trained;
  private final double[] before;
  private final double[] after;
  private final double confidence;

  private Cuped(Unit unit, boolean[] trained, double[] before, double[] after, double confidence) {
    this.unit = unit;
    this.trained = trained;
    this.before = before;
    this.after = after;
    this.confidence = confidence;
  }

  /**
   * Returns the comparison at 95 % confidence.
   *
   * @param unit what the figure after counts; that before may be another one
   * @param trained who was trained; copied
   * @param before each person's figure before the training, at most 1e100 in magnitude; copied
   * @param after each person's figure after it, at most 1e100 in magnitude; copied
   * @return the comparison
   * @throws IllegalArgumentException if the lengths differ or a figure is out of range
   */
  public static Cuped of(Unit unit, boolean[] trained, double[] before, double[] after) {
    Figures.checkPairs("Before and after", before.length, after.length);
    checkArgument(
        trained.length == after.length,
        "There are %s marks of training and %s figures; there must be one of each a person",
        trained.length,
        after.length);
    Figures.check("Figure before", before);
    Figures.check("Figure after", after);
    return new Cuped(unit, trained.clone(), before.clone(), after.clone(), 0.95);
  }

  /**
   * Returns the comparison with another confidence.
   *
   * @param level the level, strictly between 0 and 1
   * @return the comparison
   * @throws IllegalArgumentException if the level is out of range
   */
  public Cuped withConfidence(double level) {
    Confidence.check("Effect confidence", level);
    return new Cuped(unit, trained, before, after, level);
  }

  /**
   * Returns by how much the figure after rises with the figure before, {@code θ}.
   *
   * @return the slope; 0 where before does not vary or there is nobody
   */
  public double slope() {
    double spread = before.length == 0 ? 0 : Figures.products(before, before);
    return spread == 0 ? 0 : Figures.products(before, after) / spread;
  }

  /**
   * Returns the correlation of before and after over all people.
   *
   * @return the correlation, from -1 to 1; empty where one of them does not vary
   */
  public OptionalDouble correlation() {
    if (before.length == 0) {
      return OptionalDouble.empty();
    }
    double spread =
        Math.sqrt(Figures.products(before, before)) * Math.sqrt(Figures.products(after, after));
    return spread == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(-1, Math.min(1, Figures.products(before, after) / spread)));
  }

  /**
   * Returns which share of the variance the figures before explain, {@code r²}.
   *
   * @return the share, from 0 to 1; empty where before or after does not vary
   */
  public OptionalDouble varianceReduction() {
    OptionalDouble correlation = correlation();
    return correlation.isPresent()
        ? OptionalDouble.of(correlation.getAsDouble() * correlation.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Returns the difference of the plain means after.
   *
   * @return trained less untrained; no data when one group is empty, no interval when it has one
   *     person or nothing varies
   */
  public Effect unadjusted() {
    return welch(after);
  }

  /**
   * Returns the difference of the means after, less what before told.
   *
   * @return trained less untrained; no data when one group is empty, no interval when it has one
   *     person or nothing varies
   */
  public Effect adjusted() {
    double slope = slope();
    if (slope == 0) {
      return welch(after);
    }
    double mean = Figures.mean(before);
    double[] adjusted = new double[after.length];
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = after[i] - slope * (before[i] - mean);
    }
    return welch(adjusted);
  }

  private Effect welch(double[] figures) {
    double[] with = group(figures, true);
    double[] without = group(figures, false);
    if (with.length == 0 || without.length == 0) {
      return Effect.noData(unit, figures.length);
    }
    double difference = Figures.mean(with) - Figures.mean(without);
    if (with.length == 1 || without.length == 1) {
      return Effect.uncertain(difference, unit, figures.length);
    }
    Spread spread =
        Spread.NONE
            .plus(Figures.variance(with) / with.length, with.length - 1)
            .plus(Figures.variance(without) / without.length, without.length - 1);
    return Effect.of(
        difference,
        unit,
        figures.length,
        Math.sqrt(spread.variance()),
        spread.degreesOfFreedom(),
        Figures.scale(after),
        confidence);
  }

  private double[] group(double[] figures, boolean mark) {
    double[] group = new double[figures.length];
    int size = 0;
    for (int i = 0; i < figures.length; i++) {
      if (trained[i] == mark) {
        group[size++] = figures[i];
      }
    }
    return Arrays.copyOf(group, size);
  }
}
