package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether what is given a chance of 70 % happens in 70 % of all cases, on generated pipelines whose
 * true win rates are known here and hidden from the forecast.
 */
@Tag("simulation")
class AttainmentSimulation {
  private static final int PIPELINES = 2_000;
  private static final double[][] STAGES = {{2, 10}, {4, 10}, {6, 8}, {8, 4}};
  private static final BetaDistribution[] RATES =
      Arrays.stream(STAGES)
          .map(stage -> BetaDistribution.of(stage[0], stage[1]))
          .toArray(BetaDistribution[]::new);
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** One pipeline, what is known of it, and what came of it. */
  private record Case(Pipeline truth, UncertainPipeline known, long target, long total) {}

  private static Case draw(SplittableRandom random, int closedMost) {
    double[] rates = new double[RATES.length];
    long[] won = new long[RATES.length];
    long[] lost = new long[RATES.length];
    for (int stage = 0; stage < rates.length; stage++) {
      rates[stage] = RATES[stage].inverseCumulativeProbability(random.nextDouble());
      int closed = random.nextInt(closedMost / 4, closedMost);
      for (int i = 0; i < closed; i++) {
        if (random.nextDouble() < rates[stage]) {
          won[stage]++;
        } else {
          lost[stage]++;
        }
      }
    }
    int deals = random.nextInt(8, 60);
    long[] amounts = new long[deals];
    int[] stages = new int[deals];
    double[] probabilities = new double[deals];
    long total = 0;
    for (int deal = 0; deal < deals; deal++) {
      double normal = NORMAL.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
      amounts[deal] = 10_000 * Math.round(1 + 100 * Math.exp(normal));
      stages[deal] = random.nextInt(RATES.length);
      probabilities[deal] = rates[stages[deal]];
      total += random.nextDouble() < probabilities[deal] ? amounts[deal] : 0;
    }
    UncertainPipeline known = UncertainPipeline.of(amounts, stages, won, lost).withDraws(100);
    long target = Math.max(1, Math.round(known.atMeanRates().mean() * random.nextDouble(0.4, 1.7)));
    return new Case(Pipeline.of(amounts, probabilities), known, target, total);
  }

  @Test
  void attainmentProbabilitiesAreCalibrated() {
    System.out.println(
        "closed deals a stage | forecast            | slope | error | Brier | skill");
    for (int closedMost : new int[] {12, 40, 200}) {
      SplittableRandom random = new SplittableRandom(20_240_701L + closedMost);
      double[] certain = new double[PIPELINES];
      double[] uncertain = new double[PIPELINES];
      double[] plugged = new double[PIPELINES];
      boolean[] attained = new boolean[PIPELINES];
      for (int i = 0; i < PIPELINES; i++) {
        Case drawn = draw(random, closedMost);
        attained[i] = drawn.total >= drawn.target;
        certain[i] = drawn.truth.outcome(1 << 14).probabilityOfAtLeast(drawn.target).value();
        Measure attainment = drawn.known.attainment(drawn.target, 0.9, i);
        uncertain[i] = attainment.value();
        plugged[i] =
            drawn.known.atMeanRates().outcome(1 << 14).probabilityOfAtLeast(drawn.target).value();
      }
      print(closedMost, "true rates", BrierScore.of(certain, attained));
      print(closedMost, "rates from Beta", BrierScore.of(uncertain, attained));
      print(closedMost, "rates taken as known", BrierScore.of(plugged, attained));
      assertThat(BrierScore.of(certain, attained).calibrationSlope().value()).isBetween(0.9, 1.1);
      assertThat(BrierScore.of(uncertain, attained).calibrationSlope().value()).isBetween(0.9, 1.1);
      if (closedMost == 40) {
        print(BrierScore.of(uncertain, attained).byBins(10));
      }
    }
  }

  private static void print(int closed, String forecast, BrierScore score) {
    System.out.printf(
        Locale.ROOT,
        "%8d to %-8d | %-20s| %.3f | %.3f | %.3f | %.3f%n",
        closed / 4,
        closed - 1,
        forecast,
        score.calibrationSlope().value(),
        score.byBins(10).calibrationError().value(),
        score.score().value(),
        score.skill().value());
  }

  private static void print(ReliabilityTable table) {
    System.out.println("    forecast | happened [95 %]         | n");
    for (int row = 0; row < table.rows(); row++) {
      Measure observed = table.observed(row, 0.95);
      System.out.printf(
          Locale.ROOT,
          "    %8.3f | %.3f [%.3f, %.3f] | %d%n",
          table.forecast(row),
          observed.value(),
          observed.interval().orElseThrow().lower(),
          observed.interval().orElseThrow().upper(),
          observed.n());
    }
  }

  @Test
  void intervalsOfTheAttainmentProbabilityHoldTheTrueOne() {
    SplittableRandom random = new SplittableRandom(77);
    System.out.println("closed deals a stage | coverage of the 90 % interval, n");
    for (int closedMost : new int[] {12, 40, 200}) {
      int inside = 0;
      int n = 1_000;
      for (int i = 0; i < n; i++) {
        Case drawn = draw(random, closedMost);
        Measure attainment = drawn.known.attainment(drawn.target, 0.9, i);
        double truth = drawn.truth.outcome(1 << 14).probabilityOfAtLeast(drawn.target).value();
        boolean isInside =
            attainment
                .interval()
                .map(held -> held.contains(truth))
                .orElse(truth == attainment.value());
        inside += isInside ? 1 : 0;
      }
      double coverage = (double) inside / n;
      System.out.printf(
          Locale.ROOT, "%8d to %-8d | %.3f, %d%n", closedMost / 4, closedMost - 1, coverage, n);
      assertThat(coverage).isBetween(0.87, 0.93);
    }
  }

  @Test
  void rangesOfTheTotalHoldWhatTheyPromise() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 4_000;
    double[] lower = new double[n];
    double[] upper = new double[n];
    double[] actual = new double[n];
    for (int i = 0; i < n; i++) {
      Case drawn = draw(random, 40);
      PipelineOutcome outcome = drawn.truth.outcome(1 << 14);
      lower[i] = outcome.quantile(0.1).value();
      upper[i] = outcome.quantile(0.9).value();
      actual[i] = drawn.total;
    }
    Measure coverage = IntervalScores.of(Unit.MONEY, 0.8, lower, upper, actual).coverage();
    System.out.println("10 % to 90 % of the total, true rates: " + coverage);
    assertThat(coverage.value()).isBetween(0.785, 0.83);
  }
}
