package dev.pacesetter.organization;

import static dev.pacesetter.testing.Business.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.OrganizationProblem.Kind;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrganizationChartTest {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final LocalDate MAY = day("2026-05-01");

  /** Ana moves from north to south in May; so does north, from all to rest. */
  private final Organization moving =
      Organization.builder()
          .addTeam(Team.of("all", "All").ledBy("eve"))
          .addTeam(Team.of("rest", "Rest").ledBy("eve"))
          .addTeam(
              Team.of("north", "North")
                  .under("all")
                  .movedUnder("rest", MAY)
                  .ledBy("ana")
                  .ledBy("bo", MAY))
          .addTeam(Team.of("south", "South").under("all"))
          .addPerson(Person.of("ana", "Ana").inTeam("north").movedTo("south", MAY))
          .addPerson(Person.of("bo", "Bo").inTeam("north").since(day("2026-02-01")))
          .addPerson(Person.of("cy", "Cy").inTeam("south").until(day("2026-07-01")))
          .addPerson(Person.of("eve", "Eve"))
          .addTerritory(Territory.of("eu", "Europe").ownedBy("eve"))
          .addTerritory(
              Territory.of("fr", "France")
                  .under("eu")
                  .withOwners(
                      ImmutableList.of(
                          Tenure.since("bo", MAY),
                          Tenure.always("ana").until(day("2026-04-01")),
                          Tenure.vacant(day("2026-04-01"), MAY))))
          .addTerritory(Territory.of("fr-south", "South of France").under("fr"))
          .addCustomer(Customer.of("c1", "One").inTerritory("fr-south"))
          .addCustomer(Customer.of("c2", "Two").inTerritory("fr").movedTo("eu", MAY))
          .addCustomer(Customer.of("c3", "Three"))
          .addProductLine(ProductLine.of("hard", "Hardware"))
          .addProductLine(ProductLine.of("pumps", "Pumps").under("hard"))
          .addProduct(Product.of("p1", "Pump 1").inLine("pumps"))
          .addProduct(Product.of("s1", "Service").inLine("service"))
          .build();

  private OrganizationChart on(String day) {
    return moving.chartOn(day(day));
  }

  @Nested
  class People {
    @Test
    void areInTheTeamOfTheDay() {
      assertThat(on("2026-04-30").peopleIn("north"))
          .extracting(Person::id)
          .containsExactly("ana", "bo");
      assertThat(on("2026-05-01").peopleIn("north")).extracting(Person::id).containsExactly("bo");
      assertThat(on("2026-05-01").peopleIn("south"))
          .extracting(Person::id)
          .containsExactly("ana", "cy");
      assertThat(moving.peopleIn("south")).extracting(Person::id).containsExactly("ana", "cy");
    }

    @Test
    void areInNoTeamBeforeTheyComeAndAfterTheyLeave() {
      assertThat(on("2026-01-31").peopleIn("north")).extracting(Person::id).containsExactly("ana");
      assertThat(on("2026-07-01").peopleIn("south")).extracting(Person::id).containsExactly("ana");
    }

    @Test
    void areInEveryTeamThatTheirTeamIsBelowOnTheDay() {
      assertThat(moving.teamsOf("bo", day("2026-04-30"))).containsExactly("north", "all");
      assertThat(moving.teamsOf("bo", MAY)).containsExactly("north", "rest");
      assertThat(moving.teamsOf("eve", MAY)).isEmpty();
      assertThat(moving.teamsOf("nobody", MAY)).isEmpty();
    }

    @Test
    void areInBothTeamsInAPeriodInWhichTheyMove() {
      Period quarter = CALENDAR.period("FY2026-Q2");
      assertThat(moving.peopleIn(Scope.team("north"), quarter)).containsExactly("ana", "bo");
      assertThat(moving.peopleIn(Scope.team("south"), quarter)).containsExactly("ana", "cy");
      assertThat(moving.peopleIn(Scope.team("all"), quarter)).containsExactly("ana", "bo", "cy");
      assertThat(moving.peopleIn(Scope.team("all"), CALENDAR.period("FY2026-Q3")))
          .containsExactly("ana", "cy");
    }

    @Test
    void reportToTheLeadOfTheirTeamAndALeadToTheNextAbove() {
      assertThat(on("2026-04-30").managerOf("bo")).map(Person::id).hasValue("ana");
      assertThat(on("2026-04-30").managerOf("ana")).map(Person::id).hasValue("eve");
      assertThat(on("2026-05-01").managerOf("bo")).map(Person::id).hasValue("eve");
      assertThat(on("2026-05-01").managerOf("eve")).isEmpty();
    }

    @Test
    void reportThroughOthersToo() {
      assertThat(on("2026-04-30").reportsOf("eve"))
          .extracting(Person::id)
          .containsExactly("ana", "bo", "cy");
      assertThat(on("2026-04-30").reportsOf("ana")).extracting(Person::id).containsExactly("bo");
      assertThat(on("2026-05-01").reportsOf("ana")).isEmpty();
    }
  }

  @Nested
  class Teams {
    @Test
    void standWhereTheyStoodOnTheDay() {
      assertThat(on("2026-04-30").teamsBelow("all"))
          .extracting(Team::id)
          .containsExactly("north", "south");
      assertThat(on("2026-05-01").teamsBelow("all")).extracting(Team::id).containsExactly("south");
      assertThat(on("2026-05-01").teamsBelow("rest")).extracting(Team::id).containsExactly("north");
    }

    @Test
    void areRefusedWhereTheyDoNotExist() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> on("2026-05-01").peopleIn("moon"))
          .withMessageContaining("team 'moon'")
          .withMessageContaining("[all, north, rest, south]");
    }

    @Test
    void areCoveredByThoseThatWereAboveOnSomeDayOfThePeriod() {
      Period quarter = CALENDAR.period("FY2026-Q2");
      assertThat(moving.covers(Scope.team("all"), Scope.team("north"), quarter)).isTrue();
      assertThat(moving.covers(Scope.team("rest"), Scope.team("north"), quarter)).isTrue();
      assertThat(
              moving.covers(Scope.team("all"), Scope.team("north"), CALENDAR.period("FY2026-Q3")))
          .isFalse();
      assertThat(moving.covers(Scope.team("south"), Scope.person("ana"), quarter)).isTrue();
    }
  }

  @Nested
  class Territories {
    @Test
    void belongToWhoeverLooksAfterThemOnTheDay() {
      assertThat(on("2026-03-31").ownerOf("fr")).map(Person::id).hasValue("ana");
      assertThat(on("2026-05-01").ownerOf("fr")).map(Person::id).hasValue("bo");
    }

    @Test
    void fallToTheOwnerAboveWhereTheyHaveNobody() {
      assertThat(on("2026-04-15").ownerOf("fr")).map(Person::id).hasValue("eve");
      assertThat(on("2026-05-01").ownerOf("fr-south")).map(Person::id).hasValue("bo");
      assertThat(on("2026-05-01").territoriesOf("bo"))
          .extracting(Territory::id)
          .containsExactly("fr", "fr-south");
    }

    @Test
    void bringTheirCustomersWithThem() {
      assertThat(on("2026-03-31").ownerOfCustomer("c1")).map(Person::id).hasValue("ana");
      assertThat(on("2026-05-01").ownerOfCustomer("c2")).map(Person::id).hasValue("eve");
      assertThat(on("2026-05-01").ownerOfCustomer("c3")).isEmpty();
      assertThat(on("2026-03-31").customersOf("ana"))
          .extracting(Customer::id)
          .containsExactly("c1", "c2");
      assertThat(on("2026-05-01").customersOf("bo")).extracting(Customer::id).containsExactly("c1");
      assertThat(moving.territoriesOf("c1", MAY)).containsExactly("fr-south", "fr", "eu");
    }
  }

  @Nested
  class Lines {
    @Test
    void holdTheProductsOfTheLinesBelow() {
      assertThat(moving.linesOf("p1")).containsExactly("pumps", "hard");
      Period year = CALENDAR.period("FY2026");
      assertThat(moving.covers(Scope.line("hard"), Scope.product("p1"), year)).isTrue();
      assertThat(moving.covers(Scope.line("hard"), Scope.line("pumps"), year)).isTrue();
      assertThat(moving.covers(Scope.line("pumps"), Scope.line("hard"), year)).isFalse();
    }

    @Test
    void existWhereOnlyAProductNamesThem() {
      assertThat(moving.productLine("service")).map(ProductLine::name).hasValue("service");
      assertThat(moving.nameOf(Scope.line("pumps"))).isEqualTo("Pumps");
    }
  }

  @Nested
  class Problems {
    private ImmutableList<OrganizationProblem> of(Organization.Builder builder) {
      return catchThrowableOfType(InvalidOrganizationException.class, builder::build).problems();
    }

    @Test
    void areGapsInTheTimeAtWork() {
      Person ana = Person.of("ana", "Ana").since(day("2026-01-01"));
      Organization.Builder builder =
          Organization.builder()
              .addTeam(Team.of("a", "A"))
              .addPerson(
                  ana.withMemberships(
                      ImmutableList.of(
                          Tenure.since("a", day("2026-02-01")).until(day("2026-03-01")),
                          Tenure.since("a", day("2026-04-01")))));
      assertThat(of(builder))
          .extracting(OrganizationProblem::kind, OrganizationProblem::message)
          .containsExactly(
              tuple(
                  Kind.GAP,
                  "person ana has nothing on the days [2026-03-01, 2026-04-01); say that it is"
                      + " vacant, or close the gap"),
              tuple(
                  Kind.GAP,
                  "person ana has nothing on the days [2026-01-01, 2026-02-01); say that it is"
                      + " vacant, or close the gap"));
    }

    @Test
    void areOverlaps() {
      Organization.Builder builder =
          Organization.builder()
              .addPerson(Person.of("ana", "Ana"))
              .addPerson(Person.of("bo", "Bo"))
              .addTerritory(
                  Territory.of("fr", "France")
                      .withOwners(
                          ImmutableList.of(
                              Tenure.always("ana"), Tenure.since("bo", day("2026-04-01")))));
      assertThat(of(builder)).extracting(OrganizationProblem::kind).containsExactly(Kind.OVERLAP);
      assertThat(of(builder).get(0).message())
          .contains("territory fr", "'ana'", "'bo from 2026-04-01'", "[2026-04-01, on)");
    }

    @Test
    void areTeamsAboveThemselvesFromADayOn() {
      Organization.Builder builder =
          Organization.builder()
              .addTeam(Team.of("a", "A").movedUnder("b", day("2026-04-01")))
              .addTeam(Team.of("b", "B").under("a"));
      assertThat(of(builder))
          .extracting(OrganizationProblem::message)
          .containsExactly(
              "team a is above itself, through [a, b], from 2026-04-01",
              "team b is above itself, through [b, a], from 2026-04-01");
    }

    @Test
    void areToldAllAtOnce() {
      Organization.Builder builder =
          Organization.builder()
              .addTeam(Team.of("a", "A").ledBy("zoe").under("moon"))
              .addTerritory(Territory.of("t", "T").ownedBy("yan").under("mars"))
              .addProductLine(ProductLine.of("l", "L").under("venus"))
              .addCustomer(Customer.of("c", "C").inTerritory("sun"));
      assertThat(of(builder))
          .extracting(OrganizationProblem::message)
          .containsExactly(
              "team a names team 'moon'; known teams are [a]",
              "territory t names territory 'mars'; known territories are [t]",
              "product line l names product line 'venus'; known product lines are [l]",
              "team a names person 'zoe'; known people are []",
              "territory t names person 'yan'; known people are []",
              "customer c names territory 'sun'; known territories are [t]");
    }

    @Test
    void areMovesToldOutOfOrder() {
      Person ana = Person.of("ana", "Ana").inTeam("a").movedTo("b", MAY);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ana.movedTo("c", MAY))
          .withMessageContaining("person ana cannot change on 2026-05-01");
    }
  }

  @Nested
  class WorkingTimes {
    private final Person cem =
        Person.of("cem", "Cem")
            .working(0.8)
            .working(0.5, day("2026-04-01"))
            .working(0, day("2026-06-01"))
            .working(1, day("2026-09-01"));

    @Test
    void changeFromADayOn() {
      assertThat(cem.quotaShareOn(day("2026-03-31"))).isEqualTo(0.8);
      assertThat(cem.quotaShareOn(day("2026-04-01"))).isEqualTo(0.5);
      assertThat(cem.quotaShareOn(day("2026-06-01"))).isZero();
      assertThat(cem.quotaShareOn(day("2026-09-01"))).isEqualTo(1);
    }

    @Test
    void multiplyWithTheRamp() {
      Person newcomer = cem.since(day("2026-03-02")).ramping(Ramp.ofMonths(0.5));
      assertThat(newcomer.quotaShareOn(day("2026-03-01"))).isZero();
      assertThat(newcomer.quotaShareOn(day("2026-03-02"))).isEqualTo(0.4);
      assertThat(newcomer.quotaShareOn(day("2026-04-02"))).isEqualTo(0.5);
    }

    @Test
    void areInTheOrderOfTimeHoweverTheyAreGiven() {
      assertThat(cem.withWorkingTimes(cem.workingTimes().reverse())).isEqualTo(cem);
    }

    @Test
    void holdOneAtATime() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  cem.withWorkingTimes(
                      ImmutableList.of(
                          WorkingTime.always(0.5), WorkingTime.since(0.8, day("2026-04-01")))))
          .withMessage(
              "person cem works 0.5 and 0.8 from 2026-04-01 of full time; one at a time is allowed");
    }

    @Test
    void changeInTheirOrder() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> cem.working(0.9, day("2026-08-01")))
          .withMessageContaining("person cem cannot change working time on 2026-08-01")
          .withMessageContaining("a change on 2026-09-01 is known");
    }

    @Test
    void liePartlyBetweenNothingAndFullTime() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> cem.working(1.2))
          .withMessage("a working time is 1.2 of full time; it must be from 0 to 1");
    }
  }

  @Nested
  class Ramps {
    private final Person bo =
        Person.of("bo", "Bo")
            .since(day("2026-01-31"))
            .until(day("2026-12-01"))
            .ramping(Ramp.ofMonths(0, 0.5));

    @Test
    void growMonthByMonthFromTheFirstDay() {
      assertThat(bo.quotaShareOn(day("2026-01-30"))).isZero();
      assertThat(bo.quotaShareOn(day("2026-02-27"))).isZero();
      assertThat(bo.quotaShareOn(day("2026-02-28"))).isEqualTo(0.0);
      assertThat(bo.quotaShareOn(day("2026-03-30"))).isEqualTo(0.5);
      assertThat(bo.quotaShareOn(day("2026-03-31"))).isEqualTo(1.0);
      assertThat(bo.quotaShareOn(day("2026-12-01"))).isZero();
    }

    @Test
    void leaveAFullQuotaWhereThereIsNone() {
      assertThat(Person.of("ana", "Ana").quotaShareOn(MAY)).isEqualTo(1);
    }

    @Test
    void mustNotExceedAFullQuota() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Ramp.ofMonths(0.5, 1.5))
          .withMessageContaining("share 1.5");
    }
  }
}
