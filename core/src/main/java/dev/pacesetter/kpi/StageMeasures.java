package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.DealKpis.Days;
import dev.pacesetter.kpi.DealRatio.Recipe;
import dev.pacesetter.kpi.Itemised.Item;
import dev.pacesetter.kpi.Stays.End;
import dev.pacesetter.kpi.Stays.Stay;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import dev.pacesetter.organization.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How deals pass a stage, and how long they stay in it. */
final class StageMeasures {
  private StageMeasures() {}

  /** Every stage of the process up to this one was entered, in whichever order. */
  static Recipe strict(String stage) {
    return ofCreated(
        stage,
        (facts, deal) -> {
          Set<String> entered = new HashSet<>();
          deal.stages().forEach(visit -> entered.add(visit.stage()));
          return entered.containsAll(stages(facts).subList(0, place(facts, stage) + 1));
        });
  }

  /** This stage or a later one was entered, or the deal is won. */
  static Recipe passed(String stage) {
    return ofCreated(stage, (facts, deal) -> isPassed(facts, deal, stage));
  }

  /** As {@link #passed}, but a lost deal must have entered this very stage. */
  static Recipe backfilled(String stage) {
    return ofCreated(
        stage,
        (facts, deal) ->
            deal.outcome() == Outcome.LOST
                ? deal.stages().stream().anyMatch(visit -> visit.stage().equals(stage))
                : isPassed(facts, deal, stage));
  }

  private static boolean isPassed(SalesFacts facts, Opportunity deal, String stage) {
    if (deal.outcome() == Outcome.WON) {
      return true;
    }
    int deepest = -1;
    for (StageVisit visit : deal.stages()) {
      deepest = Math.max(deepest, place(facts, visit.stage()));
    }
    return deepest >= place(facts, stage);
  }

  private interface Passing {
    boolean test(SalesFacts facts, Opportunity deal);
  }

  /** Of the deals created in the period; without such a stage in the process there is no funnel. */
  private static Recipe ofCreated(String stage, Passing passing) {
    return Recipe.of(
        TimeBasis.CREATED,
        (facts, row) -> place(facts, stage) < 0 ? DealRatio.NEVER : facts.deals().createdDay(row),
        (facts, row) -> passing.test(facts, facts.book().opportunities().get(row)));
  }

  /** Of the deals that last left the stage in the period, those that went to the very next one. */
  static Recipe direct(String stage) {
    return Recipe.of(
        TimeBasis.EVENT,
        (facts, row) ->
            last(facts, row, stage)
                .filter(stay -> stay.end() != End.RUNNING)
                .map(stay -> day(facts, stay.until()))
                .orElse(DealRatio.NEVER),
        (facts, row) -> {
          Stay stay = last(facts, row, stage).orElseThrow();
          int next = place(facts, stage) + 1;
          return next == stages(facts).size()
              ? stay.end() == End.WON
              : next > 0 && place(facts, stay.next()) == next;
        });
  }

  /** Stays that went on to a later stage or to winning in the period, by those begun in it. */
  static ItemRatio.Counting flow(String stage) {
    return ended(
        stage,
        (facts, stay) ->
            stay.end() == End.WON
                || (stay.end() == End.NEXT && place(facts, stay.next()) > place(facts, stage)));
  }

  /** Stays that ended by losing in the period, by those begun in it. */
  static ItemRatio.Counting lost(String stage) {
    return ended(stage, (facts, stay) -> stay.end() == End.LOST);
  }

  private interface Ending {
    boolean test(SalesFacts facts, Stay stay);
  }

  private static ItemRatio.Counting ended(String stage, Ending ending) {
    return counting(
        stage,
        (facts, stay, start, end) ->
            ending.test(facts, stay) && isIn(day(facts, stay.until()), start, end));
  }

  /** Of the stays begun in the period, those still there when it ends, or as of now. */
  static ItemRatio.Counting stayed(String stage) {
    return counting(
        stage,
        (facts, stay, start, end) ->
            isIn(day(facts, stay.from()), start, end)
                && (stay.end() == End.RUNNING || day(facts, stay.until()) >= end));
  }

  private interface Meant {
    boolean test(SalesFacts facts, Stay stay, long start, long end);
  }

  private static ItemRatio.Counting counting(String stage, Meant meant) {
    return (facts, row, start, end) -> {
      Item sum = Item.NONE;
      for (Stay stay : stays(facts, row)) {
        if (stay.stage().equals(stage)) {
          int entered = day(facts, stay.from());
          int is = meant.test(facts, stay, start, end) ? 1 : 0;
          int begun = isIn(entered, start, end) ? 1 : 0;
          if (is + begun > 0) {
            Item item = new Item(entered, is, begun);
            sum = sum.equals(Item.NONE) ? item : sum.plus(item);
          }
        }
      }
      return sum;
    };
  }

  private static boolean isIn(int day, long start, long end) {
    return day >= start && day < end;
  }

