package dev.pacesetter.examples.benchmarks;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.forecast.BrierScore;
import dev.pacesetter.metrics.forecast.RankedProbabilityScore;
import dev.pacesetter.metrics.forecast.SmoothedSeries;
import dev.pacesetter.metrics.forecast.SmoothingModel;
import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Simple exponential smoothing fitted to a series; forecasts scored by CRPS and by Brier. */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class ForecastBenchmark extends BesidePlainCode {
  @Param({"60", "10000"})
  public int values;

  private double[] series;
  private double[] chances;
  private boolean[] happened;

  @Override
  void prepare() {
    series = SalesFigures.levels(values, SEED);
    for (int i = 1; i < values; i++) {
      series[i] += 0.3 * (series[i - 1] - 100); // what a level can follow
    }
    chances = SalesFigures.shares(values, SEED);
    happened = new boolean[values];
    double[] luck = SalesFigures.shares(values, SEED + 1);
    for (int i = 0; i < values; i++) {
      happened[i] = luck[i] < chances[i];
    }
  }

  @Override
  void check() {
    agree("squared errors", fitPacesetter().sumOfSquaredErrors(), fitCommons(), 1e-7);
    agree("CRPS", ensemblePacesetter(), ensemblePlain(), 1e-9);
    agree("Brier", brierPacesetter(), brierPlain(), 1e-12);
  }

  @Benchmark
  public SmoothedSeries fitPacesetter() {
    return SmoothingModel.simple().fit(Unit.COUNT, series).orElseThrow();
  }

  @Benchmark
  public double fitCommons() {
    return new BrentOptimizer(1e-8, 1e-12)
        .optimize(
            new MaxEval(1_000),
            GoalType.MINIMIZE,
            new SearchInterval(1e-4, 1 - 1e-4),
            new UnivariateObjectiveFunction(this::squaredErrors))
        .getValue();
  }

  private double squaredErrors(double alpha) {
    double level = Arrays.stream(series, 0, 10).average().orElseThrow();
    double squares = 0;
    for (double value : series) {
      double error = value - level;
      squares += error * error;
      level += alpha * error;
    }
    return squares;
  }

  @Benchmark
  public double ensemblePacesetter() {
    return RankedProbabilityScore.ofEnsemble(105, series);
  }

  @Benchmark
  public double ensemblePlain() {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double distance = 0;
    double pairs = 0;
    for (int i = 0; i < sorted.length; i++) {
      distance += Math.abs(sorted[i] - 105);
      pairs += (2 * i + 1 - n) * sorted[i];
    }
    return distance / n - pairs / (n * n);
  }

  @Benchmark
  public double brierPacesetter() {
    return BrierScore.of(chances, happened).score().value();
  }

  @Benchmark
  public double brierPlain() {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      double error = chances[i] - (happened[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / chances.length;
  }
}
