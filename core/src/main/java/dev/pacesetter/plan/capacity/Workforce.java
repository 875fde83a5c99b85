package dev.pacesetter.plan.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Ramp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Collects who can carry how much in a period, then says what can be expected of them.
 *
 * <pre>{@code
 * Capacity capacity = Workforce.in(calendar.period("FY2026-Q3"), organization, calendar)
 *     .withQuota(Money.of(EUR, 300_000))
 *     .absent("ana", LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 24))
 *     .expecting(ExpectedAttainment.ofPast(past))
 *     .capacity();
 * }</pre>
 *
 * <p>With {@code Q} the full quota of a person for the period, {@code D(m)} the working days of
 * month m by the calendar, {@code s(m)} the share of the period's quota that falls to it, in
 * proportion to {@code D(m)} times the season's factor:
 *
 * <pre>
 * capacity(p, m) = Q(p) · s(m) · Σ ramp(p, t) · working time(p, t) / D(m) · attainment
 * </pre>
 *
 * <p>over the working days t of m on which p is at work and not absent. Somebody without a quota
 * carries none and is left out, also of the count of heads.
 */
public final class Workforce {
  private final Period period;
  private final Organization organization;
  private final FiscalCalendar calendar;
  private final Map<String, Money> own = new HashMap<>();
  private final ListMultimap<String, Absence> absences = LinkedListMultimap.create();
  private @Nullable Money everybody;
  private ToDoubleFunction<Period> season = month -> 1;
  private Measure attainment = ExpectedAttainment.assumed(1);

  private Workforce(Period period, Organization organization, FiscalCalendar calendar) {
    this.period = Objects.requireNonNull(period);
    this.organization = Objects.requireNonNull(organization);
    this.calendar = Objects.requireNonNull(calendar);
  }

  /** Days on which somebody is not there. */
  record Absence(LocalDate from, LocalDate until) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /**
   * Begins to ask what people can carry in a period. Nobody has a quota yet, everybody is expected
   * to reach it, and months differ by their working days alone.
   *
   * @param period a year, half, quarter or month
   * @param organization who is at work, in which team, with which ramp and working time
   * @param calendar the calendar of the period, with its holidays
   * @return what collects the rest
   */
  public static Workforce in(Period period, Organization organization, FiscalCalendar calendar) {
    return new Workforce(period, organization, calendar);
  }

  /**
   * Sets the quota of everybody who has none of their own.
   *
   * @param quota what a fully ramped person at full time carries in the whole period, above 0
   * @return this
   * @throws IllegalArgumentException if it is not above 0, or in another currency than the others
   */
  public Workforce withQuota(Money quota) {
    everybody = checked("everybody", quota);
    return this;
  }

  /**
   * Sets the quota of one person.
   *
   * @param person the person's id
   * @param quota what the person would carry in the whole period when fully ramped and at full
   *     time; 0 for somebody who carries none
   * @return this
   * @throws IllegalArgumentException if there is no such person, the quota is below 0, or it is in
   *     another currency than the others
   */
  public Workforce withQuota(String person, Money quota) {
    checkKnown(person);
    checkArgument(
        !quota.isNegative(), "the quota of %s is %s; it must be at least 0", person, quota);
    own.put(person, quota.isZero() ? sameCurrency(person, quota) : checked(person, quota));
    return this;
  }

  /**
   * Plans days on which somebody is not there, such as a leave. Days off that everybody has in a
   * year are in a full quota already, unless it was set without them.
   *
   * @param person the person's id
   * @param from the first day away
   * @param until the first day back, after it
   * @return this
   * @throws IllegalArgumentException if there is no such person, or the days are out of order
   */
  public Workforce absent(String person, LocalDate from, LocalDate until) {
    checkKnown(person);
    checkArgument(
        from.isBefore(until),
        "%s is absent from %s until %s; the end must be after the start",
        person,
        from,
        until);
    absences.put(person, new Absence(from, until));
    return this;
  }

  /**
   * Sets how busy a month is beside its working days. The season moves quotas between months; the
   * quota of the period stays what it is.
   *
   * @param factor gives the factor of a month, such as 1.3 for one a third busier; finite, at least
   *     0
   * @return this
   */
  public Workforce withSeason(ToDoubleFunction<Period> factor) {
    season = Objects.requireNonNull(factor);
    return this;
  }

