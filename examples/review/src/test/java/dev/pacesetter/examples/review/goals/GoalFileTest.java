package dev.pacesetter.examples.review.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WeekPattern;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.goal.Tier;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
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

  private static Money money(WrittenGoal goal) {
    return Money.ofMinor(CurrencyUnit.USD, goal.target().amount());
  }

  @Nested
  class OfTheCrmSet {
    private final GoalFile file = GoalFile.ready("crm-sales-opportunities");

    @Test
    void speaksOfTheCompanyTheOfficesAndTheManagers() {
      assertThat(file.goals()).hasSize(1 + 3 + 6);
      WrittenGoal company = file.goals().get(0);
      assertThat(company.scope()).isEqualTo(Scope.company());
      assertThat(company.target()).isEqualTo(Target.atLeast(Money.of(CurrencyUnit.USD, 3_000_000)));
      assertThat(company.contributesTo()).isNull();
      assertThat(company.title().in(Locale.ENGLISH))
          .isEqualTo("Win 3.0 million in the fourth quarter");
      assertThat(company.title().in(Locale.CHINESE)).isEqualTo("第四季度赢单金额达到 300 万美元");
    }

    @Test
    void addsUpAtEveryGoalThatHasGoalsBelow() {
      assertThat(file.goals().stream().filter(goal -> !below(goal.id()).isZero()))
          .hasSize(4)
          .allSatisfy(goal -> assertThat(below(goal.id())).isEqualTo(money(goal)));
    }

    private Money below(String id) {
      return file.goals().stream()
          .filter(goal -> id.equals(goal.contributesTo()))
          .map(GoalFileTest::money)
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
  void refusesAMetricThatIsNotThere() {
    assertThatThrownBy(() -> read(GOOD.replace("Sales, kpi: won.value", "Sales, kpi: won.glory")))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith(
            "goals.yaml, line 3, column 46: “kpi” is “won.glory”; allowed: won.count, ")
        .hasMessageContaining("won.value");
  }

  private static WrittenGoal goal(String kpiAndMore) {
    return read("""
                currency: USD
                goals:
                  - {id: g, title: Win, owner: Sales, scope: company, period: FY2017-Q4, %s}
                """
            .formatted(kpiAndMore))
        .goals()
        .get(0);
  }

  @Test
  void takesCountsSharesTimesAndScores() {
    assertThat(goal("kpi: won.count, at-least: 12").target()).isEqualTo(Target.atLeast(12));
    assertThat(goal("kpi: win.closed.count, at-least: 35 %").target())
        .isEqualTo(Target.atLeast(0.35, Unit.RATIO));
    assertThat(goal("kpi: discount.rate, at-most: 0.0825").target())
        .isEqualTo(Target.atMost(0.0825, Unit.RATIO));
    assertThat(goal("kpi: cycle.won.median, between: [30, 45.5]").target())
        .isEqualTo(Target.between(30, 45.5, Unit.DAYS));
    assertThat(goal("kpi: nps, at-least: -10").target()).isEqualTo(Target.atLeast(-10, Unit.SCORE));
  }

  @Test
  void takesWhatMayBeSaidBesides() {
    WrittenGoal.Details details =
        goal("kpi: won.value, at-least: 100, floor: 90, stretch: 120, challenge: 150.5, weight:"
                + " 40 %, review-every-days: 14, replanning: Never, requires: [negotiation],"
                + " trainings: {negotiation: 2017-10-20}, baseline: {period: FY2017-Q3, amount:"
                + " 95}, milestones: [{day: 2017-11-30, amount: 60}, {day: 2017-12-31, amount:"
                + " 100}]")
            .details();
    assertThat(details.tiers())
        .containsExactly(
            Map.entry(Tier.FLOOR, 9_000L),
            Map.entry(Tier.STRETCH, 12_000L),
            Map.entry(Tier.CHALLENGE, 15_050L));
    assertThat(details.weight()).hasValue(4_000);
    assertThat(details.daysBetweenReviews()).hasValue(14);
    assertThat(details.requiredTrainings()).containsExactly("negotiation");
    assertThat(details.plannedTrainings())
        .containsExactly(Map.entry("negotiation", LocalDate.of(2017, 10, 20)));
    assertThat(details.baseline()).isEqualTo(new WrittenGoal.Start("FY2017-Q3", 9_500));
    assertThat(details.milestones())
        .containsExactly(
            new Milestone(LocalDate.of(2017, 11, 30), 6_000),
            new Milestone(LocalDate.of(2017, 12, 31), 10_000));
    assertThat(goal("kpi: won.value, at-least: 1").details().milestones()).isNull();
    assertThat(goal("kpi: won.value, at-least: 1, milestones: none").details().milestones())
        .isEmpty();
  }

  @Test
  void refusesWhatDoesNotFitTheMetric() {
    assertThatThrownBy(() -> goal("kpi: won.count, at-least: 1.5"))
        .hasMessageContaining("“at-least” is “1.5”; allowed: a whole number such as 12");
    assertThatThrownBy(() -> goal("kpi: win.closed.count, at-least: 35.123 %"))
        .hasMessageContaining("at most two decimals of a percent");
    assertThatThrownBy(() -> goal("kpi: nps, at-least: 20 %"))
        .hasMessageContaining("a number such as 45 or 45.5");
    assertThatThrownBy(() -> goal("kpi: won.value, at-least: 5, at-most: 9"))
        .hasMessageContaining("only one of at-least, at-most is allowed");
    assertThatThrownBy(() -> goal("kpi: won.value, between: [9, 5]"))
        .hasMessageContaining("two amounts are needed, the lower one first");
    assertThatThrownBy(() -> goal("kpi: won.value, at-least: 5, weight: 101 %"))
        .hasMessageContaining("“weight” is “101 %”");
    assertThatThrownBy(() -> goal("kpi: won.value, at-least: 5, milestones: weekly"))
        .hasMessageContaining("monthly, none, or a list of day and amount");
    assertThatThrownBy(() -> goal("kpi: won.value, at-least: 5, trainings: {a: soon}"))
        .hasMessageContaining("a day such as 2017-10-31");
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
        "goals.yaml, line 3, column 96: “period” is “Q4/2017”; allowed: a period such as"
            + " FY2017, FY2017-H1, FY2017-Q4, FY2017-12 or 2017-W52");
    assertRefused(
        "scope: team=East",
        "scope: region=East",
        "goals.yaml, line 4, column 79: “scope” is “region=East”; allowed: company, or conditions"
            + " such as team=emea or team=emea,product=gtx");
  }

  @Test
  void asksForPeriodsThatTheCalendarOfTheMappingHas() {
    GoalFile file = read(GOOD.replace("FY2017-Q4", "FY2017-W53"));
    FiscalCalendar months = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
    FiscalCalendar retail =
        FiscalCalendar.ofWeeks(
                WeekYear.endingNearest(
                    DayOfWeek.SATURDAY, Month.JANUARY, WeekPattern.FOUR_FIVE_FOUR),
                ZoneOffset.UTC)
            .namedAfterStart();

    assertThat(goals(retail, file))
        .extracting(SalesGoal::period)
        .contains(retail.period("FY2017-W53"));
    assertThatThrownBy(() -> goals(months, file))
        .isInstanceOf(YamlException.class)
        .hasMessage(
            "goals.yaml, line 3, column 96: “period” is “FY2017-W53”; allowed: FY2017, FY2017-H2,"
                + " FY2017-Q3, FY2017-07, 2017-W26");
  }

  @Test
  void givesPeopleNoShareOfAGoalToStayBelow() {
    FiscalCalendar months = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);

    assertThat(goals(months, read(GOOD)))
        .extracting(SalesGoal::id)
        .containsExactlyInAnyOrder("top", "east", "east/ana");
    assertThat(goals(months, read(GOOD.replace("at-least", "at-most"))))
        .extracting(SalesGoal::id)
        .containsExactlyInAnyOrder("top", "east");
  }

  @Test
  void givesPeopleNoShareOfAWeek() {
    FiscalCalendar months = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);

    assertThat(goals(months, read(GOOD.replace("FY2017-Q4", "2017-W26"))))
        .extracting(SalesGoal::id)
        .containsExactlyInAnyOrder("top", "east");
  }

  @Test
  void refusesMoreThanAPlanTakesWhereItStands() {
    FiscalCalendar months = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
    GoalFile file = read(GOOD.replace("at-least: 100", "at-least: 999999999999999"));

    assertThatThrownBy(() -> goals(months, file))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("goals.yaml, line 4, column 5: the goal “east” is refused: ")
        .hasMessageEndingWith("a plan takes at most 1000000000000000");
  }

  private static ImmutableList<SalesGoal> goals(FiscalCalendar calendar, GoalFile file) {
    Organization organization =
        Organization.builder()
            .addTeam(Team.of("Sales", "Sales"))
            .addTeam(Team.of("East", "East").under("Sales"))
            .addPerson(Person.of("ana", "Ana Silva").inTeam("East"))
            .addProduct(Product.of("pro", "GTX Pro", Money.ofMajor(CurrencyUnit.USD, 5_000)))
            .build();
    return GoalSetting.by(
            organization,
            calendar,
            period ->
                SalesFacts.of(
                    organization,
                    calendar,
                    Journal.of(ImmutableList.of()).bookAsOf(calendar.startOf(period.start()))))
        .from(file);
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
