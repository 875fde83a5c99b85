package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.testing.Bundles;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulePhrasesTest {
  @Test
  void areThereInBothLanguagesWithTheSamePlaceholders() {
    assertThat(Bundles.keys(RuleProblem.PHRASES, Locale.CHINESE))
        .isEqualTo(Bundles.keys(RuleProblem.PHRASES, Locale.ENGLISH))
        .allSatisfy(
            key ->
                assertThat(Bundles.placeholders(RuleProblem.PHRASES, Locale.CHINESE, key))
                    .as(key)
                    .isEqualTo(Bundles.placeholders(RuleProblem.PHRASES, Locale.ENGLISH, key)));
  }
}
