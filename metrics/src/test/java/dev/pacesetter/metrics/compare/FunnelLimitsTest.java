package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelLimitsTest {
  static List<Golden> limits() {
    return Golden.of("shrinkage_funnel", "funnel_exact_binomial_limits");
  }

  @ParameterizedTest
  @MethodSource("limits")
  void agreesWithTheGoldenValues(Golden golden) {
    double target = golden.in("target").asDouble();
    long n = golden.in("denominator").asLong();
    // the cases have the probabilities 0.001, 0.025, 0.975, 0.999
    assertThat(Golden.doubles(golden.in("probs"))).containsExactly(0.001, 0.025, 0.975, 0.999);

    FunnelLimits far = FunnelLimits.exactBinomial(target, n, 0.001);
    FunnelLimits near = FunnelLimits.exactBinomial(target, n, 0.025);

    golden.assertClose(
        "limits",
        new double[] {far.lower(), near.lower(), near.upper(), far.upper()},
        golden.out("limits"));
    golden.assertClose(
        "clipped",
        new double[] {
          far.clipped().lower(),
          near.clipped().lower(),
          near.clipped().upper(),
          far.clipped().upper()
        },
        golden.out("limitsClipped"));
  }

  @Test
  void aRateOfZeroIsNoAlarmWhereEvenZeroIsPlausible() {
    // 0 of 5 at target 0.5 has probability 1/32 > 0.025
    FunnelLimits limits = FunnelLimits.exactBinomial(0.5, 5, 0.025);

    assertThat(limits.contains(0)).isTrue();
    assertThat(limits.clipped().contains(0)).isTrue();
    assertThat(limits.contains(1)).isFalse();
  }

  @Test
  void nothingVariesAroundACertainty() {
    assertThat(FunnelLimits.exactBinomial(0, 10, 0.025).upper()).isZero();
    assertThat(FunnelLimits.exactBinomial(1, 10, 0.025).lower()).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunnelLimits.exactBinomial(1.1, 10, 0.025))
        .withMessageContaining("target is 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunnelLimits.exactBinomial(0.5, 0, 0.025));
    assertThatIllegalArgumentException().isThrownBy(() -> FunnelLimits.exactBinomial(0.5, 9, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> FunnelLimits.exactBinomial(0.5, 9, 0));
  }
}
