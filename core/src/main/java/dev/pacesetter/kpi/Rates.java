package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/** Shares of deals that are won or come a step further. */
sealed interface Rates permits Kpis {

  /**
   * {@code win.closed.count}: {@code won / (won + lost)} of the deals closed in the period, with
   * its Wilson interval. No data where losses are not recorded at all.
   */
  Kpi WIN_RATE = new DealRatio("win.closed.count", 1, Direction.HIGHER, RatioKpis.winOfClosed());

  /**
   * {@code win.closed.broad}: {@code won / (won + lost + overdue)}, where a deal that is still open
   * counts on the day it was expected to close.
   */
  Kpi WIN_RATE_BROAD = new DealRatio("win.closed.broad", 1, Direction.HIGHER, RatioKpis.winBroad());

  /**
   * {@code win.created.count}: {@code won / created} of the deals created in the period, whenever
   * they were won; open deals are in the denominator, so a young cohort reads low.
   */
  Kpi WIN_RATE_OF_CREATED =
      new DealRatio("win.created.count", 2, Direction.HIGHER, RatioKpis.winOfCreated());

  /**
   * {@code win.closed.value}: value won as a share of the value won or lost in the period; a lost
   * deal has its last amount.
   */
  Kpi WIN_RATE_BY_VALUE =
      new DealRatio("win.closed.value", 1, Direction.HIGHER, RatioKpis.winOfClosed().weighted());

  /** {@code step.meeting}: share of the deals created in the period that had a meeting or visit. */
  Kpi MEETING_RATE = new DealRatio("step.meeting", 1, Direction.HIGHER, RatioKpis.met());

  /**
   * {@code step.proposal}: share of the deals created in the period and met that were offered
   * something.
   */
  Kpi PROPOSAL_RATE = new DealRatio("step.proposal", 1, Direction.HIGHER, RatioKpis.quotedOfMet());

  /**
   * {@code step.win}: share of the deals created in the period and offered something that were won.
   */
  Kpi CLOSING_RATE = new DealRatio("step.win", 1, Direction.HIGHER, RatioKpis.wonOfQuoted());

  /** {@code activity.perWin}: activities logged in the period by deals won in it. */
  Kpi ACTIVITIES_PER_WIN =
      new Definition(
          "activity.perWin",
          Unit.COUNT,
          Direction.NEUTRAL,
          TimeBasis.CLOSED,
          PipelineMeasures::activitiesPerWin);
}
