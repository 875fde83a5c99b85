package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.WeightedSample;
import java.util.EnumSet;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.Statistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Mean, deviation, skewness, median and upper tenth of amounts; a mean of weighted ones. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class DescriptionBenchmark extends BesidePlainCode {
  private static final EnumSet<Statistic> MOMENTS =
      EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.SKEWNESS);
  private static final Quantile TYPE_7 = Quantile.withDefaults().with(EstimationMethod.HF7);

  @Param({"1000", "1000000"})
  public int values;

  private double[] amounts;
  private double[] weights;

  @Override
  void prepare() {
    amounts = SalesFigures.amounts(values, SEED);
    weights = SalesFigures.amounts(values, SEED + 1);
  }

  @Override
  void check() {
    double[] ours = describePacesetter();
    double[] theirs = describeCommons();
    for (int i = 0; i < ours.length; i++) {
      agree("figure " + i, ours[i], theirs[i], i == 2 ? 0.01 : 1e-9); // their skewness is adjusted
    }
    agree("weighted mean", weightedPacesetter().value(), weightedPlain(), 1e-9);
  }

  /** The intervals of mean, median and upper tenth are in it. */
  @Benchmark
  public double[] describePacesetter() {
    Sample sample = Sample.of(Unit.MONEY, amounts);
    return new double[] {
      sample.mean().value(),
      sample.standardDeviation().value(),
      sample.skewness().orElseThrow(),
      sample.median().value(),
      sample.quantile(0.9).value()
    };
  }

  @Benchmark
  public double[] describeCommons() {
    DoubleStatistics moments = DoubleStatistics.of(MOMENTS, amounts);
    double[] quantiles = TYPE_7.evaluate(amounts, 0.5, 0.9);
    return new double[] {
      moments.getAsDouble(Statistic.MEAN),
      moments.getAsDouble(Statistic.STANDARD_DEVIATION),
      moments.getAsDouble(Statistic.SKEWNESS),
      quantiles[0],
      quantiles[1]
    };
  }

  /** With its interval. */
  @Benchmark
  public Measure weightedPacesetter() {
    return WeightedSample.of(Unit.MONEY, amounts, weights).mean();
  }

  @Benchmark
  public double weightedPlain() {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += amounts[i] * weights[i];
      total += weights[i];
    }
    return sum / total;
  }
}
