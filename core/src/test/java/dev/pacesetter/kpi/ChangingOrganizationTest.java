package dev.pacesetter.kpi;

import static dev.pacesetter.testing.Business.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.ProductLine;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import dev.pacesetter.organization.Territory;
import dev.pacesetter.testing.Business;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangingOrganizationTest {
  private static final LocalDate MID_MAY = day("2026-05-15");

  private static Business company() {
    return Business.empty()
        .team(Team.of("all", "Everybody"))
        .team(Team.of("rest", "Rest"))
        .team(Team.of("north", "North").under("all"))
        .team(Team.of("south", "South").under("all"));
  }

  private static double won(Business business, Scope scope) {
    return Kpis.WON_VALUE
            .measure(business.on("2026-07-01"), scope, business.period("FY2026-Q2"))
            .value()
        / 100;
  }

  @Nested
  class SomebodyWhoMoves {
    private final Business business =
        company()
            .person(Person.of("ana", "Ana").inTeam("north").movedTo("south", MID_MAY))
            .person(Person.of("bo", "Bo").inTeam("south"))
            .won("ana", "2026-05-14", 100)
            .won("ana", "2026-05-15", 20)
            .won("bo", "2026-05-16", 3);

    @Test
    void leavesWhatWasWonBeforeWithTheFormerTeam() {
      assertThat(won(business, Scope.team("north"))).isEqualTo(100);
      assertThat(won(business, Scope.team("south"))).isEqualTo(23);
      assertThat(won(business, Scope.team("all"))).isEqualTo(123);
    }

    @Test
    void keepsEverythingThemselves() {
      assertThat(won(business, Scope.person("ana"))).isEqualTo(120);
      assertThat(won(business, Scope.team("south").and(Dimension.PERSON, "ana"))).isEqualTo(20);
    }
  }

  @Nested
  class ATeamThatIsMovedMidQuarter {
    private final Business business =
        Business.empty()
            .team(Team.of("all", "Everybody"))
            .team(Team.of("rest", "Rest"))
            .team(Team.of("north", "North").under("all").movedUnder("rest", MID_MAY))
            .person(Person.of("ana", "Ana").inTeam("north"))
            .won("ana", "2026-05-14", 100)
            .won("ana", "2026-05-15", 20);

    @Test
    void countsAboveWhereItStood() {
      assertThat(won(business, Scope.team("all"))).isEqualTo(100);
      assertThat(won(business, Scope.team("rest"))).isEqualTo(20);
      assertThat(won(business, Scope.team("north"))).isEqualTo(120);
    }
  }

  @Nested
  class SomebodyWhoLeft {
    private final Business business =
        company()
            .person(Person.of("ana", "Ana").inTeam("north").until(MID_MAY))
            .person(Person.of("bo", "Bo").inTeam("south"));

    @Test
    void stillCountsForTheirTeamWhereADealOfTheirsClosesLater() {
      business.won("ana", "2026-05-20", 100);
      assertThat(won(business, Scope.team("north"))).isEqualTo(100);
    }

    @Test
    void doesNotKeepADealThatWasHandedOver() {
      business
          .deal("ana", "2026-04-01")
          .handedTo("bo", "2026-05-15")
          .amount("2026-05-20", 100)
          .won("2026-05-20")
          .and();
      assertThat(won(business, Scope.team("north"))).isEqualTo(0);
      assertThat(won(business, Scope.team("south"))).isEqualTo(100);
    }
  }

  @Nested
  class ADealThatIsHandedOver {
    private final Business business =
        company()
            .person(Person.of("ana", "Ana").inTeam("north"))
            .person(Person.of("bo", "Bo").inTeam("south"))
            .deal("ana", "2026-04-02")
            .handedTo("bo", "2026-05-01")
            .activity("2026-04-10", "ana", ActivityKind.CALL)
            .activity("2026-05-10", "bo", ActivityKind.CALL)
            .and();
    private final SalesFacts facts = business.on("2026-07-01");
    private final Period quarter = business.period("FY2026-Q2");

    @Test
    void isCreatedByWhoBroughtIt() {
      assertThat(Kpis.CREATED_COUNT.measure(facts, Scope.team("north"), quarter).value())
          .isEqualTo(1);
      assertThat(Kpis.CREATED_COUNT.measure(facts, Scope.person("bo"), quarter).value()).isZero();
    }

    @Test
    void isOpenWithWhoHasItNow() {
      assertThat(Kpis.OPEN_COUNT.measure(facts, Scope.team("south"), quarter).value()).isEqualTo(1);
      assertThat(Kpis.OPEN_COUNT.measure(facts, Scope.person("ana"), quarter).value()).isZero();
    }

    @Test
    void hasActivitiesOfBoth() {
      assertThat(Kpis.ACTIVITY_COUNT.measure(facts, Scope.team("north"), quarter).value())
          .isEqualTo(1);
      assertThat(Kpis.ACTIVITY_COUNT.measure(facts, Scope.team("all"), quarter).value())
          .isEqualTo(2);
    }
  }

  @Nested
  class TerritoriesAndLines {
    private final Business business =
        company()
            .territory(Territory.of("eu", "Europe"))
            .territory(Territory.of("fr", "France").under("eu"))
            .customer(Customer.of("c1", "One").inTerritory("fr").movedTo("eu", MID_MAY))
            .productLine(ProductLine.of("hard", "Hardware"))
            .product(Product.of("pump", "Pump").inLine("hard"))
            .product(Product.of("service", "Service").inLine("soft"))
            .person(Person.of("ana", "Ana").inTeam("north"))
            .deal("ana", "2026-05-01")
            .customer("2026-05-01", "c1")
            .product("2026-05-01", "pump")
            .amount("2026-05-14", 100)
            .won("2026-05-14")
            .and()
            .deal("ana", "2026-05-01")
            .customer("2026-05-01", "c1")
            .product("2026-05-01", "service")
            .amount("2026-05-15", 20)
            .won("2026-05-15")
            .and()
            .won("ana", "2026-05-16", 3);

    @Test
    void haveWhatTheirCustomersBoughtWhileTheyBelongedThere() {
      assertThat(won(business, Scope.territory("fr"))).isEqualTo(100);
      assertThat(won(business, Scope.territory("eu"))).isEqualTo(120);
      assertThat(won(business, Scope.territory("mars"))).isEqualTo(0);
    }

    @Test
    void haveWhatWasSoldOfTheirProducts() {
      assertThat(won(business, Scope.line("hard"))).isEqualTo(100);
      assertThat(won(business, Scope.line("soft"))).isEqualTo(20);
      assertThat(won(business, Scope.line("hard").and(Dimension.PRODUCT, "service"))).isEqualTo(0);
      assertThat(won(business, Scope.line("hard").and(Dimension.PERSON, "ana"))).isEqualTo(100);
    }
  }
}
