package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Activity;
import dev.pacesetter.journal.Opportunity.Booking;
import dev.pacesetter.journal.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/** Turns what happened into credits: which event counts, and who is credited for it. */
final class CreditSource {
  private CreditSource() {}

  static Credits won(SalesFacts facts, CreditRule rule) {
    Credits.Builder credits = Credits.builder(facts);
    ImmutableList<Opportunity> deals = facts.book().opportunities();
    for (int row = 0; row < deals.size(); row++) {
      Opportunity deal = deals.get(row);
      if (deal.outcome() == Outcome.WON) {
        long amount = deal.amount().map(Money::getAmountMinorLong).orElse(0L);
        credits.add(rule, deal.id(), row, deal.closedAt().orElseThrow(), amount);
      }
    }
    return credits.build();
  }

  static Credits booked(
      SalesFacts facts, CreditRule rule, Function<Opportunity, ImmutableList<Booking>> bookings) {
    Credits.Builder credits = Credits.builder(facts);
    ImmutableList<Opportunity> deals = facts.book().opportunities();
    for (int row = 0; row < deals.size(); row++) {
      for (Booking booking : bookings.apply(deals.get(row))) {
        credits.add(rule, booking.id(), row, booking.at(), booking.value().getAmountMinorLong());
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
    ImmutableList<Opportunity> deals = facts.book().opportunities();
    for (int row = 0; row < deals.size(); row++) {
      ImmutableList<Activity> activities = deals.get(row).activities();
      for (int at = 0; at < activities.size(); at++) {
        Activity activity = activities.get(at);
        credits.add(
            deals.get(row).id() + "/" + at, row, activity.at(), Optional.of(activity.person()), 1);
      }
    }
    return credits.build();
  }
}
