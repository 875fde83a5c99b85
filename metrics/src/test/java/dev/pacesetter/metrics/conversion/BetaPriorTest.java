package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.PriorFit.Outcome;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BetaPriorTest {
  static List<Golden> moments() {
    return Golden.of("shrinkage_funnel", "beta_binomial_moments");
  }

  static List<Golden> likelihoods() {
    return Golden.of("shrinkage_funnel", "beta_binomial_mle");
  }

  static List<Golden> posteriors() {
    return Golden.of("shrinkage_funnel", "beta_posterior");
  }

  @ParameterizedTest
  @MethodSource("moments")
  void theFitByMomentsAgreesWithTheGoldenValues(Golden golden) {
    PriorFit<BetaPrior> fit =
        BetaPrior.fitByMoments(
            Golden.longs(golden.in("successes")), Golden.longs(golden.in("trials")));

    assertThat(GoldenFit.status(fit)).isEqualTo(golden.out("status").asText());
    golden.assertClose("pooledRate", fit.pooledRate().orElseThrow(), golden.out("pooledRate"));
    GoldenFit.assertClose(golden, "rho", fit.spread());
    assertPrior(golden, fit);
    assertThat(fit.logLikelihood()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("likelihoods")
  void theFitByLikelihoodAgreesWithTheGoldenValues(Golden golden) {
    PriorFit<BetaPrior> fit =
        BetaPrior.fitByLikelihood(
            Golden.longs(golden.in("successes")), Golden.longs(golden.in("trials")));

    assertThat(GoldenFit.status(fit)).isEqualTo(golden.out("status").asText());
    GoldenFit.assertClose(golden, "logLikelihood", fit.logLikelihood());
    assertPrior(golden, fit);
  }

  private static void assertPrior(Golden golden, PriorFit<BetaPrior> fit) {
    if (fit.prior().isEmpty()) {
      assertThat(golden.out("alpha").isNull()).isTrue();
      return;
    }
    golden.assertClose("alpha", fit.prior().get().alpha(), golden.out("alpha"));
    golden.assertClose("beta", fit.prior().get().beta(), golden.out("beta"));
  }

  @ParameterizedTest
  @MethodSource("posteriors")
  void posteriorsAgreeWithTheGoldenValues(Golden golden) {
    BetaPrior prior = new BetaPrior(golden.in("alpha").asDouble(), golden.in("beta").asDouble());
    long[] successes = Golden.longs(golden.in("successes"));
    long[] trials = Golden.longs(golden.in("trials"));
    for (int i = 0; i < trials.length; i++) {
      JsonNode expected = golden.out("posterior").get(i);
      Posterior posterior = prior.posterior(successes[i], trials[i]);
      Measure measure = posterior.measure(golden.in("confidence").asDouble());
      golden.assertClose("mean", measure.value(), expected.get("mean"));
      golden.assertClose("variance", posterior.variance(), expected.get("variance"));
      golden.assertClose("shrinkage", posterior.shrinkage(), expected.get("shrinkage"));
      golden.assertClose("lower", measure.interval().orElseThrow().lower(), expected.get("lower"));
      golden.assertClose("upper", measure.interval().orElseThrow().upper(), expected.get("upper"));
      assertThat(measure.n()).isEqualTo(trials[i]);
      assertThat(measure.unit()).isEqualTo(Unit.RATIO);
    }
  }

  @Nested
  class WithoutMuchToLearnFrom {
    @Test
    void nobodyIsUndefinedAndHasNoRate() {
      long[] none = {};

      assertThat(BetaPrior.fitByMoments(none, none).outcome()).isEqualTo(Outcome.UNDEFINED);
      assertThat(BetaPrior.fitByMoments(none, none).pooledRate()).isEmpty();
      assertThat(BetaPrior.fitByLikelihood(none, none).outcome())
          .isEqualTo(Outcome.NO_FINITE_MAXIMUM);
      assertThat(BetaPrior.fitByLikelihood(none, none).pooledRate()).isEmpty();
    }

    @Test
    void peersWithoutTrialsAreLeftOut() {
      PriorFit<BetaPrior> some =
          BetaPrior.fitByMoments(new long[] {3, 5, 8}, new long[] {10, 10, 10});

      assertThat(BetaPrior.fitByMoments(new long[] {3, 0, 5, 8}, new long[] {10, 0, 10, 10}))
          .isEqualTo(some);
      assertThat(some.peers()).isEqualTo(3);
    }

    @Test
    void allOrNothingHasNoPrior() {
      long[] successes = {0, 5, 0, 6};
      long[] trials = {5, 5, 7, 6};

      assertThat(BetaPrior.fitByMoments(successes, trials).outcome()).isEqualTo(Outcome.DEGENERATE);
      assertThat(BetaPrior.fitByMoments(successes, trials).spread().orElseThrow())
          .isGreaterThanOrEqualTo(1);
      assertThat(BetaPrior.fitByLikelihood(successes, trials).outcome())
          .isEqualTo(Outcome.NO_FINITE_MAXIMUM);
    }

    @Test
    void nothingOrEverythingWonIsUndefined() {
      long[] trials = {5, 7};
      for (long[] successes : List.of(new long[] {0, 0}, trials)) {
        assertThat(BetaPrior.fitByMoments(successes, trials).outcome())
            .isEqualTo(Outcome.UNDEFINED);
        assertThat(BetaPrior.fitByLikelihood(successes, trials).outcome())
            .isEqualTo(Outcome.NO_FINITE_MAXIMUM);
      }
    }
  }

  @Test
  void aThousandMillionTrialsAreNoTrouble() {
    long n = 1_000_000_000;
    long[] successes = {n / 10, n / 5, n / 4, n / 3};
    long[] trials = {n, n, n, n};
    BetaPrior byLikelihood = BetaPrior.fitByLikelihood(successes, trials).prior().orElseThrow();
    // with so many trials the shares are as good as known: the fit is that of a beta distribution
    // to 0.1, 0.2, 0.25 and 1/3, whose likelihood has slope 0 there
    double a = byLikelihood.alpha();
    double b = byLikelihood.beta();
    double meanLog = (Math.log(0.1) + Math.log(0.2) + Math.log(0.25) + Math.log(1 / 3.0)) / 4;
    double score = Digamma.value(a) - Digamma.value(a + b) - meanLog;

    assertThat(score).isCloseTo(0, within(1e-7));
    assertThat(new BetaPrior(a, b).posterior(n / 10, n).mean()).isCloseTo(0.1, within(1e-7));
    assertThat(new BetaPrior(a, b).posterior(n / 10, n).interval(0.95).width())
        .isCloseTo(2 * 1.959964 * Math.sqrt(0.09 / n), within(1e-8));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaPrior(0, 1))
        .withMessage("BetaPrior has alpha 0.0 and beta 1.0; both must be from 1e-100 to 1e100");
    assertThatIllegalArgumentException().isThrownBy(() -> new BetaPrior(1, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaPrior(1, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaPrior(1, 1).posterior(3, 2))
        .withMessageContaining("3 successes in 2 trials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BetaPrior.fitByMoments(new long[1], new long[2]))
        .withMessageContaining("1 counts of successes and 2 of trials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BetaPrior(1, 1).posterior(1, 2).interval(1))
        .withMessageContaining("confidence is 1.0");
  }
}
