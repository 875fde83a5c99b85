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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GammaPriorTest {
  static List<Golden> moments() {
    return Golden.of("shrinkage_funnel", "gamma_poisson_moments");
  }

  static List<Golden> likelihoods() {
    return Golden.of("shrinkage_funnel", "gamma_poisson_mle");
  }

  static List<Golden> posteriors() {
    return Golden.of("shrinkage_funnel", "gamma_posterior");
  }

  @ParameterizedTest
  @MethodSource("moments")
  void theFitByMomentsAgreesWithTheGoldenValues(Golden golden) {
    PriorFit<GammaPrior> fit =
        GammaPrior.fitByMoments(
            Golden.longs(golden.in("counts")), Golden.doubles(golden.in("exposures")));

    assertThat(GoldenFit.status(fit)).isEqualTo(golden.out("status").asText());
    golden.assertClose("pooledRate", fit.pooledRate().orElseThrow(), golden.out("pooledRate"));
    GoldenFit.assertClose(golden, "betweenVariance", fit.spread());
    assertPrior(golden, fit);
  }

  @ParameterizedTest
  @MethodSource("likelihoods")
  void theFitByLikelihoodAgreesWithTheGoldenValues(Golden golden) {
    PriorFit<GammaPrior> fit =
        GammaPrior.fitByLikelihood(
            Golden.longs(golden.in("counts")), Golden.doubles(golden.in("exposures")));

    assertThat(GoldenFit.status(fit)).isEqualTo(golden.out("status").asText());
    assertPrior(golden, fit);
    assertThat(fit.logLikelihood().isPresent()).isEqualTo(fit.prior().isPresent());
  }

  private static void assertPrior(Golden golden, PriorFit<GammaPrior> fit) {
    if (fit.prior().isEmpty()) {
      assertThat(golden.out("shape").isNull()).isTrue();
      return;
    }
    golden.assertClose("shape", fit.prior().get().shape(), golden.out("shape"));
    golden.assertClose("rate", fit.prior().get().rate(), golden.out("rate"));
  }

  @ParameterizedTest
  @MethodSource("posteriors")
  void posteriorsAgreeWithTheGoldenValues(Golden golden) {
    GammaPrior prior = new GammaPrior(golden.in("shape").asDouble(), golden.in("rate").asDouble());
    long[] counts = Golden.longs(golden.in("counts"));
    double[] exposures = Golden.doubles(golden.in("exposures"));
    for (int i = 0; i < counts.length; i++) {
      JsonNode expected = golden.out("posterior").get(i);
      Measure measure =
          prior.posterior(counts[i], exposures[i]).measure(golden.in("confidence").asDouble());
      golden.assertClose("mean", measure.value(), expected.get("mean"));
      golden.assertClose("lower", measure.interval().orElseThrow().lower(), expected.get("lower"));
      golden.assertClose("upper", measure.interval().orElseThrow().upper(), expected.get("upper"));
      assertThat(measure.n()).isEqualTo(counts[i]);
      assertThat(measure.unit()).isEqualTo(Unit.COUNT);
    }
  }

  @Test
  void theLikelihoodIsTheProbabilityOfWhatWasCounted() {
    // one event in one of two equal exposures: the rates differ by no more than chance
    PriorFit<GammaPrior> fit = GammaPrior.fitByLikelihood(new long[] {0, 6}, new double[] {1, 1});
    GammaPrior prior = fit.prior().orElseThrow();
    // negative binomial: P(0) = q^a and P(6) = C(a+5, 6) q^a (1-q)^6 with q = rate/(rate+1)
    double q = prior.rate() / (prior.rate() + 1);
    double a = prior.shape();
    double choose = a * (a + 1) * (a + 2) * (a + 3) * (a + 4) * (a + 5) / 720;
    double expected = Math.log(Math.pow(q, 2 * a) * choose * Math.pow(1 - q, 6));

    assertThat(fit.logLikelihood().orElseThrow()).isCloseTo(expected, within(1e-10));
  }

  @Test
  void nobodyIsUndefinedAndHasNoRate() {
    assertThat(GammaPrior.fitByMoments(new long[0], new double[0]).outcome())
        .isEqualTo(Outcome.UNDEFINED);
    assertThat(GammaPrior.fitByMoments(new long[1], new double[1]).pooledRate()).isEmpty();
    assertThat(GammaPrior.fitByLikelihood(new long[1], new double[1]).outcome())
        .isEqualTo(Outcome.NO_FINITE_MAXIMUM);
  }

  @Test
  void shrinkageIsTheWeightOfThePrior() {
    Posterior posterior = new GammaPrior(2, 10).posterior(9, 30);

    assertThat(posterior.shrinkage()).isEqualTo(0.25);
    assertThat(posterior.mean()).isCloseTo(0.25 * 0.2 + 0.75 * 0.3, within(1e-15));
    assertThat(new GammaPrior(2, 10).posterior(0, 0).shrinkage()).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GammaPrior(1, -1))
        .withMessageContaining("shape 1.0 and rate -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GammaPrior(1, 1).posterior(1, 0))
        .withMessageContaining("a count of 1 in an exposure of 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GammaPrior(1, 1).posterior(0, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GammaPrior.fitByMoments(new long[1], new double[2]))
        .withMessageContaining("1 counts and 2 exposures");
  }
}
