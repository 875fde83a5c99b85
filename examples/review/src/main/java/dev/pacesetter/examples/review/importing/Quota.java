package dev.pacesetter.examples.review.importing;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import org.joda.money.Money;

/**
 * What a person, a team or the company is to sell in a period.
 *
 * @param scope who
 * @param period when
 * @param amount how much, not negative
 */
public record Quota(Scope scope, Period period, Money amount) {}
