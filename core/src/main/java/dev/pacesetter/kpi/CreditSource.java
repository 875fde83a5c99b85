package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Activity;
import dev.pacesetter.journal.Opportunity.Booking;
import dev.pacesetter.journal.Outcome;
import java.util.function.Function;
import org.joda.money.Money;

/** Turns what happened into credits: which event counts, and who is credited for it. */
final class CreditSource {
  private CreditSource() {}

  static Credits won(SalesFacts facts, CreditRule rule) {
    Credits.Builder credits = Credits.builder(facts);
    for (Opportunity deal : facts.book().opportunities()) {
      if (deal.outcome() == Outcome.WON) {
        long amount = deal.amount().map(Money::getAmountMinorLong).orElse(0L);
        credits.add(rule, deal.id(), deal, deal.closedAt().orElseThrow(), amount);
      }
    }
    return credits.build();
  }

  static Credits booked(
      SalesFacts facts, CreditRule rule, Function<Opportunity, ImmutableList<Booking>> bookings) {
    Credits.Builder credits = Credits.builder(facts);
    for (Opportunity deal : facts.book().opportunities()) {
      for (Booking booking : bookings.apply(deal)) {
        credits.add(rule, booking.id(), deal, booking.at(), booking.value().getAmountMinorLong());
      }
    }
    return credits.build();
  }

  static Credits orders(SalesFacts facts) {
    Credits.Builder credits = Credits.builder(facts);
    facts
        .book()
        .orderLines()
        .forEach(line -> credits.addOrder(line, line.value().getAmountMinorLong()));
    return credits.build();
  }

  static Credits activities(SalesFacts facts) {
    Credits.Builder credits = Credits.builder(facts);
    for (Opportunity deal : facts.book().opportunities()) {
      ImmutableList<Activity> activities = deal.activities();
      for (int at = 0; at < activities.size(); at++) {
        Activity activity = activities.get(at);
        credits.addTo(activity.person(), deal.id() + "/" + at, deal, activity.at(), 1);
      }
    }
    return credits.build();
  }
}
