package dev.pacesetter.organization;

import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.testing.Business;
import java.time.Month;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrganizationTest {
  private static final Period YEAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC).period("FY2026");

  private final Organization small = Business.small().organization();

  @Test
  void listsEverythingInTheOrderOfIdsWhateverTheOrderOfTelling() {
    Organization told =
        Organization.builder()
            .addPerson(Person.of("zoe", "Zoe"))
            .addPerson(Person.of("ana", "Ana"))
            .addProduct(Product.of("pro", "Pro"))
            .addProduct(Product.of("basic", "Basic"))
            .addCustomer(Customer.of("c2", "Two"))
            .addCustomer(Customer.of("c1", "One"))
            .build();
    assertThat(told.people()).extracting(Person::id).containsExactly("ana", "zoe");
    assertThat(told.products()).extracting(Product::id).containsExactly("basic", "pro");
    assertThat(told.customers()).extracting(Customer::id).containsExactly("c1", "c2");
  }

  @Test
  void findsByIdAndSaysWhenThereIsNone() {
    assertThat(small.person("ana")).map(Person::name).hasValue("Ana Silva");
    assertThat(small.person("zoe")).isEmpty();
    assertThat(small.team("moon")).isEmpty();
    assertThat(small.product("pro").flatMap(Product::listPrice)).hasValue(euros(5000));
    assertThat(small.customer("c1")).isEmpty();
    assertThat(small.process()).isEmpty();
  }

  @Nested
  class Teams {
    @Test
    void haveTheMembersOfTheTeamsBelow() {
      assertThat(small.peopleIn("all")).extracting(Person::id).containsExactly("ana", "bo", "cy");
      assertThat(small.peopleIn("north")).extracting(Person::id).containsExactly("ana", "bo");
    }

    @Test
    void areRefusedWhenNobodyKnowsThem() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> small.peopleIn("moon"))
          .withMessageContaining("team 'moon'")
          .withMessageContaining("[all, north, south]");
    }

    @Test
    void mustExistForTheirMembers() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Organization.builder().addPerson(Person.of("ana", "Ana").inTeam("moon")).build())
          .withMessageContaining("person ana names team 'moon'");
    }

    @Test
    void mustExistForTheTeamsBelow() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Organization.builder().addTeam(Team.of("a", "A").under("moon")).build())
          .withMessageContaining("team a names team 'moon'");
    }

    @Test
    void mustNotBeAboveThemselves() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Organization.builder()
                      .addTeam(Team.of("a", "A").under("b"))
                      .addTeam(Team.of("b", "B").under("c"))
                      .addTeam(Team.of("c", "C").under("a"))
                      .build())
          .withMessageContaining("team a is above itself");
    }
  }

  @Nested
  class Ids {
    @Test
    void mayBeToldTwiceForTheSameThing() {
      assertThat(
              Organization.builder()
                  .addTeam(Team.of("a", "A"))
                  .addTeam(Team.of("a", "A"))
                  .build()
                  .teams())
          .hasSize(1);
    }

    @Test
    void mustNotStandForTwoThings() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Organization.builder()
                      .addPerson(Person.of("ana", "Ana Silva"))
                      .addPerson(Person.of("ana", "Ana Gomes")))
          .withMessageContaining("'ana'")
          .withMessageContaining("Ana Silva")
          .withMessageContaining("Ana Gomes");
    }

    @Test
    void mustNotBeBlank() {
      assertThatIllegalArgumentException().isThrownBy(() -> Person.of(" ", "Nobody"));
      assertThatIllegalArgumentException().isThrownBy(() -> Team.of("", "Nowhere"));
      assertThatIllegalArgumentException().isThrownBy(() -> Product.of("\t", "Nothing"));
      assertThatIllegalArgumentException().isThrownBy(() -> Customer.of("", "Nobody"));
    }
  }

  @Nested
  class PeopleOfAScope {
    @Test
    void areEverybodyWithoutACondition() {
      assertThat(small.peopleIn(Scope.company(), YEAR)).containsExactly("ana", "bo", "cy");
      assertThat(small.peopleIn(Scope.product("pro"), YEAR)).containsExactly("ana", "bo", "cy");
    }

    @Test
    void areThoseForWhomEveryConditionHolds() {
      assertThat(small.peopleIn(Scope.team("north"), YEAR)).containsExactly("ana", "bo");
      assertThat(small.peopleIn(Scope.person("cy"), YEAR)).containsExactly("cy");
      assertThat(small.peopleIn(Scope.team("north").and(Dimension.PERSON, "bo"), YEAR))
          .containsExactly("bo");
      assertThat(small.peopleIn(Scope.team("north").and(Dimension.PERSON, "cy"), YEAR)).isEmpty();
    }
  }

  @Nested
  class Coverage {
    @Test
    void ofTheCompanyIsEverything() {
      assertThat(small.covers(Scope.company(), Scope.company(), YEAR)).isTrue();
      assertThat(small.covers(Scope.company(), Scope.person("ana"), YEAR)).isTrue();
      assertThat(small.covers(Scope.person("ana"), Scope.company(), YEAR)).isFalse();
    }

    @Test
    void ofATeamIsItsTeamsAndPeople() {
      assertThat(small.covers(Scope.team("all"), Scope.team("north"), YEAR)).isTrue();
      assertThat(small.covers(Scope.team("all"), Scope.person("ana"), YEAR)).isTrue();
      assertThat(small.covers(Scope.team("north"), Scope.person("cy"), YEAR)).isFalse();
      assertThat(small.covers(Scope.team("north"), Scope.team("all"), YEAR)).isFalse();
      assertThat(small.covers(Scope.team("north"), Scope.product("pro"), YEAR)).isFalse();
      assertThat(small.covers(Scope.team("north"), Scope.person("zoe"), YEAR)).isFalse();
    }

    @Test
    void ofAProductIsThatProductWhoeverSellsIt() {
      Scope anasPro = Scope.product("pro").and(Dimension.PERSON, "ana");
      assertThat(small.covers(Scope.product("pro"), anasPro, YEAR)).isTrue();
      assertThat(small.covers(Scope.product("basic"), anasPro, YEAR)).isFalse();
      assertThat(small.covers(anasPro, Scope.product("pro"), YEAR)).isFalse();
    }
  }

  @Nested
  class Names {
    @Test
    void standForIds() {
      assertThat(small.nameOf(Scope.team("north").and(Dimension.PRODUCT, "pro")))
          .isEqualTo("North · GTX Pro");
      assertThat(small.nameOf(Scope.person("ana").and(Dimension.SEGMENT, "retail")))
          .isEqualTo("Ana Silva · retail");
    }

    @Test
    void areTheIdWhereNobodyKnowsIt() {
      assertThat(small.nameOf(Scope.person("zoe"))).isEqualTo("zoe");
    }

    @Test
    void areEmptyForTheCompany() {
      assertThat(small.nameOf(Scope.company())).isEmpty();
    }
  }

  @Nested
  class People {
    @Test
    void areThereFromTheFirstDayUntilTheFirstDayAway() {
      Person person = Person.of("di", "Di").since(day("2026-02-01")).until(day("2026-03-01"));
      assertThat(person.isActiveOn(day("2026-01-31"))).isFalse();
      assertThat(person.isActiveOn(day("2026-02-01"))).isTrue();
      assertThat(person.isActiveOn(day("2026-02-28"))).isTrue();
      assertThat(person.isActiveOn(day("2026-03-01"))).isFalse();
    }

    @Test
    void areThereSinceEverWhereNoDayIsKnown() {
      assertThat(Person.of("di", "Di").isActiveOn(day("1900-01-01"))).isTrue();
    }

    @Test
    void mustNotLeaveBeforeTheyCome() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Person.of("di", "Di").since(day("2026-02-01")).until(day("2026-02-01")))
          .withMessageContaining("person di")
          .withMessageContaining("the end must be after the start");
    }
  }

  @Test
  void hasNoProductThatCostsLessThanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Product.of("gift", "Gift", euros(-1)))
        .withMessageContaining("product gift")
        .withMessageContaining("must not be negative");
    assertThat(Product.of("p", "P").inLine("GTX").line()).hasValue("GTX");
  }

  @Nested
  class Stages {
    @Test
    void knowsThePlaceOfAStage() {
      SalesProcess process = SalesProcess.of("lead", "meeting", "proposal");
      assertThat(process.indexOf("meeting")).isEqualTo(1);
      assertThat(process.indexOf("won")).isEqualTo(-1);
    }

    @Test
    void hasDistinctNamedStages() {
      assertThatIllegalArgumentException().isThrownBy(SalesProcess::of);
      assertThatIllegalArgumentException().isThrownBy(() -> SalesProcess.of("lead", " "));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SalesProcess.of("lead", "lead"))
          .withMessage("the stages [lead, lead] must be distinct");
    }
  }
}
