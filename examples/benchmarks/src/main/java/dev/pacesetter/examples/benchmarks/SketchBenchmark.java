package dev.pacesetter.examples.benchmarks;

import com.tdunning.math.stats.TDigest;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.SampleSketch;
import dev.pacesetter.metrics.Unit;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * A stream taken once: mean, deviation and quantiles within 1 %, beside another library's moments
 * and sketch, and beside keeping and sorting all. With {@code -prof gc} a sketch allocates as much
 * for a long stream as for a short one.
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class SketchBenchmark extends BesidePlainCode {
  private static final double ERROR = 0.01;

  @Param({"100000", "10000000"})
  public int values;

  private double[] amounts;

  @Override
  void prepare() {
    amounts = SalesFigures.amounts(values, SEED);
  }

  @Override
  void check() {
    Sample all = Sample.of(Unit.MONEY, amounts);
    SampleSketch sketch = pacesetter();
    for (double p : new double[] {0.01, 0.5, 0.9, 0.99}) {
      double exact = all.quantile(p).value();
      agree("quantile " + p, sketch.quantile(p, CONFIDENCE).value(), exact, ERROR);
      agree("quantile of the digest " + p, tDigest().quantile(p), exact, 5 * ERROR);
    }
    agree("mean", sketch.mean(CONFIDENCE).value(), all.mean().value(), 1e-12);
    double deviation = sketch.standardDeviation().value();
    agree("deviation", deviation, all.standardDeviation().value(), 1e-10);
    agree("deviation", deviation, commons().getAsDouble(Statistic.STANDARD_DEVIATION), 1e-10);
  }

  @Benchmark
  public SampleSketch pacesetter() {
    SampleSketch sketch = SampleSketch.of(Unit.MONEY, ERROR);
    for (double amount : amounts) {
      sketch.add(amount);
    }
    return sketch;
  }

  /** Without quantiles, which it has of arrays alone. */
  @Benchmark
  public DoubleStatistics commons() {
    DoubleStatistics statistics =
        DoubleStatistics.of(
            EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.MIN, Statistic.MAX));
    for (double amount : amounts) {
      statistics.accept(amount);
    }
    return statistics;
  }

  /** Without mean and deviation. */
  @Benchmark
  public TDigest tDigest() {
    TDigest digest = TDigest.createMergingDigest(100);
    for (double amount : amounts) {
      digest.add(amount);
    }
    return digest;
  }

  /** Keeps all and is exact. */
  @Benchmark
  public Sample sample() {
    return Sample.of(Unit.MONEY, amounts);
  }
}
