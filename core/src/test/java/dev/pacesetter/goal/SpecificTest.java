package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;
import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Direction;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.kpi.TimeBasis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificTest {
  private final Business business =
      Business.small()
          .person(Person.of("di", "Di Late").inTeam("south").since(day("2026-02-01")))
          .person(Person.of("ed", "Ed Gone").inTeam("south").until(day("2026-03-01")))
          .team(Team.of("west", "West"))
          .customer(Customer.of("c1", "Acme").inSegment("retail"))
          .deal("ana", "2025-11-03")
          .channel("2025-11-03", "partner")
          .and();
  private final SalesFacts facts = business.on("2025-12-31");

  @Nested
  class S1Owner {
    private Finding of(String owner) {
      return ask("smart.S1", goal(business).owner(owner).build(), facts);
    }

    @Test
    void isInOrderWhenAPersonIsThereForTheWholePeriod() {
      Finding finding = of("ana");
      expect(finding, Verdict.PASS, "person");
      assertThat(finding.evidence("presence").observed().value()).isEqualTo(90);
    }

    @Test
    void isInOrderWhenATeamHasMembers() {
      Finding finding = of("north");
      expect(finding, Verdict.PASS, "team");
      assertThat(finding.evidence("members").observed().value()).isEqualTo(2);
    }

    @Test
    void isMissingWhenNobodyIsNamed() {
      SalesGoal nobodys = goal(business).owner(java.util.Optional.empty()).build();
      expect(ask("smart.S1", nobodys, facts), Verdict.FAIL, "nobody");
    }

    @Test
    void isRefusedWhenNobodyKnowsIt() {
      Finding finding = of("zoe");
      expect(finding, Verdict.FAIL, "unknown");
      assertThat(finding.explain(Locale.ENGLISH)).contains("“zoe”");
    }

    @ParameterizedTest
    @CsvSource({"di, 59", "ed, 59"})
    void isRefusedWhenThePersonComesLateOrLeavesEarly(String owner, int days) {
      Finding finding = of(owner);
      expect(finding, Verdict.FAIL, "absent");
      assertThat(finding.evidence("presence").observed().value()).isEqualTo(days);
    }

    @Test
    void isRefusedWhenTheTeamIsEmptyOnTheFirstDay() {
      expect(of("west"), Verdict.FAIL, "emptyTeam");
    }

    @Test
    void isRefusedWhenAPersonAndATeamShareTheId() {
      Business twins = Business.small().team(Team.of("ana", "Team Ana"));
      expect(
          ask("smart.S1", goal(twins).build(), twins.on("2025-12-31")), Verdict.FAIL, "ambiguous");
    }
  }

  @Nested
  class S3Scope {
    private Finding of(Scope scope) {
      return ask("smart.S3", goal(business).scope(scope).build(), facts);
    }

    @Test
    void isFoundWhenPeopleAreThereOnTheFirstDay() {
      Finding finding = of(Scope.team("south"));
      expect(finding, Verdict.PASS, "found");
      assertThat(finding.evidence("people").observed().value())
          .as("Cy and Ed; Di comes later")
          .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"PRODUCT, pro", "SEGMENT, retail", "CHANNEL, partner"})
    void isFoundWhenTheListOrAFactKnowsIt(Dimension dimension, String value) {
      expect(of(Scope.company().and(dimension, value)), Verdict.PASS, "found");
    }

    @ParameterizedTest
    @CsvSource({
      "TEAM, unknownTeam",
      "PERSON, unknownPerson",
      "PRODUCT, unknownProduct",
      "SEGMENT, unknownSegment",
      "CHANNEL, unknownChannel"
    })
    void isRefusedWhenNothingIsKnownOfIt(Dimension dimension, String reason) {
      Finding finding = of(Scope.company().and(dimension, "moon"));
      expect(finding, Verdict.FAIL, reason);
      assertThat(finding.explain(Locale.CHINESE)).contains("moon");
    }

    @Test
    void isRefusedWhenNobodyIsThereOnTheFirstDay() {
      expect(of(Scope.person("di")), Verdict.FAIL, "nobodyThere");
      expect(of(Scope.team("west")), Verdict.FAIL, "nobodyThere");
    }
  }

  @Nested
  class S4Direction {
    @Test
    void agreesWhenMoreIsAskedForWhereMoreIsBetter() {
      expect(ask("smart.S4", goal(business).build(), facts), Verdict.PASS, "atLeast");
    }

    @Test
    void isRefusedWhenLessIsAskedForWhereMoreIsBetter() {
      SalesGoal goal = goal(business).target(Target.atMost(euros(36_000))).build();
      expect(ask("smart.S4", goal, facts), Verdict.FAIL, "lessOfTheGood");
    }

    @Test
    void agreesWithALimitOnAMetricThatOnlyDescribes() {
      SalesGoal goal =
          goal(business).kpi(Kpis.OPEN_VALUE).target(Target.atMost(euros(36_000))).build();
      expect(ask("smart.S4", goal, facts), Verdict.PASS, "atMost");
    }

    @Test
    void isWhatItIsForANumberBetweenTwo() {
      SalesGoal between =
          goal(business).kpi(Kpis.WIN_RATE).target(Target.between(0.3, 0.4, Unit.RATIO)).build();
      Finding finding = ask("smart.S4", between, facts);
      expect(finding, Verdict.PASS, "between");
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo("“Win rate”: a number between 30.0% and 40.0% is asked for.");
    }

    @Test
    void isRefusedWhenMoreIsAskedForWhereLessIsBetter() {
      SalesGoal goal = goal(business).kpi(new TravelCost()).build();
      expect(ask("smart.S4", goal, facts), Verdict.FAIL, "moreOfTheBad");
    }
  }

  /** A metric of somebody's own, of which less is better. */
  private static final class TravelCost implements Kpi {
    @Override
    public String id() {
      return "travel.cost";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Unit unit() {
      return Unit.MONEY;
    }

    @Override
    public Direction direction() {
      return Direction.LOWER;
    }

    @Override
    public TimeBasis timeBasis() {
      return TimeBasis.EVENT;
    }

    @Override
    public String name(Locale locale) {
      return "Travel cost";
    }

    @Override
    public String definition(Locale locale) {
      return "What travelling cost.";
    }

    @Override
    public Measure measure(SalesFacts facts, Scope scope, Period period) {
      return Measure.noData(Unit.MONEY, 0, NoData.NOT_RECORDED);
    }
  }

  @Nested
  class S5Title {
    private Finding of(String title) {
      return ask("smart.S5", goal(business).title(title).build(), facts);
    }

    @Test
    void saysNothingWrongWhenItNamesNothing() {
      expect(of("Win more of what we are good at"), Verdict.PASS, "silent");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Win 36,000 in Q1",
          "Win EUR 36000 by spring",
          "Win 36k, FY2026-Q1",
          "Ana wins €36k in Q1 2026",
          "2026 年一季度赢单 3.6 万元",
          "2026年第一季度赢单3.6万",
          "第1季度赢单36,000欧元",
          "Grow by 15% to 36k with 3 people in 90 days",
        })
    void agreesWhenItNamesTheTargetAndThePeriod(String title) {
      expect(of(title), Verdict.PASS, "agrees");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "Win 63k in Q1; 63,000",
          "Win EUR 36,500; 36,500",
          "Win 2026 EUR; 2,026",
          "赢单 36 万; 360,000",
          "赢单 1.2亿; 120,000,000",
          "Win 1.2 million; 1,200,000",
        })
    void isRefusedWhenItNamesAnotherNumber(String title, String claim) {
      Finding finding = of(title);
      expect(finding, Verdict.FAIL, "otherNumber");
      assertThat(finding.explain(Locale.ENGLISH)).contains(claim).contains("EUR 36,000");
      assertThat(finding.explain(Locale.CHINESE)).contains(claim).contains("EUR 36,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"36k in Q2", "第三季度赢单 3.6 万", "四季度冲刺", "FY2026-Q4 push"})
    void isRefusedWhenItNamesAnotherQuarter(String title) {
      expect(of(title), Verdict.FAIL, "otherQuarter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2027: win 36k", "FY25 win 36k", "2025年赢单 3.6 万", "36k in 2027"})
    void isRefusedWhenItNamesAnotherYear(String title) {
      expect(of(title), Verdict.FAIL, "otherYear");
    }

    @Test
    void isRefusedWhenOnlyTheChineseWordingContradictsTheGoal() {
      Text title = Text.of("Win 36k in Q1", "第一季度赢单 36 万");
      Finding finding = ask("smart.S5", goal(business).title(title).build(), facts);

      expect(finding, Verdict.FAIL, "otherNumber");
      assertThat(finding.explain(Locale.ENGLISH)).contains("“第一季度赢单 36 万” says 360,000");
    }

    @Test
    void agreesWhenOneWordingNamesTheTargetAndTheOtherNothing() {
      Text title = Text.of("More of the good things", "第一季度赢单 3.6 万");

      expect(ask("smart.S5", goal(business).title(title).build(), facts), Verdict.PASS, "agrees");
    }

    @Test
    void doesNotTakeTheNumberInANameForAClaim() {
      Business numbered = Business.small().team(Team.of("t7", "Region 7000"));
      SalesGoal goal =
          goal(numbered)
              .title("Won value of Region 7000 in FY2026-Q1")
              .scope(Scope.team("t7"))
              .build();

      expect(ask("smart.S5", goal, numbered.on("2025-12-31")), Verdict.PASS, "agrees");
    }

    @Test
    void takesTheCalendarYearForTheFiscalYearItOverlaps() {
      Business july =
          Business.small().calendar(FiscalCalendar.startingIn(Month.JULY, ZoneOffset.UTC));
      SalesGoal goal = goal(july).title("36k in 2025").build();
      assertThat(goal.period().start()).isEqualTo(day("2025-07-01"));
      expect(ask("smart.S5", goal, july.on("2025-06-30")), Verdict.PASS, "agrees");
    }

    @Test
    void isRefusedWhenAYearlyGoalNamesAQuarter() {
      SalesGoal goal = goal(business).title("Q1: 36k").period(business.period("FY2026")).build();
      expect(ask("smart.S5", goal, facts), Verdict.FAIL, "otherQuarter");
    }

    @Test
    void isRefusedWhenItNamesAProductTheScopeDoesNot() {
      Finding finding = of("36k with gtx pro");
      expect(finding, Verdict.FAIL, "otherProduct");
      assertThat(finding.explain(Locale.ENGLISH)).contains("GTX Pro");
      assertThat(finding.repair(Locale.CHINESE))
          .hasValueSatisfying(t -> assertThat(t).contains("GTX Pro"));
    }

    @Test
    void agreesWhenTheScopeNamesTheProduct() {
      SalesGoal goal = goal(business).title("36k with GTX Pro").scope(Scope.product("pro")).build();
      expect(ask("smart.S5", goal, facts), Verdict.PASS, "agrees");
    }

    @Test
    void doesNotTakeTheNumberInAProductNameForAClaim() {
      Business numbered =
          Business.small().product(dev.pacesetter.organization.Product.of("g4", "GTX 4000"));
      SalesGoal goal = goal(numbered).title("GTX 4000").scope(Scope.product("g4")).build();
      expect(ask("smart.S5", goal, numbered.on("2025-12-31")), Verdict.PASS, "agrees");
    }

    @Test
    void readsASharesForAGoalOnARate() {
      SalesGoal.Builder rate =
          goal(business).kpi(Kpis.WIN_RATE).target(Target.atLeast(0.4, Unit.RATIO));
      expect(
          ask("smart.S5", rate.title("Win rate of 40 %").build(), facts), Verdict.PASS, "agrees");
      expect(ask("smart.S5", rate.title("赢单率达到百分之四十").build(), facts), Verdict.PASS, "agrees");
      Finding finding = ask("smart.S5", rate.title("Win rate of 45 %").build(), facts);
      expect(finding, Verdict.FAIL, "otherNumber");
      assertThat(finding.explain(Locale.ENGLISH)).contains("says 45.0%, the target is 40.0%");
    }

    @Test
    void saysANumberLongerThanAnyThatCanBeComputedWith() {
      String nines = "9".repeat(400);
      Finding finding = ask("smart.S5", goal(business).title("Win " + nines).build(), facts);
      expect(finding, Verdict.FAIL, "otherNumber");
      assertThat(finding.explain(Locale.ENGLISH)).contains("9,999,999");
    }

    @Test
    void readsAShareAsTheGrowthFromTheBaseline() {
      SalesGoal.Builder growing =
          goal(business)
              .baseline(
                  new Baseline(
                      KpiVersion.of(Kpis.WON_VALUE),
                      Scope.person("ana"),
                      business.period("FY2025-Q1"),
                      Unit.MONEY,
                      3_000_000));
      expect(ask("smart.S5", growing.title("Grow 20 %").build(), facts), Verdict.PASS, "agrees");
      expect(
          ask("smart.S5", growing.title("Grow 25 %").build(), facts), Verdict.WARN, "otherGrowth");
      expect(
          ask("smart.S5", goal(business).title("Grow 25 %").build(), facts),
          Verdict.PASS,
          "agrees");
    }

    @Test
    void mayNameAnotherTier() {
      SalesGoal tiered =
          goal(business)
              .tier(Tier.STRETCH, Business.euros(40_000))
              .title("36k, or 40k with luck")
              .build();
      expect(ask("smart.S5", tiered, facts), Verdict.PASS, "agrees");
      SalesGoal stretch =
          goal(business).tier(Tier.STRETCH, Business.euros(40_000)).title("Reach 40k").build();
      expect(ask("smart.S5", stretch, facts), Verdict.PASS, "agrees");
    }

    @Test
    void onlyWarnsAboutASmallBareNumberInAGoalOnCounts() {
      SalesGoal forty = goal(business).kpi(Kpis.WON_COUNT).atLeast(40).build();
      expect(ask("smart.S5", withTitle(forty, "Win 45 deals"), facts), Verdict.WARN, "otherNumber");
      expect(ask("smart.S5", withTitle(forty, "Win 40 deals"), facts), Verdict.PASS, "agrees");
    }

    private SalesGoal withTitle(SalesGoal goal, String title) {
      return goal(business).kpi(goal.kpi()).target(goal.target()).title(title).build();
    }
  }
}
