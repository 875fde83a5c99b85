package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Intervals of the win rates of many people. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class IntervalBenchmark extends BesidePlainCode {
  @Param({"10", "1000"})
  public int people;

  private long[] closed;
  private long[] won;

  @Override
  void prepare() {
    closed = SalesFigures.closed(people, SEED);
    won = SalesFigures.won(closed, SEED);
  }

  @Override
  void check() {
    agree("Wilson", wilsonPacesetter(), wilsonCommons(), 1e-12);
    agree("Clopper and Pearson", exactPacesetter(), exactCommons(), 1e-9);
  }

  @Benchmark
  public double wilsonPacesetter() {
    return widths(ProportionInterval.WILSON);
  }

  @Benchmark
  public double wilsonCommons() {
    return widths(BinomialConfidenceInterval.WILSON_SCORE);
  }

  @Benchmark
  public double exactPacesetter() {
    return widths(ProportionInterval.CLOPPER_PEARSON);
  }

  @Benchmark
  public double exactCommons() {
    return widths(BinomialConfidenceInterval.CLOPPER_PEARSON);
  }

  private double widths(ProportionInterval method) {
    double sum = 0;
    for (int i = 0; i < people; i++) {
      Interval interval = method.of(won[i], closed[i], CONFIDENCE);
      sum += interval.width();
    }
    return sum;
  }

  private double widths(BinomialConfidenceInterval method) {
    double sum = 0;
    for (int i = 0; i < people; i++) {
      var interval = method.fromErrorRate((int) closed[i], (int) won[i], 1 - CONFIDENCE);
      sum += interval.getUpperBound() - interval.getLowerBound();
    }
    return sum;
  }
}
