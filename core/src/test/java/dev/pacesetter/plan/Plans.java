package dev.pacesetter.plan;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import java.time.Month;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Two teams, three people, two products and a goal for the third quarter. */
final class Plans {
  static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);

  static final Organization ORGANIZATION =
      Organization.builder()
          .addTeam(Team.of("emea", "EMEA"))
          .addTeam(Team.of("iberia", "Iberia").under("emea"))
          .addPerson(Person.of("ana", "Ana Silva").inTeam("iberia"))
          .addPerson(Person.of("bob", "Bob Stone").inTeam("emea"))
          .addPerson(Person.of("cleo", "Cleo Brown").inTeam("emea"))
          .addProduct(Product.of("gtx-basic", "GTX Basic"))
          .addProduct(Product.of("gtx-pro", "GTX Pro"))
          .build();

  private Plans() {}

  static SalesGoal goal(long cents) {
    return SalesGoal.builder()
        .id("q3")
        .title("Revenue in Q3")
        .kpi(Kpis.WON_VALUE)
        .atLeast(Money.ofMinor(CurrencyUnit.EUR, cents))
        .scope(Scope.team("emea"))
        .period(CALENDAR.period("FY2026-Q3"))
        .build();
  }

  static SalesGoal countGoal(long deals) {
    return SalesGoal.builder()
        .id("q3-deals")
        .title("Deals in Q3")
        .kpi(Kpis.WON_COUNT)
        .atLeast(deals)
        .period(CALENDAR.period("FY2026-Q3"))
        .build();
  }

  static Decomposition of(SalesGoal goal) {
    return SalesPlan.forGoal(goal)
        .acrossPeople(ORGANIZATION.people())
        .acrossProducts(ORGANIZATION.products())
        .acrossMonths(CALENDAR);
  }
}
