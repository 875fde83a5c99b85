package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.signal.ConfidenceSequence;
import dev.pacesetter.metrics.signal.Cusum;
import dev.pacesetter.metrics.signal.Ewma;
import dev.pacesetter.metrics.signal.RateChart;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A figure a day watched for a change: control chart, CUSUM, EWMA and confidence sequence. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class SignalBenchmark extends BesidePlainCode {
  @Param({"100", "10000"})
  public int days;

  private long[] closed;
  private long[] won;
  private double[] levels;

  @Override
  void prepare() {
    closed = SalesFigures.closed(days, SEED);
    won = SalesFigures.won(closed, SEED);
    levels = SalesFigures.levels(days, SEED);
  }

  @Override
  void check() {
    if (!Arrays.equals(chartPacesetter(), chartPlain())) {
      throw new IllegalStateException(
          "%s outside here and %s there; there must be one answer"
              .formatted(chartPacesetter().length, chartPlain().length));
    }
    agree("days of CUSUM alarms", cusumPacesetter(), cusumPlain(), 0);
    agree("days of EWMA alarms", ewmaPacesetter(), ewmaPlain(), 0);
    agree("widths of the sequence", sequencePacesetter(), sequencePlain(), 1e-9);
  }

  @Benchmark
  public int[] chartPacesetter() {
    return RateChart.ofProportion(won, closed).outside();
  }

  @Benchmark
  public int[] chartPlain() {
    double share = (double) Arrays.stream(won).sum() / Arrays.stream(closed).sum();
    return IntStream.range(0, days)
        .filter(
            day ->
                Math.abs((double) won[day] / closed[day] - share)
                    > 3 * Math.sqrt(share * (1 - share) / closed[day]))
        .toArray();
  }

  @Benchmark
  public int cusumPacesetter() {
    Cusum chart = Cusum.around(100, 10);
    int alarms = 0;
    for (double level : levels) {
      alarms += chart.add(level) ? 1 : 0;
    }
    return alarms;
  }

  @Benchmark
  public int cusumPlain() {
    double up = 0;
    double down = 0;
    int alarms = 0;
    for (double level : levels) {
      up = Math.max(0, up + level - 105);
      down = Math.max(0, down + 95 - level);
      alarms += up > 50 || down > 50 ? 1 : 0;
    }
    return alarms;
  }

  @Benchmark
  public int ewmaPacesetter() {
    Ewma chart = Ewma.around(100, 10).withWeight(0.2).withWidth(3);
    int alarms = 0;
    for (double level : levels) {
      alarms += chart.add(level) ? 1 : 0;
    }
    return alarms;
  }

  @Benchmark
  public int ewmaPlain() {
    double average = 100;
    double forgotten = 1;
    int alarms = 0;
    for (double level : levels) {
      average = 0.2 * level + 0.8 * average;
      forgotten *= 0.64;
      double deviation = 10 * Math.sqrt(0.2 / 1.8 * (1 - forgotten));
      alarms += Math.abs(average - 100) > 3 * deviation ? 1 : 0;
    }
    return alarms;
  }

  /** The interval of each day. */
  @Benchmark
  public double sequencePacesetter() {
    long trials = 0;
    long successes = 0;
    double widths = 0;
    for (int day = 0; day < days; day++) {
      trials += closed[day];
      successes += won[day];
      widths +=
          ConfidenceSequence.proportion(Ratio.of(successes, trials), CONFIDENCE)
              .interval()
              .orElseThrow()
              .width();
    }
    return widths;
  }

  @Benchmark
  public double sequencePlain() {
    int trials = 0;
    int successes = 0;
    double widths = 0;
    for (int day = 0; day < days; day++) {
      trials += (int) closed[day];
      successes += (int) won[day];
      widths += limit(successes, trials, 1) - limit(successes, trials, 0);
    }
    return widths;
  }

  /** Where the probability of the successes falls to 0.05/(n+1), between the share and an end. */
  private static double limit(int successes, int trials, double end) {
    double in = (double) successes / trials;
    double out = end;
    while (Math.abs(out - in) > 1e-12) {
      double middle = (in + out) / 2;
      double chance = BinomialDistribution.of(trials, middle).probability(successes);
      if ((trials + 1.0) * chance > 1 - CONFIDENCE) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return out;
  }
}
