package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Activity;
import dev.pacesetter.journal.Opportunity.Booking;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.journal.SalesEvent.OrderPlaced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/** Turns what happened into credits: which event counts, and who is credited for it. */
final class CreditSource {
  private final SalesFacts facts;
  private final CreditRule rule;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String event, int deal, Instant at, Optional<String> person, long worth) {}

  private CreditSource(SalesFacts facts, CreditRule rule) {
    this.facts = facts;
    this.rule = rule;
  }

  static Credits won(SalesFacts facts, CreditRule rule) {
    CreditSource source = new CreditSource(facts, rule);
    ImmutableList<Opportunity> deals = facts.book().opportunities();
    for (int i = 0; i < deals.size(); i++) {
      Opportunity deal = deals.get(i);
      if (deal.outcome() == Outcome.WON) {
        long amount = deal.amount().map(Money::getAmountMinorLong).orElse(0L);
        source.add(deal.id(), i, deal.closedAt().orElseThrow(), amount);
      }
    }
    return source.ofDeals();
  }

  static Credits booked(
      SalesFacts facts, CreditRule rule, Function<Opportunity, ImmutableList<Booking>> bookings) {
    CreditSource source = new CreditSource(facts, rule);
    ImmutableList<Opportunity> deals = facts.book().opportunities();
    for (int i = 0; i < deals.size(); i++) {
      for (Booking booking : bookings.apply(deals.get(i))) {
        source.add(booking.id(), i, booking.at(), booking.value().getAmountMinorLong());
      }
    }
    return source.ofDeals();
  }

  static Credits orders(SalesFacts facts) {
    ImmutableList<OrderPlaced> lines = facts.book().orderLines();
    Credits credits = new Credits(facts, lines.size());
    for (int row = 0; row < lines.size(); row++) {
      OrderPlaced line = lines.get(row);
      credits.set(
          row,
          line.id(),
          -1,
          facts.calendar().dayOf(line.at()),
          Optional.of(line.person()),
          Optional.of(line.product()),
          Optional.of(line.customer()),
          Optional.empty(),
          line.value().getAmountMinorLong());
    }
    return credits;
  }

  static Credits activities(SalesFacts facts) {
    CreditSource source = new CreditSource(facts, CreditRule.OWNER);
    ImmutableList<Opportunity> deals = facts.book().opportunities();
    for (int i = 0; i < deals.size(); i++) {
      ImmutableList<Activity> activities = deals.get(i).activities();
      for (int at = 0; at < activities.size(); at++) {
        Activity activity = activities.get(at);
        source.rows.add(
            new Row(
                deals.get(i).id() + "/" + at, i, activity.at(), Optional.of(activity.person()), 1));
      }
    }
    return source.ofDeals();
  }

  private void add(String event, int row, Instant at, long worth) {
    Opportunity deal = facts.book().opportunities().get(row);
    CreditRule.Shares shares = rule.of(deal, at, worth);
    if (shares.parts().isEmpty()) {
      rows.add(new Row(event, row, at, Optional.empty(), shares.unassigned()));
    }
    for (Map.Entry<String, Long> part : shares.parts().entrySet()) {
      rows.add(new Row(event, row, at, Optional.of(part.getKey()), part.getValue()));
    }
  }

  private Credits ofDeals() {
    Credits credits = new Credits(facts, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Opportunity deal = facts.book().opportunities().get(row.deal());
      credits.set(
          i,
          row.event(),
          row.deal(),
          facts.calendar().dayOf(row.at()),
          row.person(),
          deal.product(),
          deal.customer(),
          deal.channel(),
          row.worth());
    }
    return credits;
  }
}
