package dev.pacesetter.kpi;

import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.DealRatio.CountingDay;
import dev.pacesetter.kpi.DealRatio.Meant;
import dev.pacesetter.kpi.DealRatio.Recipe;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Shares of deals. */
final class RatioKpis {
  private static final Meant WON = (facts, row) -> facts.deals().outcome(row) == Outcome.WON;
  private static final CountingDay CLOSED = (facts, row) -> facts.deals().closedDay(row);
  private static final CountingDay CREATED = (facts, row) -> facts.deals().createdDay(row);

  private RatioKpis() {}

  static Recipe winOfClosed() {
    return Recipe.of(TimeBasis.CLOSED, CLOSED, WON).amongLosses();
  }

  static Recipe winOfCreated() {
    return Recipe.of(TimeBasis.CREATED, CREATED, WON);
  }

  static Recipe winBroad() {
    return Recipe.of(TimeBasis.CLOSED, RatioKpis::closedOrOverdue, WON);
  }

  static Recipe winFromStage(String stage) {
    return Recipe.of(TimeBasis.CLOSED, only(CLOSED, deal -> visits(deal, stage) > 0), WON)
        .amongLosses();
  }

  static Recipe winDecided(String undecided) {
    return Recipe.of(
            TimeBasis.CLOSED,
            only(CLOSED, deal -> deal.lossReason().filter(undecided::equalsIgnoreCase).isEmpty()),
            WON)
        .amongLosses();
  }

  static Recipe reached(String stage) {
    return Recipe.of(TimeBasis.CREATED, CREATED, meant(deal -> visits(deal, stage) > 0));
  }

  static Recipe reentered(String stage) {
    return Recipe.of(
        TimeBasis.CREATED,
        only(CREATED, deal -> visits(deal, stage) > 0),
        meant(deal -> visits(deal, stage) > 1));
  }

  static Recipe skipped(String stage) {
    return Recipe.of(
        TimeBasis.CREATED,
        (facts, row) -> {
          int place = facts.organization().process().map(all -> all.indexOf(stage)).orElse(-1);
          int deepest = deepest(facts, deal(facts, row));
          return place >= 0 && deepest > place ? facts.deals().createdDay(row) : DealRatio.NEVER;
        },
        meant(deal -> visits(deal, stage) == 0));
  }

  static Recipe exit(String stage) {
    return Recipe.of(
        TimeBasis.EVENT,
        (facts, row) -> {
          int last = lastVisit(deal(facts, row), stage);
          if (last < 0) {
            return DealRatio.NEVER;
          }
          Opportunity deal = deal(facts, row);
          return last + 1 < deal.stages().size()
              ? epochDay(facts.calendar().dayOf(deal.stages().get(last + 1).at()))
              : facts.deals().closedDay(row);
        },
        (facts, row) -> {
          Opportunity deal = deal(facts, row);
          int last = lastVisit(deal, stage);
          return last + 1 < deal.stages().size()
              ? place(facts, deal.stages().get(last + 1).stage()) > place(facts, stage)
              : deal.outcome() == Outcome.WON;
        });
  }

  static Recipe olderThan(int days) {
    return Recipe.of(TimeBasis.AS_OF, RatioKpis::openToday, (f, row) -> f.deals().age(row) > days);
  }

  static Recipe met() {
    return Recipe.of(TimeBasis.CREATED, CREATED, meant(RatioKpis::hasMeeting));
  }

  static Recipe quotedOfMet() {
    return Recipe.of(
        TimeBasis.CREATED,
        only(CREATED, RatioKpis::hasMeeting),
        meant(deal -> !deal.quotes().isEmpty()));
  }

  static Recipe wonOfQuoted() {
    return Recipe.of(TimeBasis.CREATED, only(CREATED, deal -> !deal.quotes().isEmpty()), WON);
  }

  static Recipe pushedOfOpen() {
    return Recipe.of(TimeBasis.AS_OF, RatioKpis::openToday, meant(deal -> deal.timesPushed() > 0));
  }

  /** A deal that is open though it was expected to close before today counts on that day. */
  private static int closedOrOverdue(SalesFacts facts, int row) {
    if (facts.deals().outcome(row) != Outcome.OPEN) {
      return facts.deals().closedDay(row);
    }
    return deal(facts, row)
        .expectedClose()
        .filter(day -> day.isBefore(facts.today()))
        .map(RatioKpis::epochDay)
        .orElse(DealRatio.NEVER);
  }

  private static int openToday(SalesFacts facts, int row) {
    return facts.deals().outcome(row) == Outcome.OPEN ? epochDay(facts.today()) : DealRatio.NEVER;
  }

  private static CountingDay only(CountingDay day, Predicate<Opportunity> which) {
    return (facts, row) -> which.test(deal(facts, row)) ? day.of(facts, row) : DealRatio.NEVER;
  }

  private static Meant meant(Predicate<Opportunity> which) {
    return (facts, row) -> which.test(deal(facts, row));
  }

  private static Opportunity deal(SalesFacts facts, int row) {
    return facts.book().opportunities().get(row);
  }

  private static int epochDay(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private static boolean hasMeeting(Opportunity deal) {
    return deal.activities().stream()
        .anyMatch(
            activity ->
                activity.kind() == ActivityKind.MEETING || activity.kind() == ActivityKind.VISIT);
  }

  private static int visits(Opportunity deal, String stage) {
    int visits = 0;
    for (StageVisit visit : deal.stages()) {
      visits += visit.stage().equals(stage) ? 1 : 0;
    }
    return visits;
  }

  private static int lastVisit(Opportunity deal, String stage) {
    for (int at = deal.stages().size() - 1; at >= 0; at--) {
      if (deal.stages().get(at).stage().equals(stage)) {
        return at;
      }
    }
    return -1;
  }

  private static int place(SalesFacts facts, String stage) {
    return facts.organization().process().map(all -> all.indexOf(stage)).orElse(-1);
  }

  private static int deepest(SalesFacts facts, Opportunity deal) {
    int deepest = -1;
    for (StageVisit visit : deal.stages()) {
      deepest = Math.max(deepest, place(facts, visit.stage()));
    }
    return deepest;
  }
}
