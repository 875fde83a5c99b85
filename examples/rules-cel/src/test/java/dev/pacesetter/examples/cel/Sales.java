package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.SalesLoop;
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
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Six people win 20 deals each in the third quarter of 2025; Ana's are a fifth of the others'. */
final class Sales {
  static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  static final Instant AS_OF = Instant.parse("2026-06-30T12:00:00Z");
  private static final ImmutableList<String> PEOPLE =
      ImmutableList.of("ana", "wei", "bob", "cho", "dan", "eva");

  static final Organization ORGANIZATION = organization();

  private Sales() {}

  private static Organization organization() {
    Organization.Builder builder =
        Organization.builder()
            .addTeam(Team.of("emea", "EMEA"))
            .addProduct(Product.of("gtx", "GTX"));
    PEOPLE.forEach(
        id -> builder.addPerson(Person.of(id, id.equals("ana") ? "Ana" : id).inTeam("emea")));
    return builder.build();
  }

  static SalesLoop loop() {
    ImmutableList.Builder<SalesEvent> events = ImmutableList.builder();
    Instant start = Instant.parse("2025-07-02T09:00:00Z");
    for (String person : PEOPLE) {
      for (int deal = 0; deal < 20; deal++) {
        String id = person + deal;
        Instant at = start.plus(Duration.ofDays(deal));
        int amount = (person.equals("ana") ? 100 : 500) + 7 * deal;
        events.add(
            new OpportunityCreated(id + "c", at, id),
            new OwnerAssigned(id + "o", at, id, person),
            new ProductLinked(id + "p", at, id, "gtx"),
            new AmountSet(id + "a", at, id, Money.of(CurrencyUnit.EUR, amount)),
            new OpportunityWon(id + "w", at.plus(Duration.ofDays(30 + deal % 5)), id));
      }
    }
    return SalesLoop.of(ORGANIZATION, CALENDAR, Journal.of(events.build()));
  }

  static SalesGoal goal(int euros) {
    return SalesGoal.builder()
        .id("q3")
        .title("EMEA in Q3")
        .owner("ana")
        .kpi(Kpis.WON_VALUE)
        .atLeast(Money.of(CurrencyUnit.EUR, euros))
        .period(CALENDAR.period("FY2026-Q3"))
        .build();
  }
}
