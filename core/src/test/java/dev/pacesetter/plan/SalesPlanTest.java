package dev.pacesetter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.ProductLine;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SalesPlanTest {

  @Nested
  class WhenNothingButTheGoalIsGiven {
    private final SalesPlan plan = Plans.of(Plans.goal(100_000_00)).decompose();

    @Test
    void addsUpToTheGoalInEveryDirection() {
      assertThat(plan.total()).isEqualTo(100_000_00);
      assertThat(plan.people().stream().mapToLong(plan::ofPerson).sum()).isEqualTo(100_000_00);
      assertThat(plan.products().stream().mapToLong(plan::ofProduct).sum()).isEqualTo(100_000_00);
      assertThat(plan.months().stream().mapToLong(month -> plan.ofMonth(month.name())).sum())
          .isEqualTo(100_000_00);
      assertThat(plan.amounts().stream().sum()).isEqualTo(100_000_00);
    }

    @Test
    void givesTheCentThatIsLeftToTheFirst() {
      assertThat(plan.people().stream().map(plan::ofPerson))
          .containsExactly(33_333_34L, 33_333_33L, 33_333_33L);
    }

    @Test
    void dividesMonthsByWorkingDays() {
      // 23, 21 and 22 working days of 66: 34848.48.., 31818.18.., 33333.33..
      assertThat(plan.months().stream().map(month -> plan.ofMonth(month.name())))
          .containsExactly(34_848_49L, 31_818_18L, 33_333_33L);
    }

    @Test
    void tellsWhyACellIsWhatItIs() {
      PlanReason why = plan.cell("ana", "gtx-pro", "FY2026-07").why();

      assertThat(why.rule()).isEqualTo(WeightRule.EVEN);
      assertThat(why.weight()).isCloseTo(23.0 / 66 / 6, within(1e-12));
      assertThat(why.personTarget()).isEqualTo(new PlanReason.Held(33_333_34, false));
      // Half of July's 34,848.49: one product is rounded up, the other down. Then Ana's July, then
      // the cell in both.
      assertThat(why.portions())
          .extracting(portion -> portion.part().toString())
          .containsExactly(
              "product=gtx-pro, month=FY2026-07",
              "person=ana, month=FY2026-07",
              "person=ana, product=gtx-pro, month=FY2026-07");
      PlanReason.Portion outer = why.portions().get(0);
      assertThat(outer.share()).isCloseTo(17_424_24.5, within(1e-6));
      assertThat(outer.rounding()).isIn(Rounding.UP, Rounding.DOWN);
      PlanReason.Portion cell = why.portions().get(2);
      assertThat(cell.amount()).isEqualTo(plan.cell("ana", "gtx-pro", "FY2026-07").amount());
      assertThat(cell.share()).isCloseTo((double) cell.amount(), within(1.0));
    }

    @Test
    void tellsItInBothLanguages() {
      PlanReason why = plan.cell("ana", "gtx-pro", "FY2026-07").why();

      assertThat(why.explain(Locale.ENGLISH))
          .startsWith(
              "Weight 5.8081% of the plan, by working days, all alike. Step by step, rounded to the"
                  + " cent along months, then products, then people: ")
          .contains("gtx-pro, FY2026-07 comes to EUR 17,424.24500, rounded ")
          .contains("EUR 33,333.34 for the person (by weight)");
      assertThat(why.explain(Locale.CHINESE))
          .startsWith("权重占全部计划的 5.8081%（按工作日平均分配）。逐级分解（依次按月份、产品、人员取整到分）：")
          .contains("个人合计 EUR 33,333.34（按权重）");
    }

    @Test
    void sumsAnyPartItIsDividedBy() {
      assertThat(target(Scope.team("iberia"), "FY2026-Q3")).isEqualTo(plan.ofPerson("ana"));
      assertThat(target(Scope.team("emea"), "FY2026-Q3")).isEqualTo(plan.total());
      assertThat(target(Scope.company(), "FY2026-08")).isEqualTo(plan.ofMonth("FY2026-08"));
      assertThat(target(Scope.person("bob").and(Dimension.PRODUCT, "gtx-pro"), "FY2026-09"))
          .isEqualTo(plan.cell("bob", "gtx-pro", "FY2026-09").amount());
      assertThat(target(Scope.person("zoe"), "FY2026-Q3")).isZero();
      assertThat(target(Scope.product("phone"), "FY2026-Q3")).isZero();
    }

    @Test
    void countsSomebodyWhoMovesWhereTheyWereOnTheFirstDayOfEachMonth() {
      Organization moving =
          Organization.builder()
              .addTeam(Team.of("emea", "EMEA"))
              .addTeam(Team.of("iberia", "Iberia").under("emea"))
              .addTeam(Team.of("gallia", "Gallia").under("emea"))
              .addPerson(
                  Person.of("ana", "Ana")
                      .inTeam("iberia")
                      .movedTo("gallia", LocalDate.of(2026, 8, 15)))
              .build();

      assertThat(plan.target(Scope.team("iberia"), plan.period(), moving).orElseThrow())
          .isEqualTo(
              target(Scope.person("ana"), "FY2026-07") + target(Scope.person("ana"), "FY2026-08"));
      assertThat(plan.target(Scope.team("gallia"), plan.period(), moving).orElseThrow())
          .isEqualTo(target(Scope.person("ana"), "FY2026-09"));
    }

    @Test
    void sumsProductLines() {
      Organization lined =
          Organization.builder()
              .addProductLine(ProductLine.of("hard", "Hardware"))
              .addProduct(Product.of("gtx-pro", "GTX Pro").inLine("hard"))
              .build();

      assertThat(plan.target(Scope.line("hard"), plan.period(), lined).orElseThrow())
          .isEqualTo(target(Scope.product("gtx-pro"), "FY2026-Q3"));
    }

    @Test
    void doesNotInventWhatItIsNotDividedBy() {
      assertThat(
              plan.target(
                  Scope.company().and(Dimension.SEGMENT, "retail"),
                  plan.period(),
                  Plans.ORGANIZATION))
          .isEmpty();
      assertThat(plan.target(Scope.company(), Plans.CALENDAR.period("FY2026"), Plans.ORGANIZATION))
          .isEmpty();
    }

    @Test
    void canBeTakenApartAndPutTogetherAgain() {
      SalesPlan again =
          SalesPlan.builder()
              .goalId(plan.goalId())
              .kpi(plan.kpi())
              .currency(plan.currency())
              .scope(plan.scope())
              .period(plan.period())
              .people(plan.people())
              .products(plan.products())
              .months(plan.months())
              .weightRule(plan.weightRule())
              .amounts(plan.amounts())
              .weights(plan.weights())
              .unit(plan.unit())
              .lot(plan.lot())
              .hierarchy(plan.hierarchy())
              .levels(plan.levels())
              .fit(plan.fit())
              .build();

      assertThat(again).isEqualTo(plan).hasSameHashCodeAs(plan);
    }

    @Test
    void namesWhatItKnowsWhenAskedForWhatItDoesNot() {
      assertThatThrownBy(() -> plan.cell("zoe", "gtx-pro", "FY2026-07"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the plan of goal q3 has no person 'zoe'; it has [ana, bob, cleo]");
    }

    private long target(Scope scope, String period) {
      return plan.target(scope, Plans.CALENDAR.period(period), Plans.ORGANIZATION).orElseThrow();
    }
  }

  @Nested
  class WhenTargetsAreGiven {
    @Test
    void holdsThemExactlyAndDividesTheRest() {
      SalesPlan plan =
          Plans.of(Plans.goal(100_000_00))
              .withPersonTarget("cleo", 12_345_67)
              .withProductTarget("gtx-pro", 77_777_77)
              .withMonthTarget("FY2026-09", 1)
              .decompose();

      assertThat(plan.ofPerson("cleo")).isEqualTo(12_345_67);
      assertThat(plan.ofPerson("ana") + plan.ofPerson("bob")).isEqualTo(87_654_33);
      assertThat(plan.ofProduct("gtx-pro")).isEqualTo(77_777_77);
      assertThat(plan.ofMonth("FY2026-09")).isEqualTo(1);
      assertThat(plan.cell("cleo", "gtx-pro", "FY2026-07").why().personTarget().isGiven()).isTrue();
      assertThat(plan.cell("ana", "gtx-pro", "FY2026-07").why().personTarget().isGiven()).isFalse();
    }

    @Test
    void takesPeoplesOwnGoals() {
      SalesGoal own =
          SalesGoal.builder()
              .from(Plans.goal(40_000_00))
              .id("q3-bob")
              .scope(Scope.person("bob"))
              .build();

      SalesPlan plan =
          Plans.of(Plans.goal(100_000_00)).withPersonGoals(ImmutableList.of(own)).decompose();

      assertThat(plan.ofPerson("bob")).isEqualTo(40_000_00);
      assertThat(plan.requirements())
          .containsExactly(
              new Requirement(PlanAxis.PERSON.at("bob"), Requirement.Bound.EXACTLY, 40_000_00));
    }

    @Test
    void refusesAnOwnGoalAboutSomethingElse() {
      SalesGoal other =
          SalesGoal.builder()
              .from(Plans.goal(40_000_00))
              .scope(Scope.person("bob"))
              .period(Plans.CALENDAR.period("FY2026-Q4"))
              .build();

      assertThatThrownBy(() -> Plans.of(Plans.goal(1)).withPersonGoals(ImmutableList.of(other)))
          .hasMessageContaining("won.value of person=bob in FY2026-Q4");
    }

    @Test
    void refusesTargetsThatDoNotMakeUpTheGoal() {
      Decomposition tooMuch =
          Plans.of(Plans.goal(100_00))
              .withPersonTarget("ana", 60_00)
              .withPersonTarget("bob", 50_00);
      assertThatThrownBy(tooMuch::decompose)
          .isInstanceOf(InfeasiblePlanException.class)
          .hasMessage(
              "the goal is EUR 100, but these add up to EUR 110: ana exactly EUR 60; bob exactly"
                  + " EUR 50");

      Decomposition tooLittle =
          Plans.of(Plans.goal(100_00))
              .withProductTarget("gtx-pro", 60_00)
              .withProductTarget("gtx-basic", 39_99);
      assertThatThrownBy(tooLittle::decompose)
          .isInstanceOf(InfeasiblePlanException.class)
          .hasMessage(
              "the goal is EUR 100, but these add up to EUR 99.99: gtx-pro exactly EUR 60; gtx-basic"
                  + " exactly EUR 39.99");
    }
  }

  @Nested
  class WhenItIsInLargerUnits {
    private final SalesPlan plan =
        Plans.of(Plans.goal(100_050_00)).inUnitsOf(100_00).inLotsOf(2_000_00).decompose();

    @Test
    void keepsUnitLotAndTheOrderOfRounding() {
      assertThat(plan.unit()).isEqualTo(100_00);
      assertThat(plan.lot()).isEqualTo(2_000_00);
      assertThat(plan.hierarchy()).containsExactly("month", "product", "person");
    }

    @Test
    void saysToWhatAndAlongWhichAxesItIsRounded() {
      assertThat(plan.explainRounding(Locale.ENGLISH))
          .isEqualTo(
              "Numbers are rounded to multiples of EUR 100 along months, then products, then"
                  + " people. One of them also carries the EUR 50 that the goal has over whole"
                  + " multiples of EUR 100. Each is 0 or at least EUR 2,000, unless a smaller one"
                  + " was asked for.");
      assertThat(plan.explainRounding(Locale.CHINESE))
          .isEqualTo(
              "数字依次按月份、产品、人员取整到 EUR 100 的整数倍。总目标按 EUR 100 取整后余下的零头 EUR 50 归入其中一个数字。"
                  + "每个数字为 0 或不低于 EUR 2,000，另有要求的除外。");
    }

    @Test
    void saysWhichCellCarriesWhatIsOverWholeUnits() {
      assertThat(plan.people())
          .flatExtracting(
              person ->
                  plan.products().stream()
                      .flatMap(
                          product ->
                              plan.months().stream()
                                  .map(month -> plan.cell(person, product, month.name())))
                      .filter(cell -> cell.amount() % plan.unit() != 0)
                      .toList())
          .singleElement()
          .satisfies(
              cell ->
                  assertThat(cell.why().explain(Locale.ENGLISH))
                      .contains("EUR 50 of it is what the goal has over whole multiples of EUR 100")
                      .contains("rounded to multiples of EUR 100 along months")
                      .doesNotContain("cent"));
    }

    @Test
    void countsWholeDeals() {
      assertThat(Plans.of(Plans.countGoal(7)).decompose().explainRounding(Locale.ENGLISH))
          .startsWith("Numbers are rounded to whole numbers along ");
    }

    @Test
    void refusesATargetOffTheUnitInBothLanguages() {
      InfeasiblePlanException refused =
          catchThrowableOfType(
              InfeasiblePlanException.class,
              () ->
                  Plans.of(Plans.goal(100_000_00))
                      .inUnitsOf(100_00)
                      .withPersonTarget("ana", 30_000_00)
                      .withTarget(
                          PlanAxis.PERSON.at("bob").and(PlanAxis.PRODUCT.key(), "gtx-pro"), 150_50)
                      .withFloor(PlanAxis.PERSON.at("cleo"), 99)
                      .decompose());

      assertThat(refused)
          .hasMessage(
              "the plan is in units of EUR 100, and these targets are no multiples of it: bob,"
                  + " gtx-pro exactly EUR 150.50");
      assertThat(refused.problem().in(Locale.CHINESE))
          .isEqualTo("计划以 EUR 100 为单位，而以下目标不是其整数倍：bob、gtx-pro 定为 EUR 150.50");
      assertThat(refused.conflict()).extracting(Requirement::amount).containsExactly(150_50L);
    }

    @Test
    void floorsThatAreTooMuchOnlyInWholeUnitsSaySo() {
      InfeasiblePlanException refused =
          catchThrowableOfType(
              InfeasiblePlanException.class,
              () ->
                  Plans.of(Plans.goal(1_000_00))
                      .inUnitsOf(100_00)
                      .withFloor(PlanAxis.PRODUCT.at("gtx-pro"), 550_00)
                      .withFloor(PlanAxis.PRODUCT.at("gtx-basic"), 420_00)
                      .decompose());

      assertThat(refused)
          .hasMessage(
              "the goal is EUR 1,000, but these add up to EUR 1,100: gtx-pro at least EUR 550, which"
                  + " is EUR 600 in whole units; gtx-basic at least EUR 420, which is EUR 500 in"
                  + " whole units");
      assertThat(refused.problem().in(Locale.CHINESE)).contains("按单位取整后为 EUR 600");
    }

    @Test
    void refusesARestThatNoNumberCanTakeInBothLanguages() {
      InfeasiblePlanException refused =
          catchThrowableOfType(
              InfeasiblePlanException.class,
              () ->
                  Plans.of(Plans.goal(100_050_00))
                      .inUnitsOf(100_00)
                      .withCap(PlanAxis.PRODUCT.at("gtx-pro"), 80_000_00)
                      .withProductTarget("gtx-basic", 30_000_00)
                      .decompose());

      assertThat(refused)
          .hasMessage(
              "the goal of EUR 100,050 has EUR 50 over whole multiples of EUR 100, and no number of"
                  + " the plan can take it, since all are held or capped: gtx-basic exactly EUR"
                  + " 30,000; gtx-pro at most EUR 80,000");
      assertThat(refused.problem().in(Locale.CHINESE))
          .startsWith("总目标 EUR 100,050 按 EUR 100 取整后余 EUR 50，而计划中的数字都已固定或设有上限");
    }

    @Test
    void refusesStoredUnitsAndAxesThatCannotBe() {
      assertThatThrownBy(() -> SalesPlan.builder().from(plan).unit(0).build())
          .hasMessageContaining("in units of 0");
      assertThatThrownBy(
              () -> SalesPlan.builder().from(plan).hierarchy(ImmutableList.of("shop")).build())
          .hasMessageContaining("was rounded along shop");
    }
  }

  @Nested
  class WhenSomebodyIsNotThereAllTheTime {
    private final Person late = Person.of("dana", "Dana").since(LocalDate.of(2026, 9, 1));
    private final Person gone = Person.of("eve", "Eve").until(LocalDate.of(2026, 8, 1));

    private Decomposition with(Person... people) {
      return SalesPlan.forGoal(Plans.goal(90_000_00))
          .acrossPeople(ImmutableList.copyOf(people))
          .acrossProducts(Plans.ORGANIZATION.products())
          .acrossMonths(Plans.CALENDAR);
    }

    @Test
    void plansNothingForAMonthWithoutAWorkingDay() {
      SalesPlan plan = with(Person.of("ana", "Ana"), late, gone).decompose();

      assertThat(plan.cell("dana", "gtx-pro", "FY2026-07").amount()).isZero();
      assertThat(plan.cell("dana", "gtx-pro", "FY2026-08").amount()).isZero();
      assertThat(plan.cell("eve", "gtx-pro", "FY2026-09").amount()).isZero();
      assertThat(plan.cell("eve", "gtx-pro", "FY2026-07").amount()).isPositive();
      assertThat(plan.ofPerson("dana")).isLessThan(plan.ofPerson("ana"));
      assertThat(plan.cell("dana", "gtx-pro", "FY2026-07").why().explain(Locale.ENGLISH))
          .startsWith("EUR 0: dana has no weight for gtx-pro in FY2026-07");
    }

    @Test
    void plansForASuccessionWithoutOverlap() {
      // Nobody else can take a cent from either: the two fill exactly their own months.
      Person first = Person.of("first", "First").until(LocalDate.of(2026, 9, 1));

      SalesPlan plan = with(first, late).decompose();

      assertThat(plan.ofPerson("dana")).isEqualTo(plan.ofMonth("FY2026-09"));
      assertThat(plan.ofPerson("first"))
          .isEqualTo(plan.ofMonth("FY2026-07") + plan.ofMonth("FY2026-08"));
    }

    @Test
    void leavesTheLastMonthToTheOneWhoNeedsAllOfIt() {
      SalesPlan plan =
          with(Person.of("ana", "Ana"), late)
              .withPersonTarget("dana", 30_000_00)
              .withMonthTarget("FY2026-09", 30_000_00)
              .decompose();

      assertThat(plan.cell("ana", "gtx-pro", "FY2026-09").amount()).isZero();
      assertThat(plan.ofPerson("ana")).isEqualTo(60_000_00);
    }

    @Test
    void namesThePersonAndTheMonthThatDoNotFit() {
      InfeasiblePlanException refused =
          catchThrowableOfType(
              InfeasiblePlanException.class,
              () ->
                  with(Person.of("ana", "Ana"), late)
                      .withPersonTarget("dana", 30_000_01)
                      .withMonthTarget("FY2026-09", 30_000_00)
                      .decompose());

      assertThat(refused)
          .hasMessage(
              "these cannot hold together in a goal of EUR 90,000: dana exactly EUR 30,000.01;"
                  + " FY2026-09 exactly EUR 30,000; and dana has a weight only for FY2026-09");
      assertThat(refused.problem().in(Locale.CHINESE))
          .isEqualTo(
              "总目标为 EUR 90,000 时，以下要求无法同时满足：dana 定为 EUR 30,000.01；FY2026-09 定为 EUR 30,000；"
                  + "而且 dana 只对以下各项有权重：FY2026-09");
      assertThat(refused.conflict())
          .extracting(asked -> asked.part().toString())
          .containsExactly("person=dana", "month=FY2026-09");
    }

    @Test
    void namesThePersonWhoIsNeverThere() {
      Person never = Person.of("fay", "Fay").since(LocalDate.of(2027, 1, 1));

      assertThat(with(Person.of("ana", "Ana"), never).decompose().ofPerson("fay")).isZero();
      assertThatThrownBy(
              () -> with(Person.of("ana", "Ana"), never).withPersonTarget("fay", 1).decompose())
          .isInstanceOf(InfeasiblePlanException.class)
          .hasMessage(
              "in a goal of EUR 90,000 this cannot be met: fay exactly EUR 0.01, since fay has no"
                  + " weight anywhere");
      assertThatThrownBy(
              () -> with(Person.of("ana", "Ana")).withPersonTarget("ana", 90_000_01).decompose())
          .hasMessage("the goal is EUR 90,000, and this alone is more: ana exactly EUR 90,000.01");
    }

    @Test
    void refusesToPlanForNobody() {
      assertThatThrownBy(
              () -> with(Person.of("f", "F").since(LocalDate.of(2027, 1, 1))).decompose())
          .hasMessageContaining("somebody must be there to sell something");
    }
  }

  @Nested
  class WhenSomebodyDoesNotSellAProduct {
    private final Decomposition anaSellsNoPro =
        Plans.of(Plans.goal(90_000_00))
            .weightedBy(
                Weights.given(
                    (person, product, month) ->
                        person.id().equals("ana") && product.id().equals("gtx-pro") ? 0 : 1));

    @Test
    void plansNoneOfItForThem() {
      SalesPlan plan = anaSellsNoPro.withPersonTarget("ana", 20_000_00).decompose();

      assertThat(plan.months())
          .allSatisfy(
              month -> assertThat(plan.cell("ana", "gtx-pro", month.name()).amount()).isZero());
      assertThat(plan.ofPerson("ana")).isEqualTo(20_000_00);
    }

    @Test
    void namesTheProductThatIsTooSmallForTheirTarget() {
      assertThatThrownBy(
              () ->
                  anaSellsNoPro
                      .withPersonTarget("ana", 20_000_00)
                      .withProductTarget("gtx-basic", 19_999_99)
                      .decompose())
          .isInstanceOf(InfeasiblePlanException.class)
          .hasMessage(
              "these cannot hold together in a goal of EUR 90,000: ana exactly EUR 20,000; gtx-basic"
                  + " exactly EUR 19,999.99; and ana has a weight only for gtx-basic");
    }
  }

  @Nested
  class WhenDealsAreCounted {
    @Test
    void givesOutWholeDealsNearTheirShares() {
      SalesPlan plan = Plans.of(Plans.countGoal(7)).decompose();

      assertThat(plan.total()).isEqualTo(7);
      assertThat(plan.people().stream().map(plan::ofPerson)).containsExactly(3L, 2L, 2L);
      assertThat(plan.products().stream().map(plan::ofProduct)).containsExactly(4L, 3L);
      assertThat(plan.cell("ana", "gtx-pro", "FY2026-07").why().explain(Locale.ENGLISH))
          .contains("3 for the person (by weight)");
    }
  }

  @Nested
  class WhenItCannotBeDivided {
    @Test
    void refusesAMetricThatIsNoSum() {
      SalesGoal rate =
          SalesGoal.builder().from(Plans.countGoal(5)).id("new").kpi(Kpis.CREATED_COUNT).build();

      assertThatThrownBy(() -> SalesPlan.forGoal(rate))
          .hasMessage(
              "goal new is about created.count, which is no sum; only sums such as won.value can be"
                  + " divided");
    }

    @Test
    void saysWhichAxisIsMissing() {
      assertThatThrownBy(
              () ->
                  SalesPlan.forGoal(Plans.goal(1))
                      .acrossPeople(Plans.ORGANIZATION.people())
                      .decompose())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("goal q3 is not divided among products yet");
      assertThatThrownBy(
              () -> Plans.of(Plans.goal(1)).acrossProducts(ImmutableList.of()).decompose())
          .hasMessage("goal q3 is divided among no products");
    }

    @Test
    void refusesWhoIsThereTwiceOrNotAtAll() {
      Product product = Product.of("gtx-pro", "GTX Pro");
      assertThatThrownBy(
              () ->
                  Plans.of(Plans.goal(1))
                      .acrossProducts(ImmutableList.of(product, product))
                      .decompose())
          .hasMessageContaining("[gtx-pro, gtx-pro]; each may be named once");
      assertThatThrownBy(() -> Plans.of(Plans.goal(1)).withPersonTarget("zoe", 1).decompose())
          .hasMessage("a target is given for person zoe; the plan of goal q3 has [ana, bob, cleo]");
    }

    @Test
    void refusesAnAmountBeyondWhatItCanKeepExact() {
      SalesGoal huge =
          SalesGoal.builder()
              .from(Plans.goal(1))
              .target(
                  dev.pacesetter.goal.Target.atLeast(
                      Money.ofMinor(CurrencyUnit.EUR, 1_000_000_000_000_001L)))
              .build();

      assertThatThrownBy(() -> SalesPlan.forGoal(huge))
          .hasMessageContaining("a plan takes at most 1000000000000000");
    }
  }
}
