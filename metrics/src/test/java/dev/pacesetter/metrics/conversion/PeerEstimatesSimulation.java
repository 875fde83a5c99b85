package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often credible intervals of 95 % contain the true rate of a peer: of estimates that learn the
 * prior along with the rates, of the fitted prior taken for known (where there is a fit), and of
 * the prior that is known indeed.
 */
@Tag("simulation")
class PeerEstimatesSimulation {
  private static final int ESTIMATES = 4_000; // of all rounds
  private static final double NOMINAL = 0.95;

  private static final class Tally {
    private int covered;
    private int given;
    private double width;

    void add(Interval interval, double truth) {
      given++;
      covered += interval.contains(truth) ? 1 : 0;
      width += interval.width();
    }

    double coverage() {
      return (double) covered / given;
    }

    String text() {
      return given == 0
          ? "                "
          : String.format(Locale.ROOT, "%6.2f%% (%5.3f)", 100 * coverage(), width / given);
    }
  }

  private final Tally learned = new Tally();
  private final Tally fitted = new Tally();
  private final Tally known = new Tally();

  @BeforeAll
  static void printHead() {
    System.out.printf(
        Locale.ROOT,
        "%-26s %5s %6s   %-16s %-16s %-16s%n",
        "coverage (mean width)",
        "peers",
        "trials",
        "learned",
        "fitted",
        "known");
  }

  /** A strength of 0 stands for peers who are all alike. */
  @ParameterizedTest
  @CsvSource({
    "3, 10, 5",
    "3, 50, 20",
    "10, 10, 5",
    "10, 10, 20",
    "10, 50, 5",
    "10, 50, 20",
    "10, 50, 100",
    "10, 50, 0",
    "40, 20, 20",
    "40, 20, 0"
  })
  void ofShares(int peers, int trials, double strength) {
    SplittableRandom random = new SplittableRandom(peers * 1_000L + trials + (long) strength);
    BetaPrior prior = strength == 0 ? null : new BetaPrior(0.3 * strength, 0.7 * strength);
    for (int round = 0; round < ESTIMATES / peers; round++) {
      double[] truth = new double[peers];
      long[] n = new long[peers];
      long[] x = new long[peers];
      for (int i = 0; i < peers; i++) {
        truth[i] =
            prior == null
                ? 0.3
                : BetaDistribution.of(prior.alpha(), prior.beta())
                    .inverseCumulativeProbability(random.nextDouble());
        n[i] = 1L + random.nextInt(2 * trials - 1);
        for (int trial = 0; trial < n[i]; trial++) {
          x[i] += random.nextDouble() < truth[i] ? 1 : 0;
        }
      }
      PeerEstimates estimates = PeerEstimates.ofShares(x, n);
      PriorFit<BetaPrior> fit = BetaPrior.fitByLikelihood(x, n);
      for (int i = 0; i < peers; i++) {
        learned.add(estimates.estimate(i).interval().orElseThrow(), truth[i]);
        if (fit.prior().isPresent()) {
          fitted.add(fit.prior().get().posterior(x[i], n[i]).interval(NOMINAL), truth[i]);
        }
        if (prior != null) {
          known.add(prior.posterior(x[i], n[i]).interval(NOMINAL), truth[i]);
        }
      }
    }
    printAndCheck(
        strength == 0 ? "shares, all alike" : "shares, worth " + (int) strength + " trials",
        peers,
        trials);
  }

  @ParameterizedTest
  @CsvSource({"3, 12, 2", "10, 12, 2", "10, 12, 10", "10, 12, 0", "40, 12, 10"})
  void ofRates(int peers, int exposure, double shape) {
    SplittableRandom random = new SplittableRandom(peers * 1_000L + (long) shape);
    GammaPrior prior = shape == 0 ? null : new GammaPrior(shape, shape / 0.8);
    for (int round = 0; round < ESTIMATES / peers; round++) {
      double[] truth = new double[peers];
      double[] e = new double[peers];
      long[] y = new long[peers];
      for (int i = 0; i < peers; i++) {
        truth[i] =
            prior == null
                ? 0.8
                : GammaDistribution.of(prior.shape(), 1 / prior.rate())
                    .inverseCumulativeProbability(random.nextDouble());
        e[i] = 1 + random.nextInt(2 * exposure - 1);
        y[i] =
            PoissonDistribution.of(Math.max(1e-9, truth[i] * e[i]))
                .inverseCumulativeProbability(random.nextDouble());
      }
      PeerEstimates estimates = PeerEstimates.ofRates(y, e);
      PriorFit<GammaPrior> fit = GammaPrior.fitByLikelihood(y, e);
      for (int i = 0; i < peers; i++) {
        learned.add(estimates.estimate(i).interval().orElseThrow(), truth[i]);
        if (fit.prior().isPresent()) {
          fitted.add(fit.prior().get().posterior(y[i], e[i]).interval(NOMINAL), truth[i]);
        }
        if (prior != null) {
          known.add(prior.posterior(y[i], e[i]).interval(NOMINAL), truth[i]);
        }
      }
    }
    printAndCheck(
        shape == 0 ? "rates, all alike" : "rates, worth " + (int) shape + " events",
        peers,
        exposure);
  }

  private void printAndCheck(String what, int peers, int trials) {
    System.out.printf(
        Locale.ROOT,
        "%-26s %5d %6d   %-16s %-16s %-16s%n",
        what,
        peers,
        trials,
        learned.text(),
        fitted.text(),
        known.text());
    assertThat(learned.coverage()).as(what).isBetween(NOMINAL - 0.015, 1.0);
    if (known.given > 0) {
      assertThat(known.coverage()).as(what).isBetween(NOMINAL - 0.015, NOMINAL + 0.015);
    }
  }
}
