package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.StageCohort;
import dev.pacesetter.metrics.funnel.StageFunnel;
import dev.pacesetter.metrics.pipeline.PipelineScope;
import dev.pacesetter.metrics.pipeline.Waterfall;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.FunnelView.Cohort;
import java.time.Instant;
import java.util.stream.IntStream;

/** Lays out the deals of a book for funnels and waterfalls. */
final class DealHistories {
  private final SalesFacts facts;
  private final Period period;
  private final ImmutableList<Opportunity> opportunities;

  DealHistories(SalesFacts facts, Period period) {
    this.facts = facts;
    this.period = period;
    opportunities = facts.book().opportunities();
  }

  /** The company, then every team, each with both cohorts; none without a process or deals. */
  ImmutableList<FunnelView> funnels() {
    Organization organization = facts.organization();
    if (organization.process().isEmpty() || opportunities.isEmpty()) {
      return ImmutableList.of();
    }
    StageFunnel funnel = funnel(organization.process().get().stages());
    ImmutableList.Builder<FunnelView> views = ImmutableList.builder();
    Iterable<Scope> scopes =
        Iterables.concat(
            ImmutableList.of(Scope.company()),
            Iterables.transform(organization.teams(), team -> Scope.team(team.id())));
    for (Scope scope : scopes) {
      EventTable stageEvents = stageEvents(funnel, facts.deals().rows(scope));
      for (Cohort cohort : Cohort.values()) {
        views.add(
            FunnelView.of(
                scope, cohort, funnel.with(deals(cohort)).over(stageEvents, facts.book().asOf())));
      }
    }
    return views.build();
  }

  private static StageFunnel funnel(ImmutableList<String> stages) {
    return StageFunnel.of(stages)
        .created(unlike(stages, "created"))
        .won(unlike(stages, "won"))
        .lost(unlike(stages, "lost"));
  }

  /** A stage may have any name, also that of an end. */
  private static String unlike(ImmutableList<String> stages, String name) {
    return stages.contains(name) ? unlike(stages, name + "'") : name;
  }

  private StageCohort deals(Cohort cohort) {
    return switch (cohort) {
      case ALL -> StageCohort.all();
      case CREATED_IN_PERIOD ->
          StageCohort.createdIn(
              facts.calendar().startOf(period.start()), facts.calendar().startOf(period.end()));
    };
  }

  private EventTable stageEvents(StageFunnel funnel, int[] rows) {
    EventTable.Builder events = EventTable.builder();
    for (int row : rows) {
      add(row, funnel, events);
    }
    return events.build();
  }

  private void add(int row, StageFunnel funnel, EventTable.Builder events) {
    Opportunity deal = opportunities.get(row);
    events.row(row, funnel.createdEvents().get(0), deal.createdAt().toEpochMilli());
    for (StageVisit visit : deal.stages()) {
      if (funnel.stages().contains(visit.stage())) {
        events.row(row, visit.stage(), visit.at().toEpochMilli());
      }
    }
    Outcome before = Outcome.OPEN;
    for (Revision revision : deal.revisions()) {
      if (revision.outcome() != before && revision.outcome() == Outcome.WON) {
        events.row(row, funnel.wonEvents().get(0), revision.at().toEpochMilli());
      } else if (revision.outcome() != before && revision.outcome() == Outcome.LOST) {
        events.row(row, funnel.lostEvents().get(0), revision.at().toEpochMilli());
      }
      before = revision.outcome();
    }
  }

  /** How the open pipeline moved in the period, up to the as-of instant. */
  PeriodMovement movement() {
    long open = 0;
    long dated = 0;
    boolean valued = false;
    for (int row = 0; row < opportunities.size(); row++) {
      boolean wasOpen = false;
      boolean wasDated = false;
      ImmutableList<Revision> revisions = opportunities.get(row).revisions();
      for (int i = 0; i < revisions.size(); i++) {
        Revision revision = revisions.get(i);
        if (i + 1 < revisions.size() && revisions.get(i + 1).at().equals(revision.at())) {
          continue; // facts of one instant are one change
        }
        if (revision.outcome() == Outcome.OPEN) {
          wasOpen = true;
          wasDated |= revision.expectedClose().isPresent();
          valued |= revision.amount().isPresent();
        }
      }
      open += wasOpen ? 1 : 0;
      dated += wasDated ? 1 : 0;
    }
    boolean byDate = open > 0 && 2 * dated >= open;
    PipelineScope scope =
        byDate ? PipelineScope.closingIn(period.start(), period.end()) : PipelineScope.allOpen();
    Instant known = facts.book().asOf().plusNanos(1);
    Instant end = earlier(facts.calendar().startOf(period.end()), known);
    Instant start = earlier(facts.calendar().startOf(period.start()), end);
    return new PeriodMovement(
        byDate ? PeriodMovement.Basis.CLOSING_IN_PERIOD : PeriodMovement.Basis.ALL_OPEN,
        valued,
        Waterfall.between(
            start,
            end,
            facts.deals().history(IntStream.range(0, opportunities.size()).toArray()),
            scope));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
