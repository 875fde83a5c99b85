package dev.pacesetter.examples.embed;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.plan.SalesPlan;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Sets a goal and splits it to the cent. */
public final class FirstPlan {
  private FirstPlan() {}

  /**
   * Runs the example of the README.
   *
   * @param args not used
   */
  public static void main(String... args) {
    Organization org =
        Organization.builder()
            .addTeam(Team.of("emea", "EMEA"))
            .addPerson(Person.of("ana", "Ana Silva").inTeam("emea"))
            .addPerson(Person.of("wei", "王伟").inTeam("emea"))
            .addProduct(Product.of("gtx-pro", "GTX Pro"))
            .build();
    FiscalCalendar calendar = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
    SalesGoal goal =
        SalesGoal.builder()
            .id("q3-emea")
            .title("EMEA new revenue of 1.2M in Q3")
            .owner("ana")
            .kpi(Kpis.WON_VALUE)
            .atLeast(Money.of(CurrencyUnit.EUR, 1_200_000))
            .scope(Scope.team("emea"))
            .period(calendar.period("FY2026-Q3"))
            .build();
    SalesPlan plan =
        SalesPlan.forGoal(goal)
            .acrossPeople(org.peopleIn("emea"))
            .acrossProducts(org.products())
            .acrossMonths(calendar)
            .decompose();
    System.out.println(plan.cell("ana", "gtx-pro", "FY2026-07").why().explain(Locale.ENGLISH, org));
  }
}
