package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import dev.pacesetter.metrics.forecast.Pace;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was won beside a target in money. */
final class TargetMeasures {
  /** Months that a newcomer's attainment looks back on. */
  private static final int TRAILING = 3;

  private TargetMeasures() {}

  static Measure attainment(SalesFacts facts, Scope scope, Period period, long target) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    return won.isPresent() ? Measure.of(won.value() / target, Unit.RATIO, won.n()) : share(won);
  }

  static Measure gap(SalesFacts facts, Scope scope, Period period, long target) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    return won.isPresent() ? Measure.of(won.value() - target, Unit.MONEY, won.n()) : won;
  }

  static Measure pace(SalesFacts facts, Scope scope, Period period, long target) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    if (!won.isPresent()) {
      return share(won);
    }
    OptionalDouble pace = Projections.pace(facts, period, (double) target, won.value()).pace();
    return pace.isPresent()
        ? Measure.of(pace.getAsDouble(), Unit.RATIO, won.n())
        : Measure.noData(Unit.RATIO, won.n(), NoData.TOO_FEW);
  }

  static Measure neededPerDay(SalesFacts facts, Scope scope, Period period, long target) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    if (!won.isPresent()) {
      return won;
    }
    Pace pace = Projections.pace(facts, period, (double) target, won.value());
    double left = target - won.value();
    double days = pace.profile().parts() - pace.elapsed();
    if (left > 0 && days == 0) {
      return Measure.noData(Unit.MONEY, won.n(), NoData.NOTHING_OBSERVED);
    }
    return Measure.of(left > 0 ? left / days : 0, Unit.MONEY, won.n());
  }

  private static Measure share(Measure none) {
    return Measure.noData(Unit.RATIO, none.n(), none.reason().orElseThrow());
  }

  /** Of the people at work in the period, those who won a target each. */
  static Measure peopleAtTarget(SalesFacts facts, Scope scope, Period period, long target) {
    Credits credits = Kpis.WON_VALUE.credits(facts);
    if (credits.size() == 0 || !credits.isValued()) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOT_RECORDED);
    }
    Map<String, Long> byPerson = new HashMap<>();
    for (int row : credits.rows(scope, period.start(), period.end())) {
      if (credits.person(row) >= 0) {
        byPerson.merge(
            credits.people().get(credits.person(row)), credits.value(row), Math::addExact);
      }
    }
    List<Person> people = people(facts, scope, period);
    long reached =
        people.stream().filter(who -> byPerson.getOrDefault(who.id(), 0L) >= target).count();
    return ProportionInterval.WILSON.measure(Ratio.of(reached, people.size()), DealKpis.CONFIDENCE);
  }

  private static List<Person> people(SalesFacts facts, Scope scope, Period period) {
    return facts.organization().peopleIn(scope, period).stream()
        .flatMap(id -> facts.organization().person(id).stream())
        .filter(person -> person.isThereIn(period))
        .toList();
  }

  /** The quota of a month by the share of it that each can carry on each working day. */
  static Measure capacity(SalesFacts facts, Scope scope, Period period, long monthly) {
    List<Person> people = people(facts, scope, period);
    if (people.isEmpty()) {
      return Measure.noData(Unit.MONEY, 0, NoData.NOTHING_OBSERVED);
    }
    double months = 0;
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      if (facts.calendar().isWorkingDay(day)) {
        Period month = facts.calendar().periodOf(PeriodKind.MONTH, day);
        double shares = 0;
        for (Person person : people) {
          boolean isIn =
              scope.team().isEmpty()
                  || facts.organization().teamsOf(person.id(), day).contains(scope.team().get());
          shares += isIn ? person.quotaShareOn(day) : 0;
        }
        months += shares / facts.calendar().workingDays(month.start(), month.end());
      }
    }
    return Measure.of(months * monthly, Unit.MONEY, people.size());
  }

  /** Months until the last three first brought their targets, of who began in the period. */
  static Measure ramp(SalesFacts facts, Scope scope, Period period, long monthly) {
    Credits credits = Kpis.WON_VALUE.credits(facts);
    if (credits.size() == 0 || !credits.isValued()) {
      return Measure.noData(Unit.COUNT, 0, NoData.NOT_RECORDED);
    }
    List<Double> months = new ArrayList<>();
    List<End> ends = new ArrayList<>();
    for (Person person : people(facts, scope, period)) {
      LocalDate since = person.since().filter(period::contains).orElse(LocalDate.MAX);
      LocalDate known = Projections.tomorrow(facts);
      LocalDate until = person.until().filter(known::isAfter).orElse(known);
      if (since.isBefore(until)) {
        int month = TRAILING;
        boolean reached = false;
        while (!reached && !since.plusMonths(month).isAfter(until)) {
          long won =
              credits.total(
                  Scope.person(person.id()),
                  since.plusMonths(month - TRAILING),
                  since.plusMonths(month));
          reached = won / TRAILING >= monthly;
          month++;
        }
        months.add((double) (month - 1));
        ends.add(reached ? End.WON : End.OPEN);
      }
    }
    if (months.isEmpty()) {
      return Measure.noData(Unit.COUNT, 0, NoData.NOTHING_OBSERVED);
    }
    byte[] codes = new byte[ends.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = ends.get(i).code();
    }
    Measure median =
        SurvivalCurve.of(
                LifeTable.ofDays(months.stream().mapToDouble(Double::doubleValue).toArray(), codes))
            .withConfidence(DealKpis.CONFIDENCE)
            .quantile(0.5);
    return median.isPresent()
        ? inMonths(median)
        : Measure.noData(Unit.COUNT, median.n(), median.reason().orElseThrow());
  }

  private static Measure inMonths(Measure curve) {
    Measure months = Measure.of(curve.value(), Unit.COUNT, curve.n());
    return curve.interval().map(months::withInterval).orElse(months);
  }
}
