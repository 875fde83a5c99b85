package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/** How long deals take, and what that makes a day. */
sealed interface Times permits Kpis {

  /** {@code cycle.won.median}: median days from creation to winning of the deals won. */
  Kpi SALES_CYCLE =
      new Definition(
          "cycle.won.median", Unit.DAYS, Direction.LOWER, TimeBasis.CLOSED, DealKpis::cycle);

  /**
   * {@code cycle.won.mean}: mean days from creation to winning of the deals won, with a t interval.
   */
  Kpi CYCLE_MEAN =
      new Definition(
          "cycle.won.mean", Unit.DAYS, Direction.LOWER, TimeBasis.CLOSED, MoreKpis::cycleMean);

  /** {@code cycle.closed.median}: median days from creation to close of the deals won or lost. */
  Kpi CYCLE_OF_CLOSED =
      new Definition(
          "cycle.closed.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CLOSED,
          MoreKpis::cycleOfClosed);

  /**
   * {@code cycle.won.workdays}: median working days from the day of creation to the day before
   * winning of the deals won.
   */
  Kpi CYCLE_IN_WORKING_DAYS =
      new Definition(
          "cycle.won.workdays",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CLOSED,
          MoreKpis::cycleWorkdays);

  /**
   * {@code cycle.fromMeeting}: median days from the first meeting or visit to winning, over the
   * deals won in the period that had one.
   */
  Kpi CYCLE_FROM_MEETING =
      new Definition(
          "cycle.fromMeeting",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CLOSED,
          StageMeasures::cycleFromMeeting);

  /**
   * {@code cycle.created.median}: median days from creation to winning or losing, over the deals
   * created in the period; open ones are censored, by Kaplan and Meier.
   */
  Kpi TIME_TO_CLOSE =
      new Definition(
          "cycle.created.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CREATED,
          PipelineMeasures::timeToClose);

  /**
   * {@code response.first.median}: median days from creation to the first activity of the deals
   * created in the period; those without any are still waiting.
   */
  Kpi FIRST_RESPONSE =
      new Definition(
          "response.first.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CREATED,
          MoreKpis::firstResponse);

  /**
   * {@code response.assigned.median}: median days from a deal's first assignment to somebody to the
   * first activity after it, over the deals first assigned in the period; those without any are
   * still waiting.
   */
  Kpi RESPONSE_TO_ASSIGNMENT =
      new Definition(
          "response.assigned.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.EVENT,
          PipelineMeasures::responseToAssignment);

  /**
   * {@code velocity.count}: {@code N·A·R/C}: open deals, average value won, win rate by count and
   * mean cycle in days; money a day.
   */
  Kpi VELOCITY =
      new Definition(
          "velocity.count", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, MoreKpis::velocity);

  /**
   * {@code velocity.created}: as {@code velocity.count}, with the deals created in the period in
   * place of those open now; money a day.
   */
  Kpi VELOCITY_OF_CREATED =
      new Definition(
          "velocity.created",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          MoreKpis::velocityOfCreated);

  /**
   * {@code velocity.value}: open pipeline times win rate by value by mean cycle in days; money a
   * day.
   */
  Kpi VELOCITY_BY_VALUE =
      new Definition(
          "velocity.value",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          MoreKpis::velocityByValue);
}
