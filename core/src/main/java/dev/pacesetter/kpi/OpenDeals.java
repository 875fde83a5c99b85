package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/** The pipeline: what is in it, on what it hangs, how old it is and how it slips. */
sealed interface OpenDeals permits Kpis {

  /** {@code created.count}: number of deals that became known in the period. */
  Kpi CREATED_COUNT =
      new Definition(
          "created.count", 2, Unit.COUNT, Direction.HIGHER, TimeBasis.CREATED, DealKpis::created);

  /** {@code pipeline.open.count}: number of deals open at the as-of instant. */
  Kpi OPEN_COUNT =
      new Definition(
          "pipeline.open.count", Unit.COUNT, Direction.NEUTRAL, TimeBasis.AS_OF, DealKpis::open);

  /** {@code pipeline.open.value}: sum of the amounts of the deals open at the as-of instant. */
  Kpi OPEN_VALUE =
      new Definition(
          "pipeline.open.value",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.AS_OF,
          DealKpis::openValue);

  /**
   * {@code pipeline.weighted.history}: sum of the amounts of the open deals, each times the share
   * won of all deals closed so far in the whole business that were ever in its stage; in a stage
   * that no closed deal was in, or in none, times the share won of all closed deals.
   */
  Kpi WEIGHTED_PIPELINE =
      new Definition(
          "pipeline.weighted.history",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.AS_OF,
          (facts, scope, period) -> WeightedPipeline.byHistory(facts, scope, row -> true));

  /**
   * {@code coverage.needed}: {@code 1 / win.closed.value}: how much pipeline a unit of target
   * needs.
   */
  Kpi NEEDED_COVERAGE =
      new Definition(
          "coverage.needed",
          Unit.RATIO,
          Direction.NEUTRAL,
          TimeBasis.CLOSED,
          MoreKpis::neededCoverage);

  /**
   * {@code pipeline.largest.share}: amount of the largest open deal as a share of all open amounts.
   */
  Kpi LARGEST_DEAL =
      new Definition(
          "pipeline.largest.share",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          MoreKpis::largestDeal);

  /**
   * {@code pipeline.herfindahl}: sum of the squared shares of the open deals in all open amounts.
   */
  Kpi HERFINDAHL =
      new Definition(
          "pipeline.herfindahl",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          MoreKpis::herfindahl);

  /**
   * {@code pipeline.customer.share}: open amount of the customer with most of it, as a share of the
   * open amounts of all customers.
   */
  Kpi LARGEST_CUSTOMER =
      new Definition(
          "pipeline.customer.share",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          PipelineMeasures::largestCustomer);

  /**
   * {@code pipeline.customer.herfindahl}: sum of the squared shares of the customers in their open
   * amounts.
   */
  Kpi CUSTOMER_HERFINDAHL =
      new Definition(
          "pipeline.customer.herfindahl",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          PipelineMeasures::customerHerfindahl);

  /** {@code pipeline.age.median}: median age of the open deals. */
  Kpi OPEN_AGE =
      new Definition(
          "pipeline.age.median", Unit.DAYS, Direction.LOWER, TimeBasis.AS_OF, MoreKpis::openAge);

  /**
   * {@code pipeline.olderThanWon}: share of the open deals that are older than four of five of the
   * deals ever won in the customer's segment were when they were won.
   */
  Kpi OLDER_THAN_WON =
      new Definition(
          "pipeline.olderThanWon",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          PipelineMeasures::olderThanWon);

  /**
   * {@code pipeline.pushed.rate}: share of the open deals whose expected close was moved out at
   * least once.
   */
  Kpi PUSHED_RATE =
      new DealRatio("pipeline.pushed.rate", 1, Direction.LOWER, RatioKpis.pushedOfOpen());

  /**
   * {@code pipeline.pushes.mean}: mean number of times the expected close of the open deals was
   * moved out.
   */
  Kpi PUSHES =
      new Definition(
          "pipeline.pushes.mean", Unit.COUNT, Direction.LOWER, TimeBasis.AS_OF, MoreKpis::pushes);

  /**
   * {@code slip.rate}: of the deals that were due in the period as things stood when it began, the
   * share not won in it. A lost deal counts as slipped.
   */
  Kpi SLIP_RATE =
      new Definition("slip.rate", Unit.RATIO, Direction.LOWER, TimeBasis.EVENT, SlipKpis::slipped);

  /**
   * {@code slip.moved}: of the same deals, the share whose expected close was moved to a later day
   * in the period, also where it was moved back.
   */
  Kpi MOVE_RATE =
      new Definition("slip.moved", Unit.RATIO, Direction.LOWER, TimeBasis.EVENT, SlipKpis::moved);

  /**
   * {@code slip.days}: of the deals that were due in the period as things stood when it began, and
   * were expected later when it ended, the mean number of days by which.
   */
  Kpi SLIP_DAYS =
      new Definition("slip.days", Unit.DAYS, Direction.LOWER, TimeBasis.EVENT, SlipKpis::daysLater);
}
