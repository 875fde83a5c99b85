package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.forecast.Pipeline;
import dev.pacesetter.metrics.forecast.PipelineOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * The exact distribution of what open deals bring, of whole hundreds up to about 50,000; beside the
 * table of probabilities one fills deal by deal.
 */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class PipelineBenchmark extends BesidePlainCode {
  private static final int UNIT = 10_000; // a hundred in minor units

  @Param({"20", "200"})
  public int deals;

  private long[] amounts;
  private double[] chances;
  private long target;

  @Override
  void prepare() {
    amounts = new long[deals];
    chances = SalesFigures.shares(deals, SEED + 1);
    double[] values = SalesFigures.amounts(deals, SEED);
    for (int i = 0; i < deals; i++) {
      amounts[i] = UNIT * (1 + (long) Math.min(500, values[i] / UNIT));
      target += amounts[i] / 2;
    }
  }

  @Override
  void check() {
    agree("attainment", pacesetter().probabilityOfAtLeast(target).value(), plain(), 1e-9);
    if (!pacesetter().isExact()) {
      throw new IllegalStateException("the outcome is not exact; both sides must be");
    }
  }

  @Benchmark
  public PipelineOutcome pacesetter() {
    return Pipeline.of(amounts, chances).outcome();
  }

  @Benchmark
  public double plain() {
    int sum = 0;
    for (long amount : amounts) {
      sum += (int) (amount / UNIT);
    }
    double[] chance = new double[sum + 1];
    chance[0] = 1;
    int reached = 0;
    for (int deal = 0; deal < deals; deal++) {
      int units = (int) (amounts[deal] / UNIT);
      reached += units;
      for (int total = reached; total >= 0; total--) {
        double won = total >= units ? chance[total - units] * chances[deal] : 0;
        chance[total] = chance[total] * (1 - chances[deal]) + won;
      }
    }
    double attained = 0;
    for (int total = 0; total <= sum; total++) {
      attained += (long) total * UNIT >= target ? chance[total] : 0;
    }
    return attained;
  }
}
