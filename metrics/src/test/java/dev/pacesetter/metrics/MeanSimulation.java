package dev.pacesetter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.compare.IndirectStandardisation;
import dev.pacesetter.metrics.effect.RegressionToTheMean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often intervals of 95 % around means, quantiles, ratios and correlations hold the truth. */
@Tag("simulation")
class MeanSimulation {
  private static final int ROUNDS = 20_000;

  /** Counts how often there was an interval and how often it held the truth. */
  private static final class Tally {
    private int given;
    private int held;

    void add(Measure measure, double truth) {
      if (measure.interval().isPresent()) {
        given++;
        held += measure.interval().get().contains(truth) ? 1 : 0;
      }
    }

    double print(int n, String what) {
      double coverage = (double) held / given;
      System.out.printf(
          Locale.ROOT,
          "%4d values, %-36s %.4f where it is given, %.3f%n",
          n,
          what,
          coverage,
          (double) given / ROUNDS);
      return coverage;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 50, 200})
  void intervalsOfMeansAndQuantiles(int n) {
    SplittableRandom random = new SplittableRandom(n);
    Tally mean = new Tally();
    Tally weighted = new Tally();
    Tally skewed = new Tally();
    Tally median = new Tally();
    Tally ninth = new Tally();
    Tally sketched = new Tally();
    Tally sketchedMean = new Tally();
    for (int round = 0; round < ROUNDS; round++) {
      double[] normal = new double[n];
      double[] weights = new double[n];
      double[] amounts = new double[n];
      Arrays.setAll(normal, i -> random.nextGaussian());
      Arrays.setAll(weights, i -> 1 + 2 * random.nextDouble());
      Arrays.setAll(amounts, i -> Math.exp(random.nextGaussian()));
      mean.add(Sample.of(Unit.COUNT, normal).mean(), 0);
      weighted.add(WeightedSample.of(Unit.COUNT, normal, weights).mean(), 0);
      Sample sample = Sample.of(Unit.COUNT, amounts);
      skewed.add(sample.mean(), Math.exp(0.5));
      median.add(sample.median(), 1);
      ninth.add(sample.quantile(0.9), Math.exp(1.2815515655446004));
      SampleSketch sketch = SampleSketch.of(Unit.COUNT, 0.01);
      for (double amount : amounts) {
        sketch.add(amount);
      }
      SampleSketch plain = SampleSketch.of(Unit.COUNT, 0.01);
      for (double value : normal) {
        plain.add(value);
      }
      sketchedMean.add(plain.mean(0.95), 0);
      sketched.add(sketch.quantile(0.5, 0.95), 1);
    }
    assertThat(mean.print(n, "mean, normal")).isBetween(0.935, 0.965);
    assertThat(weighted.print(n, "weighted mean, normal")).isBetween(0.935, 0.965);
    assertThat(sketchedMean.print(n, "mean of a sketch, normal")).isBetween(0.935, 0.965);
    // outside the assumption of Student, as the Javadoc says
    assertThat(skewed.print(n, "mean, log-normal")).isBetween(0.80, 0.965);
    if (n > 5) { // of five there is no interval
      assertThat(median.print(n, "median, log-normal")).isBetween(0.95, 0.99);
      assertThat(sketched.print(n, "median of a sketch, log-normal")).isBetween(0.95, 0.999);
    }
    if (n >= 50) {
      assertThat(ninth.print(n, "quantile of 90 %, log-normal")).isBetween(0.945, 0.99);
    }
  }

  /** Of units whose rates are what their mix explains, each a small part of all. */
  @ParameterizedTest
  @ValueSource(ints = {10, 30, 100})
  void intervalsOfStandardisedRatios(int trials) {
    SplittableRandom random = new SplittableRandom(trials);
    double[] rates = {0.15, 0.4, 0.6};
    int units = 20;
    Tally ratio = new Tally();
    int[] unit = new int[3 * units];
    int[] stratum = new int[3 * units];
    long[] won = new long[3 * units];
    long[] closed = new long[3 * units];
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < unit.length; row++) {
        unit[row] = row / 3;
        stratum[row] = row % 3;
        int more = (unit[row] + stratum[row]) % 3;
        closed[row] = (long) trials / 3 + more;
        won[row] = 0;
        for (int deal = 0; deal < closed[row]; deal++) {
          won[row] += random.nextDouble() < rates[stratum[row]] ? 1 : 0;
        }
      }
      ratio.add(
          IndirectStandardisation.ofRates(units, 3, unit, stratum, won, closed).ratio(0, 0.95), 1);
    }
    assertThat(ratio.print(trials, "standardised ratio")).isBetween(0.945, 0.995);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 30, 100})
  void intervalsOfTheReliabilityOfFigures(int people) {
    SplittableRandom random = new SplittableRandom(people);
    Tally correlation = new Tally();
    for (int round = 0; round < ROUNDS; round++) {
      double[] first = new double[people];
      double[] second = new double[people];
      for (int i = 0; i < people; i++) {
        double level = 0.8 * random.nextGaussian();
        first[i] = level + 0.6 * random.nextGaussian();
        second[i] = level + 0.6 * random.nextGaussian();
      }
      correlation.add(RegressionToTheMean.reliability(first, second), 0.64);
    }
    assertThat(correlation.print(people, "correlation of two periods")).isBetween(0.935, 0.965);
  }
}
