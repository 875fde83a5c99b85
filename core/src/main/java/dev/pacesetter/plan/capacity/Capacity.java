package dev.pacesetter.plan.capacity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.style.HouseStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What people can be expected to sell in a period, by person, month and team.
 *
 * <p>Amounts are minor units. The total is rounded once, half up, and divided among the {@link
 * #cells()} by largest remainder; every sum here is a sum of cells, so all of them add up whichever
 * way one adds. {@link Workforce} gives the formula.
 */
@Value.Immutable
@HouseStyle
public abstract class Capacity {
  static final String PHRASES = "dev.pacesetter.plan.capacity.capacity";

  Capacity() {}

  /**
   * Returns a builder for a capacity that was stored and is read again.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns when.
   *
   * @return the period
   */
  public abstract Period period();

  /**
   * Returns the parts of the period.
   *
   * @return its months in order
   */
  public abstract ImmutableList<Period> months();

  /**
   * Returns the currency of all amounts.
   *
   * @return the currency
   */
  public abstract CurrencyUnit currency();

  /**
   * Returns how much of the quotas they carry people are expected to reach.
   *
   * @return a ratio above 0, with an interval where it is known how sure that is
   */
  public abstract Measure attainment();

  /**
   * Returns the mean full quota of those who are there.
   *
   * @return minor units for the whole period, above 0
   */
  public abstract double headQuota();

  /**
   * Returns what each person can be expected to sell in each month.
   *
   * @return the cells by person, then month; one for each team somebody belongs to in the month,
   *     none for a month in which somebody is not there at all
   */
  public abstract ImmutableList<CapacityCell> cells();

  /**
   * Returns what is lost on the way from the full quotas.
   *
   * @return for each step the minor units it adds, nearly always below 0 after the first; in the
   *     order of the steps; they add up to {@link #total()}
   */
  public abstract ImmutableMap<CapacityStep, Long> steps();

  /**
   * Returns what can be expected in all.
   *
   * @return minor units
   */
  public final long total() {
    return sum(cell -> true);
  }

  /**
   * Returns what can be expected of a person.
   *
   * @param person the person's id
   * @return minor units; 0 for somebody who carries nothing
   */
  public final long ofPerson(String person) {
    return sum(cell -> cell.person().equals(person));
  }

  /**
   * Returns what can be expected of a team and of all teams below it.
   *
   * @param team the team's id
   * @return minor units of those days on which people belonged to it; 0 for an empty team
   */
  public final long ofTeam(String team) {
    return sum(cell -> cell.teams().contains(team));
  }

  /**
   * Returns what can be expected in a month.
   *
   * @param month the month's name, such as {@code FY2026-07}
   * @return minor units
   * @throws IllegalArgumentException if the period has no such month
   */
  public final long ofMonth(String month) {
    checkMonth(month);
    return sum(cell -> cell.month().name().equals(month));
  }

  /**
   * Returns what can be expected of a person in a month, before it is rounded.
   *
   * @param person the person's id
   * @param month the month's name, such as {@code FY2026-07}
   * @return minor units with their fraction; 0 for somebody who carries nothing
   * @throws IllegalArgumentException if the period has no such month
   */
  public final double expected(String person, String month) {
    checkMonth(month);
    double sum = 0;
    for (CapacityCell cell : cells()) {
      if (cell.person().equals(person) && cell.month().name().equals(month)) {
        sum += cell.quota() * cell.heads() * attainment().value();
      }
    }
    return sum;
  }

  /**
   * Returns how many people it is as good as: fully ramped, at full time, there on every working
   * day.
   *
   * @return the sum of {@link CapacityCell#heads()}
   */
  public final double heads() {
    return cells().stream().mapToDouble(CapacityCell::heads).sum();
  }

  /**
   * Returns how sure the total is, so far as the attainment goes: quotas, ramps and days are taken
   * for known.
   *
   * @return the total at both ends of the interval of the attainment, in minor units; empty where
   *     the attainment has none
   */
  public final Optional<Interval> interval() {
    double carried = 0;
    for (CapacityCell cell : cells()) {
      carried += cell.quota() * cell.heads();
    }
    double all = carried;
    return attainment()
        .interval()
        .map(
            ends ->
                new Interval(
                    Math.rint(all * Math.max(0, ends.lower())),
                    Math.rint(all * Math.max(0, ends.upper())),
                    ends.confidence()));
  }

  /**
   * Returns what is lacking to a target.
   *
   * @param target what is asked for
   * @return the gap in money and in heads
   * @throws IllegalArgumentException if it is in another currency
   */
  public final CapacityGap gapTo(Money target) {
    return gap(target, total(), headQuota());
  }

  /**
   * Returns what is lacking to the target of a team.
   *
   * @param team the team's id
   * @param target what is asked for
   * @return the gap in money and in heads, of which each has the mean quota of the team, or that of
   *     all where nobody is in it
   * @throws IllegalArgumentException if it is in another currency
   */
  public final CapacityGap gapOfTeam(String team, Money target) {
    return gap(
        target,
        ofTeam(team),
        cells().stream()
            .filter(cell -> cell.teams().contains(team))
            .collect(
                ImmutableMap.toImmutableMap(CapacityCell::person, CapacityCell::quota, Long::max))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .average()
            .orElse(headQuota()));
  }

  private CapacityGap gap(Money target, long capacity, double headQuota) {
    checkArgument(
        target.getCurrencyUnit().equals(currency()),
        "the target is %s; the capacity of %s is in %s",
        target,
        period(),
        currency());
    return new CapacityGap(
        currency(), target.getAmountMinorLong(), capacity, headQuota * attainment().value());
  }

  /**
   * Says what can be expected and why.
   *
   * @param locale Chinese, or English for every other language
   * @return a few sentences
   */
  public final String explain(Locale locale) {
    return new CapacityWords(this, locale).explain();
  }

  private long sum(Predicate<CapacityCell> which) {
    long sum = 0;
    for (CapacityCell cell : cells()) {
      sum += which.test(cell) ? cell.amount() : 0;
    }
    return sum;
  }

  private void checkMonth(String month) {
    checkArgument(
        months().stream().anyMatch(known -> known.name().equals(month)),
        "the capacity of %s has no month '%s'; it has %s",
        period(),
        month,
        months());
  }

  @Value.Check
  void check() {
    long steps = steps().values().stream().mapToLong(Long::longValue).sum();
    checkArgument(
        steps == total(),
        "the steps of the capacity of %s add up to %s, its cells to %s; both must be the same",
        period(),
        steps,
        total());
    checkArgument(
        headQuota() > 0 && attainment().isPresent() && attainment().value() > 0,
        "the capacity of %s has a head's quota of %s and the attainment %s; both must be above 0",
        period(),
        headQuota(),
        attainment());
  }

  @Override
  public final String toString() {
    return "capacity of %s: %s".formatted(period(), Money.ofMinor(currency(), total()));
  }

  /** Collects a capacity that was stored. */
  public static final class Builder extends ImmutableCapacity.Builder {
    Builder() {}
  }
}
