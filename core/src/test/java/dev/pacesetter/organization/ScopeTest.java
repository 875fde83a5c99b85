package dev.pacesetter.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.organization.Scope.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  @Test
  void readsLikeItsConditionsInTheOrderOfDimensions() {
    assertThat(Scope.company()).hasToString("company");
    assertThat(Scope.product("gtx-pro").and(Dimension.TEAM, "emea"))
        .hasToString("team=emea,product=gtx-pro");
  }

  @Test
  void keepsAnyIdApartFromItsOwnSigns() {
    Scope odd = Scope.person("Silva, Ana").and(Dimension.SEGMENT, "a=b, 100%");
    assertThat(odd).hasToString("person=Silva%2C Ana,segment=a%3Db%2C 100%25");
    assertThat(Scope.parse(odd.toString())).isEqualTo(odd);
  }

  @Test
  void isEqualWhateverTheOrderOfTelling() {
    assertThat(Scope.product("pro").and(Dimension.PERSON, "ana"))
        .isEqualTo(Scope.person("ana").and(Dimension.PRODUCT, "pro"));
  }

  @Test
  void hasOneConditionADimension() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.team("north").and(Dimension.TEAM, "south"))
        .withMessage("scope team=north has a condition on TEAM already; it cannot also be south");
  }

  @Test
  void knowsItsConditions() {
    Scope scope = Scope.team("north").and(Dimension.CHANNEL, "web");
    assertThat(scope.team()).hasValue("north");
    assertThat(scope.on(Dimension.CHANNEL)).hasValue("web");
    assertThat(scope.person()).isEmpty();
    assertThat(scope.product()).isEmpty();
  }

  @Test
  void refusesABlankValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.team(" "))
        .withMessage("the scope's team is ' '; it must not be blank");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "north", "=north", "team=", "planet=mars", "team=a,,person=b", "TEAM=a"})
  void isNotReadFromAnythingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Scope.parse(text));
  }

  @Test
  void saysWhichDimensionsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.parse("planet=mars"))
        .withMessage(
            "scope is 'planet=mars'; 'planet' is none of team, person, territory, line, product,"
                + " segment, channel");
  }
}
