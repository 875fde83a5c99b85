package dev.pacesetter.plan;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.journal.SalesEvent.OwnerAssigned;
import dev.pacesetter.journal.SalesEvent.ProductLinked;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A history of won deals, in euros. */
final class Sales {
  private final List<SalesEvent> events = new ArrayList<>();

  Sales won(String person, String product, LocalDate day, long cents) {
    String deal = "d" + events.size();
    Instant at = day.atTime(12, 0).atZone(Plans.CALENDAR.zone()).toInstant();
    events.add(new OpportunityCreated(deal + "c", at, deal));
    events.add(new OwnerAssigned(deal + "o", at, deal, person));
    events.add(new ProductLinked(deal + "p", at, deal, product));
    events.add(new AmountSet(deal + "a", at, deal, Money.ofMinor(CurrencyUnit.EUR, cents)));
    events.add(new OpportunityWon(deal + "w", at, deal));
    return this;
  }

  SalesFacts asOf(Organization organization, FiscalCalendar calendar, LocalDate day) {
    return SalesFacts.of(organization, calendar, Journal.of(events).bookAsOf(calendar.endOf(day)));
  }
}
