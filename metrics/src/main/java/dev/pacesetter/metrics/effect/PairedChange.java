package dev.pacesetter.metrics.effect;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * How people changed from before to after, each compared with himself or herself.
 *
 * <p>Says that figures changed, not why: the season or a new product changes them too, and figures
 * of people chosen for being low recover by themselves, see {@link RegressionToTheMean}.
 */
public final class PairedChange {
  /** The exact distribution is used up to as many people. */
  private static final int MOST_EXACT = 1_000;

  private final Unit unit;
  private final double[] changes; // sorted
  private final double scale;
  private final double confidence;

  private PairedChange(Unit unit, double[] changes, double scale, double confidence) {
    this.unit = unit;
    this.changes = changes;
    this.scale = scale;
    this.confidence = confidence;
  }

  /**
   * Returns the comparison at 95 % confidence.
   *
   * @param unit what the figures count
   * @param before each person's figure before, at most 1e100 in magnitude
   * @param after the same people's figures after, in the same order
   * @return the comparison
   * @throws IllegalArgumentException if the lengths differ or a figure is out of range
   */
  public static PairedChange of(Unit unit, double[] before, double[] after) {
    Figures.checkPairs("Before and after", before.length, after.length);
    Figures.check("Figure before", before);
    Figures.check("Figure after", after);
    double[] changes = new double[before.length];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = after[i] - before[i];
    }
    Arrays.sort(changes);
    return new PairedChange(unit, changes, Figures.scale(before, after), 0.95);
  }

  /**
   * Returns the comparison with another confidence.
   *
   * @param level the level, strictly between 0 and 1
   * @return the comparison
   * @throws IllegalArgumentException if the level is out of range
   */
  public PairedChange withConfidence(double level) {
    Confidence.check("Effect confidence", level);
    return new PairedChange(unit, changes, scale, level);
  }

  /**
   * Returns the mean change with its paired t test.
   *
   * @return after less before; no data for nobody, no interval for one person or when all changed
   *     alike
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
   */
  public Effect change() {
    int n = changes.length;
    if (n == 0) {
      return Effect.noData(unit, 0);
    }
    double mean = Figures.mean(changes);
    if (n == 1) {
      return Effect.uncertain(mean, unit, 1);
    }
    double error = Math.sqrt(Figures.variance(changes) / n);
    return Effect.of(mean, unit, n, error, n - 1.0, scale, confidence);
  }

  /**
   * Returns the standard deviation of the changes, with divisor {@code n - 1}.
   *
   * @return the deviation; no data for fewer than two people
   */
  public Measure deviation() {
    int n = changes.length;
    return n < 2
        ? Measure.noData(unit, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW)
        : Measure.of(Math.sqrt(Figures.variance(changes)), unit, n);
  }

  /**
   * Returns the mean change in standard deviations of the changes, Cohen's d<sub>z</sub>.
   *
   * @return the standardised change; empty where {@link #change} has no standard error
   */
  public OptionalDouble standardised() {
    OptionalDouble t = change().t();
    return t.isPresent()
        ? OptionalDouble.of(t.getAsDouble() / Math.sqrt(changes.length))
        : OptionalDouble.empty();
  }

  /**
   * Returns the sum of the ranks, by magnitude, of the changes upwards: Wilcoxon's {@code V}.
   *
   * @return the sum, with mean ranks for equal magnitudes; 0 when nobody changed, empty for nobody
   */
  public OptionalDouble signedRankSum() {
    if (changes.length == 0) {
      return OptionalDouble.empty();
    }
    boolean nobodyChanged = Arrays.stream(changes).allMatch(change -> change == 0);
    return OptionalDouble.of(
        nobodyChanged ? 0 : WilcoxonSignedRankTest.withDefaults().statistic(changes));
  }

  /**
   * Returns the two-sided p-value of Wilcoxon's signed rank test, which a few huge changes do not
   * sway.
   *
   * <p>Exact for up to 1,000 people without unchanged figures and without changes of equal
   * magnitude; otherwise from the normal approximation, corrected for continuity and ties, with
   * unchanged figures ranked and then left out (Pratt).
   *
   * @return the p-value; 1 when nobody changed, empty for nobody
   * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon (1945)</a>
   */
  public OptionalDouble signedRankPValue() {
    if (changes.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sizes = Arrays.stream(changes).map(Math::abs).sorted().toArray();
    if (sizes[sizes.length - 1] == 0) {
      return OptionalDouble.of(1);
    }
    boolean distinct = sizes[0] > 0 && sizes.length <= MOST_EXACT;
    for (int i = 1; i < sizes.length; i++) {
      distinct &= sizes[i] > sizes[i - 1];
    }
    PValueMethod method = distinct ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC;
    double p = WilcoxonSignedRankTest.withDefaults().with(method).test(changes).getPValue();
    return OptionalDouble.of(Math.min(1, p));
  }
}
