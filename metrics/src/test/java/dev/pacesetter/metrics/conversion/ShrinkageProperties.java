package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ShrinkageProperties {
  private static final double SLACK = 1e-12;

  @Property
  void theMeanLiesBetweenTheOwnRateAndThatOfThePrior(
      @ForAll @DoubleRange(min = 0.1, max = 1000) double alpha,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double beta,
      @ForAll @IntRange(min = 1, max = 500) int trials,
      @ForAll @DoubleRange(min = 0, max = 1) double part) {
    BetaPrior shares = new BetaPrior(alpha, beta);
    GammaPrior rates = new GammaPrior(alpha, beta);
    long successes = Math.round(part * trials);
    double own = (double) successes / trials;

    assertBetween(shares.posterior(successes, trials).mean(), own, shares.mean());
    assertBetween(rates.posterior(successes, trials).mean(), own, rates.mean());
    assertThat(shares.posterior(0, 0).mean()).isCloseTo(shares.mean(), within(SLACK));
  }

  private static void assertBetween(double mean, double own, double prior) {
    assertThat(mean)
        .isBetween(Math.min(own, prior) * (1 - SLACK), Math.max(own, prior) * (1 + SLACK));
  }

  @Property
  void credibleIntervalsContainTheMean(
      @ForAll @DoubleRange(min = 0.5, max = 100) double alpha,
      @ForAll @DoubleRange(min = 0.5, max = 100) double beta,
      @ForAll @IntRange(min = 0, max = 500) int trials,
      @ForAll @DoubleRange(min = 0, max = 1) double part,
      @ForAll @DoubleRange(min = 0.6, max = 0.99) double confidence) {
    long successes = Math.round(part * trials);
    Measure share = new BetaPrior(alpha, beta).posterior(successes, trials).measure(confidence);
    Measure rate =
        new GammaPrior(alpha, beta).posterior(successes, trials + 1.0).measure(confidence);

    assertThat(share.interval().orElseThrow().contains(share.value())).isTrue();
    assertThat(rate.interval().orElseThrow().contains(rate.value())).isTrue();
  }

  @Property
  void credibleIntervalsShrinkAsTheRecordGrows(
      @ForAll @IntRange(min = 1, max = 9) int won, @ForAll @IntRange(min = 1, max = 50) int times) {
    // the own share is that of the prior, so that only its certainty grows
    BetaPrior prior = new BetaPrior(won, 10 - won);
    double before = prior.posterior((long) won * times, 10L * times).interval(0.95).width();
    double after =
        prior.posterior((long) won * (times + 1), 10L * (times + 1)).interval(0.95).width();

    assertThat(after).isLessThan(before);
  }

  @Property(tries = 100)
  void estimatesOfPeersAreSharesInsideTheirIntervalsInWhicheverOrder(
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 60) Integer> closed,
      @ForAll @DoubleRange(min = 0, max = 1) double part) {
    int n = closed.size();
    long[] won = new long[n];
    long[] trials = new long[n];
    long[] backWon = new long[n];
    long[] backTrials = new long[n];
    for (int i = 0; i < n; i++) {
      trials[i] = closed.get(i);
      won[i] = Math.round(trials[i] * (i % 2 == 0 ? part : 1 - part / 2));
      backTrials[n - 1 - i] = trials[i];
      backWon[n - 1 - i] = won[i];
    }
    PeerEstimates peers = PeerEstimates.ofShares(won, trials);
    PeerEstimates backwards = PeerEstimates.ofShares(backWon, backTrials);
    for (int i = 0; i < n; i++) {
      Measure estimate = peers.estimate(i);
      assertThat(estimate.value()).isBetween(0.0, 1.0);
      assertThat(estimate.interval().orElseThrow().contains(estimate.value()))
          .as("%s", estimate)
          .isTrue();
      assertThat(backwards.estimate(n - 1 - i).value()).isCloseTo(estimate.value(), within(1e-9));
    }
  }

  @Property(tries = 100)
  void moreOwnSuccessesNeverLowerTheOwnEstimate(
      @ForAll @IntRange(min = 0, max = 19) int won,
      @ForAll @IntRange(min = 0, max = 20) int other) {
    long[] trials = {20, 20, 20};
    double before = PeerEstimates.ofShares(new long[] {won, other, 10}, trials).estimate(0).value();
    double after =
        PeerEstimates.ofShares(new long[] {won + 1, other, 10}, trials).estimate(0).value();

    assertThat(after).isGreaterThan(before);
  }
}
