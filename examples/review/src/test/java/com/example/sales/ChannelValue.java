package com.example.sales;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.kpi.Direction;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.kpi.TimeBasis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.util.Locale;

/** What was won through partners and referrals, credited as all that is won. */
public final class ChannelValue implements AdditiveKpi {
  @Override
  public String id() {
    return "channel.value";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Unit unit() {
    return Unit.MONEY;
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  public TimeBasis timeBasis() {
    return TimeBasis.CLOSED;
  }

  @Override
  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? "伙伴渠道赢单金额" : "Won value through partners";
  }

  @Override
  public String definition(Locale locale) {
    return locale.getLanguage().equals("zh")
        ? "期间内经伙伴或转介绍赢得的商机金额之和。"
        : "Sum of the amounts of the deals won in the period that partners or referrals brought.";
  }

  @Override
  public Credits credits(SalesFacts facts) {
    return facts.creditsOf(this, ChannelValue::throughPartners);
  }

  private static Credits throughPartners(SalesFacts facts) {
    Credits won = Kpis.WON_VALUE.credits(facts);
    return won.where(
        row ->
            won.opportunity(row)
                .flatMap(Opportunity::channel)
                .filter(channel -> channel.equals("Partner") || channel.equals("Referral"))
                .isPresent());
  }

  @Override
  public Measure measure(SalesFacts facts, Scope scope, Period period) {
    return credits(facts).measure(unit(), scope, period);
  }
}
