package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.compare.MeanTest;
import dev.pacesetter.metrics.compare.MultipleTesting;
import dev.pacesetter.metrics.compare.RankTest;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Two groups of amounts by Welch's and by Mann and Whitney's test; many p-values at once. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class ComparisonBenchmark extends BesidePlainCode {
  @Param({"100", "100000"})
  public int values;

  private double[] first;
  private double[] second;
  private double[] chances;

  @Override
  void prepare() {
    first = SalesFigures.amounts(values, SEED);
    second = SalesFigures.amounts(values, SEED + 1);
    chances = SalesFigures.shares(values, SEED + 2);
  }

  @Override
  void check() {
    agree("Welch", meansPacesetter(), meansCommons(), 1e-9);
    agree("Mann and Whitney", ranksPacesetter(), ranksCommons(), 1e-9);
    double[] ours = adjustPacesetter();
    double[] theirs = adjustPlain();
    for (int i = 0; i < ours.length; i++) {
      agree("adjusted " + i, ours[i], theirs[i], 1e-12);
    }
  }

  @Benchmark
  public double meansPacesetter() {
    return MeanTest.of(Unit.MONEY, first, second).welch().orElseThrow().pValues().twoSided();
  }

  @Benchmark
  public double meansCommons() {
    return TTest.withDefaults().test(first, second).getPValue();
  }

  @Benchmark
  public double ranksPacesetter() {
    return RankTest.of(first, second).pValue();
  }

  @Benchmark
  public double ranksCommons() {
    return MannWhitneyUTest.withDefaults()
        .with(PValueMethod.ASYMPTOTIC)
        .with(ContinuityCorrection.ENABLED)
        .test(first, second)
        .getPValue();
  }

  @Benchmark
  public double[] adjustPacesetter() {
    return MultipleTesting.BENJAMINI_HOCHBERG.adjust(chances);
  }

  @Benchmark
  public double[] adjustPlain() {
    int n = chances.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> chances[i]));
    double[] adjusted = new double[n];
    double least = 1;
    for (int rank = n; rank >= 1; rank--) {
      least = Math.min(least, chances[order[rank - 1]] * n / rank);
      adjusted[order[rank - 1]] = least;
    }
    return adjusted;
  }
}
