package dev.pacesetter.monitor;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.journal.SalesEvent.OwnerAssigned;
import dev.pacesetter.journal.SalesEvent.ProductLinked;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.plan.SalesPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The third quarter of 2026, in euros: people p0, p1, .. of whom the even are in team north and the
 * odd in team south, and products q0, q1, ..; the plan is even. July has 23 working days, August
 * 21, September 22.
 */
final class Quarter {
  static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);

  private final Organization organization;
  private final List<SalesEvent> events = new ArrayList<>();

  Quarter(int people, int products) {
    Organization.Builder builder =
        Organization.builder()
            .addTeam(Team.of("all", "Everybody"))
            .addTeam(Team.of("north", "North").under("all"))
            .addTeam(Team.of("south", "South").under("all"));
    for (int person = 0; person < people; person++) {
      builder.addPerson(
          Person.of("p" + person, "Person " + person).inTeam(person % 2 == 0 ? "north" : "south"));
    }
    for (int product = 0; product < products; product++) {
      builder.addProduct(Product.of("q" + product, "Product " + product));
    }
    organization = builder.build();
  }

  Organization organization() {
    return organization;
  }

  /** Everybody shares the goal evenly. */
  SalesPlan plan(long cents) {
    return plan(cents, Scope.company(), organization.people(), organization.products());
  }

  SalesPlan plan(long cents, Scope scope, Iterable<Person> people, Iterable<Product> products) {
    return SalesPlan.forGoal(
            SalesGoal.builder()
                .id("q3")
                .title("Revenue in Q3")
                .kpi(Kpis.WON_VALUE)
                .atLeast(Money.ofMinor(CurrencyUnit.EUR, cents))
                .scope(scope)
                .period(CALENDAR.period("FY2026-Q3"))
                .build())
        .acrossPeople(people)
        .acrossProducts(products)
        .acrossMonths(CALENDAR)
        .decompose();
  }

  Quarter won(@Nullable String person, @Nullable String product, LocalDate day, long cents) {
    String deal = "d" + events.size();
    Instant at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    events.add(new OpportunityCreated(deal + "c", at, deal));
    if (person != null) {
      events.add(new OwnerAssigned(deal + "o", at, deal, person));
    }
    if (product != null) {
      events.add(new ProductLinked(deal + "p", at, deal, product));
    }
    events.add(new AmountSet(deal + "a", at, deal, Money.ofMinor(CurrencyUnit.EUR, cents)));
    events.add(new OpportunityWon(deal + "w", at, deal));
    return this;
  }

  SalesFacts asOf(LocalDate day) {
    return SalesFacts.of(organization, CALENDAR, Journal.of(events).bookAsOf(CALENDAR.endOf(day)));
  }
}
