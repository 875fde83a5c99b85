package dev.pacesetter.examples.review.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.organization.Scope;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GoalFileTest {
  private static final String GOOD =
      """
      currency: USD
      goals:
        - {id: top, title: Win, owner: Sales, kpi: won.value, at-least: 100, scope: company, period: FY2017-Q4}
        - {id: east, title: Win, owner: East, kpi: won.value, at-least: 100, scope: team=East, period: FY2017-Q4, contributes-to: top}
      """;

  private static GoalFile read(String yaml) {
    return GoalFile.read(
        "goals.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(String replaced, String by, String message) {
    assertThat(GOOD).contains(replaced);
    assertThatThrownBy(() -> read(GOOD.replace(replaced, by)))
        .isInstanceOf(YamlException.class)
        .hasMessage(message);
  }

  @Nested
  class OfTheCrmSet {
    private final GoalFile file = GoalFile.ready("crm-sales-opportunities");

    @Test
    void speaksOfTheCompanyTheOfficesAndTheManagers() {
      assertThat(file.goals()).hasSize(1 + 3 + 6);
      WrittenGoal company = file.goals().get(0);
      assertThat(company.scope()).isEqualTo(Scope.company());
      assertThat(company.atLeast()).isEqualTo(Money.of(CurrencyUnit.USD, 3_000_000));
      assertThat(company.contributesTo()).isNull();
      assertThat(company.title().in(Locale.ENGLISH))
          .isEqualTo("Win 3.0 million in the fourth quarter");
      assertThat(company.title().in(Locale.CHINESE)).isEqualTo("第四季度赢单金额达到 300 万美元");
    }

    @Test
    void addsUpAtEveryGoalThatHasGoalsBelow() {
      assertThat(file.goals().stream().filter(goal -> !below(goal.id()).isZero()))
          .hasSize(4)
          .allSatisfy(goal -> assertThat(below(goal.id())).isEqualTo(goal.atLeast()));
    }

    private Money below(String id) {
      return file.goals().stream()
          .filter(goal -> id.equals(goal.contributesTo()))
          .map(WrittenGoal::atLeast)
          .reduce(Money.zero(CurrencyUnit.USD), Money::plus);
    }
  }

  @Test
  void fallsBackToEnglishWhereATextIsInNoOtherLanguage() {
    assertThat(read(GOOD).goals().get(0).title().in(Locale.CHINESE)).isEqualTo("Win");
    assertThat(read(GOOD).goals().get(0).rationale()).isNull();
  }

  @Test
  void refusesATextWithoutEnglishOrInAnotherLanguage() {
    String message =
        "goals.yaml, line 3, column 22: “title” is worded once, or with the keys en and zh; en must"
            + " be there";
    assertRefused("top, title: Win", "top, title: {zh: 赢单}", message);
    assertRefused("top, title: Win", "top, title: {en: Win, fr: Gagner}", message);
  }

  @Test
  void refusesAMetricThatIsNotThereOrNotInMoney() {
    String allowed =
        "; allowed: collected.value, collected.value.byCreator, invoiced.value, order.value,"
            + " pipeline.open.value, signed.value, velocity.count, velocity.value, won.value,"
            + " won.value.average, won.value.byCreator, won.value.byOwner";
    assertRefused(
        "Sales, kpi: won.value",
        "Sales, kpi: won.glory",
        "goals.yaml, line 3, column 46: “kpi” is “won.glory”" + allowed);
    assertRefused(
        "Sales, kpi: won.value",
        "Sales, kpi: won.count",
        "goals.yaml, line 3, column 46: “kpi” is “won.count”" + allowed);
  }

  @Test
  void refusesTheSameIdTwice() {
    assertRefused(
        "id: east",
        "id: top",
        "goals.yaml, line 4, column 10: the goal “top” is here twice; the first is in line 3");
  }

  @Test
  void refusesAGoalAboveThatIsNotThere() {
    assertRefused(
        "contributes-to: top",
        "contributes-to: tip",
        "goals.yaml, line 4, column 125: the goal “east” contributes to “tip”, which is not in this"
            + " file; goals are top, east");
  }

  @Test
  void refusesGoalsThatContributeToThemselves() {
    assertRefused(
        "scope: company,",
        "scope: company, contributes-to: east,",
        "goals.yaml, line 3, column 5: the goal “top” contributes to itself, through top, east");
  }

  @Test
  void refusesAmountsPeriodsAndScopesItCannotRead() {
    assertRefused(
        "at-least: 100, scope: company",
        "at-least: '3,000,000', scope: company",
        "goals.yaml, line 3, column 67: “at-least” is “3,000,000”; allowed: an amount such as"
            + " 3000000 or 3000000.50, greater than zero");
    assertRefused(
        "period: FY2017-Q4}",
        "period: Q4/2017}",
        "goals.yaml, line 3, column 96: “period” is “Q4/2017”; allowed: a fiscal period such as"
            + " FY2017, FY2017-Q4 or FY2017-12");
    assertRefused(
        "scope: team=East",
        "scope: region=East",
        "goals.yaml, line 4, column 79: “scope” is “region=East”; allowed: company, or conditions"
            + " such as team=emea or team=emea,product=gtx");
  }

  @Test
  void refusesZero() {
    assertRefused(
        "at-least: 100, scope: company",
        "at-least: 0, scope: company",
        "goals.yaml, line 3, column 67: “at-least” is “0”; allowed: an amount such as 3000000 or"
            + " 3000000.50, greater than zero");
  }
}
