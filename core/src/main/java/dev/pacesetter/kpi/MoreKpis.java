package dev.pacesetter.kpi;

import static dev.pacesetter.kpi.DealKpis.CONFIDENCE;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.DealKpis.Days;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.CumulativeIncidence;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import dev.pacesetter.metrics.pipeline.Concentration;
import dev.pacesetter.organization.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How long deals take, how old the open ones are, and what the pipeline is worth beside a goal. */
final class MoreKpis {
  private static final double SECONDS_A_DAY = 86_400;

  private MoreKpis() {}

  static Measure winByAge(SalesFacts facts, Scope scope, Period period, int days) {
    Deals deals = facts.deals();
    int[] rows = createdIn(facts, scope, period).filter(row -> deals.age(row) >= 0).toArray();
    byte[] ends = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      ends[i] =
          switch (deals.outcome(rows[i])) {
            case OPEN -> End.OPEN.code();
            case WON -> End.WON.code();
            case LOST -> End.LOST.code();
          };
    }
    double[] ages = Arrays.stream(rows).mapToDouble(deals::age).toArray();
    LifeTable table = LifeTable.ofDays(ages, ends);
    if (rows.length > 0 && table.isBeyondFollowUp(days)) {
      return Measure.noData(Unit.RATIO, rows.length, NoData.TOO_FEW);
    }
    return CumulativeIncidence.of(table).withConfidence(CONFIDENCE).at(End.WON, days);
  }

  static Measure firstResponse(SalesFacts facts, Scope scope, Period period) {
    int[] rows = createdIn(facts, scope, period).toArray();
    double[] waits = new double[rows.length];
    byte[] ends = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Opportunity deal = facts.book().opportunities().get(rows[i]);
      boolean answered = !deal.activities().isEmpty();
      Instant until =
          answered ? deal.activities().get(0).at() : deal.closedAt().orElse(facts.book().asOf());
      waits[i] = Math.max(0, Duration.between(deal.createdAt(), until).toSeconds() / SECONDS_A_DAY);
      ends[i] = (answered ? End.WON : End.OPEN).code();
    }
    if (rows.length == 0) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    return SurvivalCurve.of(LifeTable.ofDays(waits, ends)).withConfidence(CONFIDENCE).quantile(0.5);
  }

  static Measure cycleMean(SalesFacts facts, Scope scope, Period period) {
    int[] won = DealKpis.closed(facts.deals(), scope, period, Outcome.WON);
    return sample(Unit.DAYS, won, facts.deals()::age).mean();
  }

  static Measure cycleOfClosed(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    int[] closed =
        IntStream.concat(
                Arrays.stream(DealKpis.closed(deals, scope, period, Outcome.WON)),
                Arrays.stream(DealKpis.closed(deals, scope, period, Outcome.LOST)))
            .toArray();
    return sample(Unit.DAYS, closed, deals::age).median();
  }

  static Measure cycleWorkdays(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    int[] won =
        Arrays.stream(DealKpis.closed(deals, scope, period, Outcome.WON))
            .filter(row -> deals.createdDay(row) <= deals.closedDay(row))
            .toArray();
    return sample(
            Unit.DAYS,
            won,
            row ->
                facts
                    .calendar()
                    .workingDays(
                        LocalDate.ofEpochDay(deals.createdDay(row)),
                        LocalDate.ofEpochDay(deals.closedDay(row))))
        .median();
  }

  static Measure velocity(SalesFacts facts, Scope scope, Period period) {
    Measure open = DealKpis.open(facts, scope, period);
    Measure value = DealKpis.averageWonValue(facts, scope, period);
    return velocity(open, value, Kpis.WIN_RATE.measure(facts, scope, period), facts, scope, period);
  }

  static Measure velocityOfCreated(SalesFacts facts, Scope scope, Period period) {
    Measure created = DealKpis.created(facts, scope, period);
    Measure value = DealKpis.averageWonValue(facts, scope, period);
    Measure rate = Kpis.WIN_RATE.measure(facts, scope, period);
    return velocity(created, value, rate, facts, scope, period);
  }

  static Measure velocityByValue(SalesFacts facts, Scope scope, Period period) {
    Measure pipeline = DealKpis.openValue(facts, scope, period);
    Measure one = Measure.of(1, Unit.COUNT, 1);
    Measure rate = Kpis.WIN_RATE_BY_VALUE.measure(facts, scope, period);
    return velocity(pipeline, one, rate, facts, scope, period);
  }

  private static Measure velocity(
      Measure first, Measure second, Measure rate, SalesFacts facts, Scope scope, Period period) {
    Measure cycle = cycleMean(facts, scope, period);
    for (Measure part : new Measure[] {first, second, rate, cycle}) {
      if (!part.isPresent()) {
        return Measure.noData(Unit.MONEY, cycle.n(), part.reason().orElseThrow());
      }
    }
    return cycle.value() > 0
        ? Measure.of(
            first.value() * second.value() * rate.value() / cycle.value(), Unit.MONEY, cycle.n())
        : Measure.noData(Unit.MONEY, cycle.n(), NoData.NOTHING_OBSERVED);
  }

  static Measure neededCoverage(SalesFacts facts, Scope scope, Period period) {
    Measure rate = Kpis.WIN_RATE_BY_VALUE.measure(facts, scope, period);
    if (!rate.isPresent()) {
      return rate;
    }
    return rate.value() > 0
        ? Measure.of(1 / rate.value(), Unit.RATIO, rate.n())
        : Measure.noData(Unit.RATIO, rate.n(), NoData.NOTHING_OBSERVED);
  }

  static Measure coverage(SalesFacts facts, Scope scope, Period period, long target) {
    Deals deals = facts.deals();
    long value = 0;
    int due = 0;
    int valued = 0;
    for (int row : deals.rows(scope)) {
      boolean isDue =
          deals.outcome(row) == Outcome.OPEN
              && facts
                  .book()
                  .opportunities()
                  .get(row)
                  .expectedClose()
                  .filter(period::contains)
                  .isPresent();
      if (isDue) {
        due++;
        valued += deals.isValued(row) ? 1 : 0;
        value = Math.addExact(value, deals.amount(row));
      }
    }
    return due > 0 && valued == 0
        ? Measure.noData(Unit.RATIO, due, NoData.NOT_RECORDED)
        : Measure.of((double) value / target, Unit.RATIO, valued);
  }

  static Measure coverageOfRemaining(SalesFacts facts, Scope scope, Period period, long target) {
    long left = target - Kpis.WON_VALUE.credits(facts).total(scope, period);
    return left > 0
        ? coverage(facts, scope, period, left)
        : Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
  }

  static Measure pushes(SalesFacts facts, Scope scope, Period period) {
    return sample(
            Unit.COUNT,
            open(facts, scope).toArray(),
            row -> facts.book().opportunities().get(row).timesPushed())
        .mean();
  }

  static Measure openAge(SalesFacts facts, Scope scope, Period period) {
    return sample(Unit.DAYS, open(facts, scope).toArray(), facts.deals()::age).median();
  }

  static Measure largestDeal(SalesFacts facts, Scope scope, Period period) {
    long[] amounts = openAmounts(facts, scope);
    long all = Arrays.stream(amounts).sum();
    return all == 0
        ? Measure.noData(Unit.RATIO, amounts.length, NoData.NOTHING_OBSERVED)
        : Measure.of(
            (double) Arrays.stream(amounts).max().orElse(0) / all, Unit.RATIO, amounts.length);
  }

  static Measure herfindahl(SalesFacts facts, Scope scope, Period period) {
    Measure index = Concentration.ofMoney(openAmounts(facts, scope)).herfindahl();
    return index.isPresent()
        ? Measure.of(index.value(), Unit.RATIO, index.n())
        : Measure.noData(Unit.RATIO, index.n(), index.reason().orElseThrow());
  }

  private static long[] openAmounts(SalesFacts facts, Scope scope) {
    return open(facts, scope)
        .filter(facts.deals()::isValued)
        .mapToLong(facts.deals()::amount)
        .toArray();
  }

  private static IntStream open(SalesFacts facts, Scope scope) {
    return Arrays.stream(facts.deals().rows(scope))
        .filter(row -> facts.deals().outcome(row) == Outcome.OPEN);
  }

  private static IntStream createdIn(SalesFacts facts, Scope scope, Period period) {
    Days days = Days.of(period);
    return Arrays.stream(facts.deals().rowsByCreation(scope))
        .filter(row -> days.contain(facts.deals().createdDay(row)));
  }

  private static Sample sample(Unit unit, int[] rows, IntToDoubleFunction value) {
    return Sample.of(unit, Arrays.stream(rows).mapToDouble(value).toArray())
        .withConfidence(CONFIDENCE);
  }
}
