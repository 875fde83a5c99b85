package dev.pacesetter.plan.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.testing.Bundles;
import dev.pacesetter.testing.Business;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InitiativeTest {

  @Test
  void isOfOneOfFiveKindsThatHaveNames() {
    assertThat(Arrays.stream(InitiativeKind.values()).map(kind -> kind.name(Locale.ENGLISH)))
        .containsExactly(
            "Customer segmentation",
            "Customer care",
            "Promotion",
            "Channel expansion",
            "Product push");
    assertThat(Arrays.stream(InitiativeKind.values()).map(kind -> kind.name(Locale.CHINESE)))
        .containsExactly("客户细分", "客户关怀", "促销活动", "渠道拓展", "产品推广");
  }

  @Test
  void needsAShareOfItsGoalAndAGoalForItsShare() {
    assertThat(Initiatives.push().goal("q3").share(1_500).build().share()).hasValue(1_500);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initiatives.push().goal("q3").build())
        .withMessageContaining("it needs both or none");
    assertThatIllegalArgumentException().isThrownBy(() -> Initiatives.push().share(1).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initiatives.push().goal("q3").share(10_001).build())
        .withMessageContaining("from 1 to 10,000");
  }

  @Test
  void refusesWhatNobodyCanCarryOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initiatives.push().end(LocalDate.of(2026, 7, 1)).build())
        .withMessage(
            "initiative push is from 2026-07-01 until 2026-07-01; the end must be after the start");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initiatives.push().budget(Business.euros(-1)).build())
        .withMessageContaining("EUR -1.00; it must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initiatives.euros(2, 1))
        .withMessageContaining("in order");
  }

  @Test
  void everyPhraseIsThereInBothLanguages() {
    assertThat(Bundles.keys(Initiative.PHRASES, Locale.CHINESE))
        .isEqualTo(Bundles.keys(Initiative.PHRASES, Locale.ENGLISH));
    for (String key : Bundles.keys(Initiative.PHRASES, Locale.ENGLISH)) {
      assertThat(Bundles.placeholders(Initiative.PHRASES, Locale.CHINESE, key))
          .as(key)
          .isEqualTo(Bundles.placeholders(Initiative.PHRASES, Locale.ENGLISH, key));
    }
  }
}