  /**
   * Sets how much of the quotas they carry people are expected to reach.
   *
   * @param attainment a ratio above 0, as {@link ExpectedAttainment} gives it
   * @return this
   * @throws IllegalArgumentException if there is no data, or the ratio is not above 0
   */
  public Workforce expecting(Measure attainment) {
    checkArgument(
        attainment.isPresent() && attainment.value() > 0,
        "the expected attainment is %s; it must be above 0",
        attainment);
    this.attainment = attainment;
    return this;
  }

  /**
   * Returns what can be expected of everybody.
   *
   * @return the capacity of the period
   * @throws IllegalStateException if nobody has a quota
   * @throws IllegalArgumentException if the period has no working day, is not made of months, or a
   *     factor of the season is out of range
   */
  public Capacity capacity() {
    MonthShares months = MonthShares.of(period, calendar, season);
    CapacityCount count = new CapacityCount(organization, months);
    for (Person person : organization.people()) {
      quota(person.id())
          .filter(quota -> quota.isPositive() && person.isThereIn(period))
          .ifPresent(
              quota ->
                  count.add(
                      person,
                      quota.getAmountMinorLong(),
                      ImmutableList.copyOf(absences.get(person.id()))));
    }
    return count.capacity(period, currency(), attainment, headQuota());
  }

  /**
   * Returns what can be expected of somebody who joins at full time, with the mean quota.
   *
   * @param firstDay the first day at work
   * @param ramp how they come to carry a full quota
   * @return minor units in the period, not rounded; 0 for somebody who joins after it
   * @throws IllegalStateException if nobody has a quota
   * @throws IllegalArgumentException as {@link #capacity()}
   */
  public double newcomer(LocalDate firstDay, Ramp ramp) {
    MonthShares months = MonthShares.of(period, calendar, season);
    Person newcomer = Person.of("newcomer", "Newcomer").since(firstDay).ramping(ramp);
    double heads = 0;
    for (int month = 0; month < months.size(); month++) {
      for (LocalDate day : months.days(month)) {
        heads += newcomer.quotaShareOn(day) * months.perDay(month);
      }
    }
    return heads * headQuota() * attainment.value();
  }

  /** The mean quota of those who are there. */
  private double headQuota() {
    double[] quotas =
        organization.people().stream()
            .filter(person -> person.isThereIn(period))
            .flatMap(person -> quota(person.id()).stream())
            .filter(Money::isPositive)
            .mapToDouble(Money::getAmountMinorLong)
            .toArray();
    if (quotas.length > 0) {
      double sum = 0;
      for (double quota : quotas) {
        sum += quota;
      }
      return sum / quotas.length;
    }
    checkState(
        everybody != null,
        "nobody who is there in %s has a quota; give one to everybody, or to somebody",
        period);
    return everybody.getAmountMinorLong();
  }

  private Optional<Money> quota(String person) {
    return Optional.ofNullable(own.getOrDefault(person, everybody));
  }

  private CurrencyUnit currency() {
    return known()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nobody who is there in %s has a quota; give one to everybody, or to somebody"
                        .formatted(period)));
  }

  private Optional<CurrencyUnit> known() {
    return everybody != null
        ? Optional.of(everybody.getCurrencyUnit())
        : own.values().stream().map(Money::getCurrencyUnit).findFirst();
  }

  private Money checked(String whose, Money quota) {
    checkArgument(quota.isPositive(), "the quota of %s is %s; it must be above 0", whose, quota);
    return sameCurrency(whose, quota);
  }

  private Money sameCurrency(String whose, Money quota) {
    known()
        .ifPresent(
            currency ->
                checkArgument(
                    quota.getCurrencyUnit().equals(currency),
                    "the quota of %s is %s; the others are in %s",
                    whose,
                    quota,
                    currency));
    return quota;
  }

  private void checkKnown(String person) {
    checkArgument(
        organization.person(person).isPresent(),
        "there is no person '%s'; known are %s",
        person,
        organization.people().stream().map(Person::id).toList());
  }
}
