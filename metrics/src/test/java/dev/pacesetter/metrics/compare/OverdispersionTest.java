package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import dev.pacesetter.metrics.compare.Overdispersion.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OverdispersionTest {
  static List<Golden> spreads() {
    return Golden.of("shrinkage_funnel", "funnel_overdispersion");
  }

  @ParameterizedTest
  @MethodSource("spreads")
  void agreesWithTheGoldenValues(Golden golden) {
    long[] trials = Golden.longs(golden.in("trials"));
    Overdispersion spread =
        Overdispersion.ofRates(
            Golden.longs(golden.in("successes")), trials, golden.in("winsorise").asDouble());

    golden.assertClose("target", spread.target().orElseThrow(), golden.out("target"));
    golden.assertClose("z", scores(spread, Model.NONE), golden.out("z"));
    golden.assertClose(
        "winsorisedZ",
        IntStream.range(0, trials.length)
            .mapToDouble(u -> spread.winsorisedZ(u).orElseThrow())
            .toArray(),
        golden.out("winsorisedZ"));
    golden.assertClose("phi", spread.phi(), golden.out("phi"));
    golden.assertClose("phiUsed", spread.inflation(), golden.out("phiUsed"));
    golden.assertClose("tau2", spread.tauSquared(), golden.out("tau2"));
    golden.assertClose(
        "zMultiplicative", scores(spread, Model.MULTIPLICATIVE), golden.out("zMultiplicative"));
    golden.assertClose("zAdditive", scores(spread, Model.ADDITIVE), golden.out("zAdditive"));
    JsonNode multiplicative = golden.out("multiplicativeLimits95");
    JsonNode additive = golden.out("additiveLimits95");
    for (int u = 0; u < trials.length; u++) {
      golden.assertClose(
          "multiplicative", limits(spread, trials[u], Model.MULTIPLICATIVE), multiplicative.get(u));
      golden.assertClose("additive", limits(spread, trials[u], Model.ADDITIVE), additive.get(u));
    }
  }

  private static double[] scores(Overdispersion spread, Model model) {
    return IntStream.range(0, spread.units())
        .mapToDouble(u -> spread.z(u, model).orElseThrow())
        .toArray();
  }

  private static double[] limits(Overdispersion spread, long trials, Model model) {
    FunnelLimits limits = spread.limits(trials, 0.025, model);
    return new double[] {limits.lower(), limits.upper()};
  }

  @Test
  void givesBackTheSpreadThatMovingScoresTakesAway() {
    long[] won = {12, 30, 8, 41, 25, 19, 33, 5, 22, 60, 14, 27};
    long[] closed = {40, 50, 40, 60, 70, 60, 80, 30, 90, 80, 35, 45};
    Overdispersion spread = Overdispersion.ofRates(won, closed);
    Overdispersion paper = Overdispersion.ofRates(won, closed, 0.1);

    // R: integrate(function(z) pmin(abs(z), qnorm(0.9))^2 * dnorm(z), -Inf, Inf) is 0.6786546
    assertThat(spread.phi()).isCloseTo(paper.phi() / 0.6786546, within(1e-6));
    assertThat(spread.winsorisedZ(3)).isEqualTo(paper.winsorisedZ(3));
    double[] scores = scores(spread, Model.ADDITIVE);
    double[] ends = Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(scores, 0.1, 0.9);
    double squares =
        Arrays.stream(scores)
            .map(z -> Math.min(ends[1], Math.max(ends[0], z)))
            .map(z -> z * z)
            .sum();
    assertThat(squares).isCloseTo(11 * 0.6786546, within(1e-5));
  }

  @Test
  void addsNothingWhereChanceExplainsAll() {
    Overdispersion alike =
        Overdispersion.ofRates(new long[] {10, 11, 9, 10}, new long[] {50, 50, 50, 50});

    assertThat(alike.tauSquared()).isZero();
    assertThat(alike.inflation()).isEqualTo(1);
    assertThat(Overdispersion.ofRates(new long[] {3, 0}, new long[] {10, 0}).tauSquared()).isZero();
    assertThat(Overdispersion.ofRates(new long[0], new long[0]).target()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aUnitWithoutTrialsHasNoScoreAndDoesNotCount(Model model) {
    Overdispersion with = Overdispersion.ofRates(new long[] {3, 0, 5}, new long[] {10, 0, 10}, 0.1);
    Overdispersion without = Overdispersion.ofRates(new long[] {3, 5}, new long[] {10, 10}, 0.1);

    assertThat(with.z(1, model)).isEmpty();
    assertThat(with.winsorisedZ(1)).isEmpty();
    assertThat(with.phi()).isEqualTo(without.phi());
    assertThat(with.tauSquared()).isEqualTo(without.tauSquared());
    assertThat(with.z(2, model)).isEqualTo(without.z(1, model));
  }

  @Test
  void limitsThatAllowForSpreadAreNotNarrower() {
    Overdispersion spread =
        Overdispersion.ofRates(
            new long[] {2, 9, 5, 1, 8, 5}, new long[] {10, 10, 10, 10, 10, 10}, 0.1);

    assertThat(spread.phi()).isGreaterThan(1);
    double chance = spread.limits(1_000, 0.025, Model.NONE).upper();
    double larger = spread.limits(1_000, 0.025, Model.MULTIPLICATIVE).upper();
    double ofTheirOwn = spread.limits(1_000, 0.025, Model.ADDITIVE).upper();
    // many trials leave nothing of chance, but all of the spread between people
    assertThat(chance).isLessThan(larger);
    assertThat(larger).isLessThan(ofTheirOwn);
    assertThat(ofTheirOwn - 0.5).isGreaterThan(1.95 * Math.sqrt(spread.tauSquared()));
  }

  @Nested
  class WithoutSpread {
    @Test
    void nobodyOrEverybodySucceeding() {
      for (long x : new long[] {0, 4}) {
        Overdispersion spread = Overdispersion.ofRates(new long[] {x, x}, new long[] {4, 4}, 0.1);

        assertThat(spread.target()).hasValue(x / 4.0);
        assertThat(spread.z(0, Model.ADDITIVE)).isEmpty();
        assertThat(spread.phi()).isZero();
        assertThat(spread.inflation()).isEqualTo(1);
        FunnelLimits limits = spread.limits(10, 0.025, Model.MULTIPLICATIVE);
        assertThat(limits.lower()).isEqualTo(x / 4.0).isEqualTo(limits.upper());
      }
    }

    @Test
    void aSingleUnit() {
      Overdispersion spread = Overdispersion.ofRates(new long[] {3}, new long[] {10}, 0.1);

      assertThat(spread.z(0, Model.ADDITIVE).orElseThrow()).isCloseTo(0, within(1e-15));
      assertThat(spread.tauSquared()).isZero();
    }

    @Test
    void noTrialsAtAll() {
      Overdispersion spread = Overdispersion.ofRates(new long[2], new long[2], 0.1);

      assertThat(spread.target()).isEmpty();
      assertThat(spread.z(0, Model.NONE)).isEmpty();
      assertThat(spread.phi()).isZero();
      assertThatIllegalStateException()
          .isThrownBy(() -> spread.limits(10, 0.025, Model.NONE))
          .withMessageContaining("no trials");
      assertThat(Overdispersion.ofRates(new long[0], new long[0], 0).units()).isZero();
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overdispersion.ofRates(new long[] {1, 3}, new long[] {1, 2}, 0.1))
        .withMessageContaining("unit 1 has 3 successes in 2 trials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overdispersion.ofRates(new long[1], new long[2], 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overdispersion.ofRates(new long[1], new long[1], 0.5))
        .withMessageContaining("share of 0.5");
    Overdispersion spread = Overdispersion.ofRates(new long[] {1}, new long[] {2}, 0.1);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> spread.z(1, Model.NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> spread.limits(0, 0.025, Model.NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> spread.limits(1, 0.5, Model.NONE));
  }
}
