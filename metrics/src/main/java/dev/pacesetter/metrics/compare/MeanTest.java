package dev.pacesetter.metrics.compare;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Whether the means of two independent groups differ, such as scores before and after a training.
 *
 * <p>For numbers without wild outliers; the amounts of deals are better compared by {@link
 * RankTest} and {@link RankShift}. Below, {@code x̄}, {@code s²} and {@code n} are mean, variance
 * with divisor {@code n-1} and number of the values of a group.
 */
public final class MeanTest {
  /** Keeps squares finite for every possible number of values. */
  private static final double LARGEST = 1e140;

  private final Unit unit;
  private final long n1;
  private final long n2;
  private final double mean1;
  private final double mean2;
  private final double variance1;
  private final double variance2;

  private MeanTest(
      Unit unit, long n1, long n2, double mean1, double mean2, double variance1, double variance2) {
    this.unit = unit;
    this.n1 = n1;
    this.n2 = n2;
    this.mean1 = mean1;
    this.mean2 = mean2;
    this.variance1 = variance1;
    this.variance2 = variance2;
  }

  /**
   * The outcome of a t-test.
   *
   * @param t the statistic, positive when the mean of the first group is larger
   * @param degreesOfFreedom those of its Student distribution, at least 1
   * @param pValues the tails of that distribution
   */
  public record Outcome(double t, double degreesOfFreedom, PValues pValues) {}

  /**
   * Returns the comparison of two groups.
   *
   * @param unit what a value counts
   * @param first the values of the first group, in any order; not changed
   * @param second the values of the second group, in any order; not changed
   * @return the comparison
   * @throws IllegalArgumentException if a value is not finite or its magnitude is above 1e140
   */
  public static MeanTest of(Unit unit, double[] first, double[] second) {
    requireFinite("first", first);
    requireFinite("second", second);
    // Means that are large beside their spread keep their digits when both lose the same number.
    double origin = first.length > 0 ? first[0] : 0;
    double mean1 = mean(first, origin);
    double mean2 = mean(second, origin);
    return new MeanTest(
        Objects.requireNonNull(unit),
        first.length,
        second.length,
        mean1,
        mean2,
        variance(first, origin, mean1),
        variance(second, origin, mean2));
  }

  private static void requireFinite(String group, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) { // so that NaN is refused too
        throw new IllegalArgumentException(
            "MeanTest value "
                + i
                + " of the "
                + group
                + " group is "
                + values[i]
                + "; it must be from -1e140 to 1e140");
      }
    }
  }

  private static double mean(double[] values, double origin) {
    if (values.length == 0) {
      return 0;
    }
    double sum = 0;
    for (double x : values) {
      sum += x - origin;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double x : values) {
      rest += x - origin - mean;
    }
    return mean + rest / values.length;
  }

  private static double variance(double[] values, double origin, double mean) {
    double squares = 0;
    double rest = 0;
    for (double x : values) {
      double deviation = x - origin - mean;
      squares += deviation * deviation;
      rest += deviation;
    }
    return values.length < 2
        ? 0
        : Math.max(0, squares - rest * rest / values.length) / (values.length - 1);
  }

  /**
   * Returns the number of values of both groups.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n1 + n2;
  }

  /**
   * Returns {@code x̄₁ - x̄₂} with Welch's interval {@code ± t·√(s₁²/n₁ + s₂²/n₂)}.
   *
   * <p>It is for values that are about normal, or many. Intervals of 95 % contain the truth in 94.9
   * to 95.6 % of simulated normal groups of 5 to 200 values. Skewed values, as amounts are, of few
   * in one group are outside its assumption: of log-normal ones it contains 82.1 % for 5 values
   * against 20 with a third of their spread, 93.5 % for 50 against 20 and 95.2 % for 200 against
   * 200. There {@link RankShift#factor} says how many times as large the amounts are, and contains
   * the truth in 95.8 %, 95.0 % and 94.8 %.
   *
   * @param confidence the level, strictly between 0 and 1, such as 0.95
   * @return the difference; no data when a group is empty, no interval where there is no test
   * @throws IllegalArgumentException if the level is out of range
   */
  public Measure difference(double confidence) {
    Confidence.check("MeanTest confidence", confidence);
    if (n1 == 0 || n2 == 0) {
      return Measure.noData(unit, n(), NoData.NOTHING_OBSERVED);
    }
    double difference = mean1 - mean2;
    Measure measure = Measure.of(difference, unit, n());
    return welch()
        .map(Outcome::degreesOfFreedom)
        .map(
            degrees -> {
              double t = Confidence.student(confidence, degrees);
              double half = t * Math.sqrt(variance1 / n1 + variance2 / n2);
              return measure.withInterval(
                  new Interval(difference - half, difference + half, confidence));
            })
        .orElse(measure);
  }

  /**
   * Returns why there is no test.
   *
   * @return nothing observed when a group is empty, too few when one has a single value or nothing
   *     varies in either; empty when there is a test
   */
  public Optional<NoData> reason() {
    if (n1 == 0 || n2 == 0) {
      return Optional.of(NoData.NOTHING_OBSERVED);
    }
    return n1 < 2 || n2 < 2 || (variance1 == 0 && variance2 == 0)
        ? Optional.of(NoData.TOO_FEW)
        : Optional.empty();
  }

  /**
   * Returns Welch's test, which lets the groups vary differently; the house choice: {@code t =
   * (x̄₁-x̄₂)/√(s₁²/n₁ + s₂²/n₂)} with Satterthwaite's degrees of freedom.
   *
   * @return the outcome; empty where there is no test
   * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947), Biometrika 34:28</a>
   */
  public Optional<Outcome> welch() {
    return test(DataDispersion.HETEROSCEDASTIC);
  }

  /**
   * Returns Student's test, which takes both groups to vary alike: {@code t = (x̄₁-x̄₂)/(s·√(1/n₁ +
   * 1/n₂))} with the pooled {@code s² = ((n₁-1)s₁² + (n₂-1)s₂²)/(n₁+n₂-2)} and {@code n₁+n₂-2}
   * degrees of freedom.
   *
   * @return the outcome; empty where there is no test
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908), Biometrika 6:1</a>
   */
  public Optional<Outcome> pooled() {
    return test(DataDispersion.HOMOSCEDASTIC);
  }

  private Optional<Outcome> test(DataDispersion dispersion) {
    if (reason().isPresent()) {
      return Optional.empty();
    }
    var result =
        TTest.withDefaults().with(dispersion).test(mean1, variance1, n1, mean2, variance2, n2);
    double t = result.getStatistic();
    double degrees = result.getDegreesOfFreedom();
    return Optional.of(new Outcome(t, degrees, PValues.of(TDistribution.of(degrees), t)));
  }

  /**
   * Returns Cohen's d, the difference in pooled standard deviations: {@code (x̄₁-x̄₂)/s}; by custom
   * 0.2 is small, 0.5 medium and 0.8 large.
   *
   * @return the effect size; empty where there is no test
   * @see "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition"
   */
  public OptionalDouble effectSize() {
    if (reason().isPresent()) {
      return OptionalDouble.empty();
    }
    double pooled = ((n1 - 1) * variance1 + (n2 - 1) * variance2) / (n1 + n2 - 2);
    return OptionalDouble.of((mean1 - mean2) / Math.sqrt(pooled));
  }
}