  /** How often the stage was entered in the period. */
  static Measure visits(SalesFacts facts, Scope scope, Period period, String stage) {
    Days days = Days.of(period);
    long visits = 0;
    for (int row : facts.deals().rows(scope)) {
      for (Stay stay : stays(facts, row)) {
        visits += stay.stage().equals(stage) && days.contain(day(facts, stay.from())) ? 1 : 0;
      }
    }
    boolean recorded =
        facts.book().opportunities().stream().anyMatch(deal -> !deal.stages().isEmpty());
    return recorded
        ? Measure.of((double) visits, Unit.COUNT, visits)
        : Measure.noData(Unit.COUNT, 0, NoData.NOT_RECORDED);
  }

  /** Time in the stage of the deals that first entered it in the period; those there censored. */
  static Measure daysQuantile(
      SalesFacts facts, Scope scope, Period period, String stage, double p) {
    List<Total> totals = totals(facts, scope, period, stage);
    if (totals.isEmpty()) {
      return Measure.noData(Unit.DAYS, 0, NoData.NOTHING_OBSERVED);
    }
    byte[] ends = new byte[totals.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] =
          (totals.get(i).running()
                  ? dev.pacesetter.metrics.conversion.End.OPEN
                  : dev.pacesetter.metrics.conversion.End.WON)
              .code();
    }
    LifeTable table = LifeTable.ofDays(totals.stream().mapToDouble(Total::days).toArray(), ends);
    return SurvivalCurve.of(table).withConfidence(DealKpis.CONFIDENCE).quantile(p);
  }

  /** The mean over the same deals, with the time so far of those that are there still. */
  static Measure daysMean(SalesFacts facts, Scope scope, Period period, String stage) {
    return sample(totals(facts, scope, period, stage).stream().mapToDouble(Total::days).toArray())
        .mean();
  }

  private record Total(double days, boolean running) {}

  private static List<Total> totals(SalesFacts facts, Scope scope, Period period, String stage) {
    Days days = Days.of(period);
    return Arrays.stream(facts.deals().rows(scope))
        .mapToObj(row -> stays(facts, row).stream().filter(s -> s.stage().equals(stage)).toList())
        .filter(stays -> !stays.isEmpty() && days.contain(day(facts, stays.get(0).from())))
        .map(
            stays ->
                new Total(
                    Stays.days(
                        stays.stream().map(Stay::time).reduce(Duration.ZERO, Duration::plus)),
                    stays.stream().anyMatch(stay -> stay.end() == End.RUNNING)))
        .toList();
  }

  /** The median over the deals that last left the stage in the period, of that stay alone. */
  static Measure daysLast(SalesFacts facts, Scope scope, Period period, String stage) {
    Days days = Days.of(period);
    return sample(
            Arrays.stream(facts.deals().rows(scope))
                .mapToObj(row -> last(facts, row, stage))
                .flatMap(Optional::stream)
                .filter(stay -> stay.end() != End.RUNNING && days.contain(day(facts, stay.until())))
                .mapToDouble(stay -> Stays.days(stay.time()))
                .toArray())
        .median();
  }

  /** From first entering the stage to winning, over the deals won in the period. */
  static Measure cycleFromStage(SalesFacts facts, Scope scope, Period period, String stage) {
    return cycle(
        facts,
        scope,
        period,
        deal ->
            deal.stages().stream()
                .filter(visit -> visit.stage().equals(stage))
                .map(StageVisit::at)
                .findFirst());
  }

  /** From the first meeting or visit to winning, over the deals won in the period. */
  static Measure cycleFromMeeting(SalesFacts facts, Scope scope, Period period) {
    Predicate<Opportunity.Activity> meets =
        activity ->
            activity.kind() == ActivityKind.MEETING || activity.kind() == ActivityKind.VISIT;
    return cycle(
        facts,
        scope,
        period,
        deal -> deal.activities().stream().filter(meets).map(met -> met.at()).findFirst());
  }

  private static Measure cycle(
      SalesFacts facts,
      Scope scope,
      Period period,
      Function<Opportunity, Optional<Instant>> beginning) {
    return sample(
            Arrays.stream(DealKpis.closed(facts.deals(), scope, period, Outcome.WON))
                .mapToObj(row -> facts.book().opportunities().get(row))
                .filter(deal -> beginning.apply(deal).isPresent())
                .mapToDouble(
                    deal ->
                        Stays.days(
                            Duration.between(
                                beginning.apply(deal).orElseThrow(),
                                deal.closedAt().orElseThrow())))
                .toArray())
        .median();
  }

  private static Sample sample(double[] days) {
    return Sample.of(Unit.DAYS, days).withConfidence(DealKpis.CONFIDENCE);
  }

  private static List<Stay> stays(SalesFacts facts, int row) {
    return Stays.of(facts.book().opportunities().get(row), facts.book().asOf());
  }

  private static Optional<Stay> last(SalesFacts facts, int row, String stage) {
    return stays(facts, row).stream()
        .filter(stay -> stay.stage().equals(stage))
        .reduce((earlier, later) -> later);
  }

  private static int day(SalesFacts facts, Instant instant) {
    return Math.toIntExact(facts.calendar().dayOf(instant).toEpochDay());
  }

  private static List<String> stages(SalesFacts facts) {
    return facts
        .organization()
        .process()
        .<List<String>>map(process -> process.stages())
        .orElse(List.of());
  }

  private static int place(SalesFacts facts, String stage) {
    return stages(facts).indexOf(stage);
  }
}
