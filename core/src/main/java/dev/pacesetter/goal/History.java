package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.kpi.TimeBasis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A metric's past: the months of which everything is known.
 *
 * <p>The record of a metric begins with the first month in which anybody's data shows; earlier
 * months are unknown, not zero. It ends with the last month that is over. At most the last ten
 * years are looked at.
 */
final class History {
  private static final int LONGEST_YEARS = 10;

  private final SalesFacts facts;
  private final Kpi kpi;
  private final ImmutableList<Period> months;
  private final ConcurrentMap<Scope, Months> known = new ConcurrentHashMap<>();

  private History(SalesFacts facts, Kpi kpi, ImmutableList<Period> months) {
    this.facts = facts;
    this.kpi = kpi;
    this.months = months;
  }

  static History of(SalesFacts facts, Kpi kpi) {
    if (kpi.timeBasis() == TimeBasis.AS_OF) {
      return new History(facts, kpi, ImmutableList.of());
    }
    History unlimited = new History(facts, kpi, monthsBefore(facts, horizonOf(facts)));
    int first = unlimited.totals(Scope.company()).firstSpoken();
    return new History(facts, kpi, unlimited.months.subList(first, unlimited.months.size()));
  }

  /** The first day that is not over: a day counts once its last instant is in the book. */
  static LocalDate horizonOf(SalesFacts facts) {
    return facts.calendar().dayOf(facts.book().asOf().plusNanos(1));
  }

  private static ImmutableList<Period> monthsBefore(SalesFacts facts, LocalDate horizon) {
    FiscalCalendar calendar = facts.calendar();
    ImmutableList.Builder<Period> backwards = ImmutableList.builder();
    Period month = calendar.before(calendar.periodOf(PeriodKind.MONTH, horizon));
    for (int i = LONGEST_YEARS * calendar.monthsAYear(); i > 0; i--) {
      backwards.add(month);
      month = calendar.before(month);
    }
    return backwards.build().reverse();
  }

  /** Whether the metric tells about periods at all, and not about a moment. */
  boolean isPeriodic() {
    return kpi.timeBasis() != TimeBasis.AS_OF;
  }

  /** Whether the months of a period add up to the period. */
  boolean addsUp() {
    return isPeriodic() && (kpi instanceof AdditiveKpi || kpi.unit() == Unit.COUNT);
  }

  /** Every recorded month, of whomever. */
  ImmutableList<Period> months() {
    return months;
  }

  /**
   * Every period of a kind that lies within the record, in the order of time; none of a kind that
   * the calendar does not have.
   */
  ImmutableList<Period> periods(PeriodKind kind) {
    FiscalCalendar calendar = facts.calendar();
    if (months.isEmpty() || !calendar.kinds().contains(kind)) {
      return ImmutableList.of();
    }
    LocalDate first = months.get(0).start();
    LocalDate end = months.get(months.size() - 1).end();
    ImmutableList.Builder<Period> periods = ImmutableList.builder();
    Period period = calendar.periodOf(kind, first);
    for (; !period.end().isAfter(end); period = calendar.after(period)) {
      if (!period.start().isBefore(first)) {
        periods.add(period);
      }
    }
    return periods.build();
  }

  Measure measure(Scope scope, Period period) {
    return kpi.measure(facts, scope, period);
  }

  /**
   * The months of a scope in the order of time: from its own first data on, so that a team or a
   * product that came later is not taken for one that sold nothing; for a person only those they
   * were there for.
   */
  Months in(Scope scope) {
    return known.computeIfAbsent(scope, this::lookUp);
  }

  private Months lookUp(Scope scope) {
    Months all = totals(scope);
    if (scope.conditions().isEmpty()) {
      return all;
    }
    if (scope.person().isEmpty()) {
      return all.between(Math.min(all.firstSpoken(), months.size()), months.size());
    }
    Optional<Person> person = scope.person().flatMap(facts.organization()::person);
    Optional<LocalDate> since = person.flatMap(Person::since);
    Optional<LocalDate> until = person.flatMap(Person::until);
    int from =
        since.isPresent()
            ? (int) months.stream().filter(m -> m.start().isBefore(since.get())).count()
            : all.firstSpoken();
    int to =
        until.isPresent()
            ? (int) months.stream().filter(m -> !m.end().isAfter(until.get())).count()
            : months.size();
    return all.between(Math.min(from, to), to);
  }

  private Months totals(Scope scope) {
    double[] totals = new double[months.size()];
    long[] counts = new long[months.size()];
    if (months.isEmpty()) {
      return Months.of(months, totals, counts);
    }
    if (kpi instanceof AdditiveKpi additive) {
      add(additive.credits(facts), scope, totals, counts);
    } else {
      for (int i = 0; i < totals.length; i++) {
        Measure measure = kpi.measure(facts, scope, months.get(i));
        totals[i] = measure.isPresent() ? measure.value() : 0;
        counts[i] = measure.isPresent() ? measure.n() : 0;
      }
    }
    return Months.of(months, totals, counts);
  }

  /** One pass over the credits instead of one a month. */
  private void add(Credits credits, Scope scope, double[] totals, long[] counts) {
    long[] starts = months.stream().mapToLong(month -> month.start().toEpochDay()).toArray();
    if (!credits.isValued()) {
      return;
    }
    LocalDate end = months.get(months.size() - 1).end();
    for (int row : credits.rows(scope, months.get(0).start(), end)) {
      int place = Arrays.binarySearch(starts, credits.day(row));
      int month = place >= 0 ? place : -place - 2;
      totals[month] += credits.value(row);
      counts[month]++;
    }
  }
}
