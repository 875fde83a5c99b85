package dev.pacesetter.metrics.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;

/** Compares an effect with golden values. */
final class EffectAssert {
  private EffectAssert() {}

  static void assertAgrees(Golden golden, Effect effect, JsonNode value, JsonNode error) {
    golden.assertClose("effect", effect.estimate().value(), value);
    golden.assertClose("standard error", effect.standardError().orElseThrow(), error);
  }

  static void assertTest(Golden golden, Effect effect, JsonNode t, JsonNode df, JsonNode p) {
    golden.assertClose("t", effect.t().orElseThrow(), t);
    golden.assertClose("df", effect.degreesOfFreedom().orElseThrow(), df);
    golden.assertClose("p", effect.pValue().orElseThrow(), p);
  }

  static void assertUnjudged(Effect effect) {
    assertThat(effect.standardError()).isEmpty();
    assertThat(effect.degreesOfFreedom()).isEmpty();
    assertThat(effect.t()).isEmpty();
    assertThat(effect.pValue()).isEmpty();
    assertThat(effect.estimate().interval()).isEmpty();
  }
}
