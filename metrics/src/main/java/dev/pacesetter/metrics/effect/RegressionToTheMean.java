package dev.pacesetter.metrics.effect;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;

/**
 * The change of people who were trained because their figures were low, less what low figures
 * recover by themselves.
 *
 * <p>A low figure is partly bad luck, and luck does not last: of people chosen at {@code x}, the
 * mean afterwards is {@code m + r·(x - m)} with nothing done, {@code m} the mean of all people and
 * {@code r} the correlation of two periods. The corrected effect is the mean of {@code after - (m +
 * r·(before - m))}; more generally, of {@code after} less what the line through the untrained
 * people says. It assumes that this line is straight, in particular that it holds as far down as
 * the trained people were.
 *
 * @see <a href="https://doi.org/10.1093/ije/dyh299">Barnett, van der Pols and Dobson (2005)</a>
 */
public final class RegressionToTheMean {
  private final Effect change;
  private final Effect corrected;
  private final Measure expectedChange;

  private RegressionToTheMean(Effect change, Effect corrected, Measure expectedChange) {
    this.change = change;
    this.corrected = corrected;
    this.expectedChange = expectedChange;
  }

  /**
   * Returns the correction with mean and reliability taken as known, and no change of everybody
   * from before to after; intervals have 95 % confidence.
   *
   * <p>What is not known but estimated from few people makes the interval too narrow: then use
   * {@link #comparedWith}.
   *
   * @param unit what the figures count
   * @param before the trained people's figures by which they were chosen, at most 1e100 in
   *     magnitude
   * @param after the same people's figures after the training, in the same order
   * @param mean the mean figure of all people, chosen or not
   * @param reliability the correlation of two periods over all people, from 0 (all luck) to 1 (no
   *     luck); see {@link #reliability}
   * @return the correction
   * @throws IllegalArgumentException if the lengths differ or a number is out of range
   */
  public static RegressionToTheMean given(
      Unit unit, double[] before, double[] after, double mean, double reliability) {
    PairedChange raw = PairedChange.of(unit, before, after);
    checkArgument(
        Math.abs(mean) <= 1e100, "The mean of all people is %s; it must be within 1e100", mean);
    checkArgument(
        reliability >= 0 && reliability <= 1,
        "Reliability is %s; it must be from 0 to 1",
        reliability);
    double[] expected = new double[before.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = mean + reliability * (before[i] - mean);
    }
    Effect corrected = PairedChange.of(unit, expected, after).change();
    return new RegressionToTheMean(
        raw.change(), corrected, PairedChange.of(unit, before, expected).change().estimate());
  }

  /**
   * Returns the correction by the line through people who were not trained, which also removes what
   * changed for everybody; intervals have 95 % confidence.
   *
   * <p>The variance is {@code s²/n + u²·(1/k + (b - c)²/S)}: {@code s} the deviation of the {@code
   * n} trained people from the line, {@code u} that of the {@code k} others with divisor {@code k -
   * 2}, {@code b} and {@code c} the means before of both and {@code S} the others' sum of squares
   * before. Degrees of freedom are Satterthwaite's.
   *
   * @param unit what the figures count
   * @param before the trained people's figures by which they were chosen, at most 1e100 in
   *     magnitude
   * @param after the same people's figures after the training, in the same order
   * @param othersBefore the figures before of people who were not trained
   * @param othersAfter the same people's figures after, in the same order
   * @return the correction; no data with fewer than three others, or others who were all alike
   *     before
   * @throws IllegalArgumentException if lengths of pairs differ or a figure is out of range
   */
  public static RegressionToTheMean comparedWith(
      Unit unit, double[] before, double[] after, double[] othersBefore, double[] othersAfter) {
    Effect raw = PairedChange.of(unit, before, after).change();
    PairedChange.of(unit, othersBefore, othersAfter); // checks the figures
    int n = before.length;
    int others = othersBefore.length;
    double spread = others == 0 ? 0 : Figures.products(othersBefore, othersBefore);
    if (n == 0 || others < 3 || spread == 0) {
      Effect none = Effect.noData(unit, n);
      return new RegressionToTheMean(raw, none, none.estimate());
    }
    double slope = Figures.products(othersBefore, othersAfter) / spread;
    double center = Figures.mean(othersBefore);
    double level = Figures.mean(othersAfter);
    double[] expected = line(before, center, level, slope);
    double[] misses = less(after, expected);
    double[] scatter = less(othersAfter, line(othersBefore, center, level, slope));
    double effect = Figures.mean(misses);
    Measure expectedChange = PairedChange.of(unit, before, expected).change().estimate();
    if (n == 1) {
      return new RegressionToTheMean(raw, Effect.uncertain(effect, unit, n), expectedChange);
    }
    double[] squares = new double[others];
    for (int i = 0; i < others; i++) {
      squares[i] = scatter[i] * scatter[i];
    }
    double away = Figures.mean(before) - center;
    double residual = Figures.sum(squares) / (others - 2);
    Spread variance =
        Spread.NONE
            .plus(Figures.variance(misses) / n, n - 1)
            .plus(residual * (1.0 / others + away * away / spread), others - 2);
    double scale = Figures.scale(before, after, othersBefore, othersAfter);
    Effect corrected =
        Effect.of(
            effect,
            unit,
            n,
            Math.sqrt(variance.variance()),
            variance.degreesOfFreedom(),
            scale,
            0.95);
    return new RegressionToTheMean(raw, corrected, expectedChange);
  }

  /**
   * Returns how much of one period's figures returns in another: their correlation over people,
   * with Fisher's interval at 95 % confidence.
   *
   * @param first each person's figure in one period, at most 1e100 in magnitude; of all people, not
   *     of those chosen for being low
   * @param second the same people's figures in another period, in the same order
   * @return the correlation; no data for fewer than three people or figures that do not vary, no
   *     interval for three people or a correlation of -1 or 1
   * @throws IllegalArgumentException if the lengths differ or a figure is out of range
   * @see "Fisher (1921), On the probable error of a coefficient of correlation, Metron 1:3"
   */
  public static Measure reliability(double[] first, double[] second) {
    Cuped both = Cuped.of(Unit.SCORE, new boolean[first.length], first, second);
    int n = first.length;
    if (n < 3 || both.correlation().isEmpty()) {
      return Measure.noData(Unit.SCORE, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW);
    }
    double r = both.correlation().getAsDouble();
    Measure measure = Measure.of(r, Unit.SCORE, n);
    if (n == 3 || Math.abs(r) == 1) {
      return measure;
    }
    double half = Confidence.normal(0.95) / Math.sqrt(n - 3.0);
    double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
    return measure.withInterval(new Interval(Math.tanh(z - half), Math.tanh(z + half), 0.95));
  }

  private static double[] line(double[] x, double center, double level, double slope) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = level + slope * (x[i] - center);
    }
    return y;
  }

  private static double[] less(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = first[i] - second[i];
    }
    return differences;
  }

  /**
   * Returns the change as it looks: after less before.
   *
   * @return the change of the trained people; no data for nobody
   */
  public Effect change() {
    return change;
  }

  /**
   * Returns the change to be expected without any training.
   *
   * @return the mean change, positive for people chosen for being low
   */
  public Measure expectedChange() {
    return expectedChange;
  }

  /**
   * Returns the change beyond what was to be expected.
   *
   * @return the corrected effect; no interval for one person or where nothing varies
   */
  public Effect corrected() {
    return corrected;
  }
}
