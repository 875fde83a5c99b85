package dev.pacesetter.examples.benchmarks;

import static org.apache.commons.math3.special.Beta.logBeta;

import dev.pacesetter.metrics.conversion.BetaPrior;
import dev.pacesetter.metrics.conversion.PeerEstimates;
import dev.pacesetter.metrics.conversion.PriorFit;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * How win rates of peers spread, by the likelihood of the beta-binomial distribution; beside a
 * general optimiser over the same likelihood.
 */
@SuppressWarnings("NullAway.Init") // JMH sets the state up
public class ShrinkageBenchmark extends BesidePlainCode {
  @Param({"20", "1000"})
  public int peers;

  private long[] closed;
  private long[] won;

  @Override
  void prepare() {
    closed = SalesFigures.closed(peers, SEED);
    won = SalesFigures.won(closed, SEED);
  }

  @Override
  void check() {
    BetaPrior ours = fitPacesetter().prior().orElseThrow();
    double[] theirs = fitCommons();
    agree("alpha", ours.alpha(), theirs[0], 1e-4);
    agree("beta", ours.beta(), theirs[1], 1e-4);
  }

  @Benchmark
  public PriorFit<BetaPrior> fitPacesetter() {
    return BetaPrior.fitByLikelihood(won, closed);
  }

  @Benchmark
  public double[] fitCommons() {
    double[] logarithms =
        new SimplexOptimizer(1e-13, 1e-13)
            .optimize(
                new MaxEval(10_000),
                GoalType.MAXIMIZE,
                new InitialGuess(new double[] {0, 0}),
                new NelderMeadSimplex(2),
                new ObjectiveFunction(point -> density(Math.exp(point[0]), Math.exp(point[1]))))
            .getPoint();
    return new double[] {Math.exp(logarithms[0]), Math.exp(logarithms[1])};
  }

  private double density(double alpha, double beta) {
    double sum = -peers * logBeta(alpha, beta);
    for (int i = 0; i < peers; i++) {
      sum += logBeta(alpha + won[i], beta + closed[i] - won[i]);
    }
    return sum;
  }

  /** Every peer's share with the interval that knows the prior is a guess; no peer has it. */
  @Benchmark
  public double estimatesPacesetter() {
    PeerEstimates estimates = PeerEstimates.ofShares(won, closed);
    double sum = 0;
    for (int i = 0; i < peers; i++) {
      sum += estimates.estimate(i).value();
    }
    return sum;
  }
}
