package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/** Where a period ends, how near the forecast came, and how evenly the value came in. */
sealed interface Outlook permits Kpis {

  /**
   * {@code projection.pipeline}: {@code won.value} so far and the amounts of the open deals
   * expected to close in the period, weighted as in {@code pipeline.weighted.history}.
   */
  Kpi PROJECTION =
      new Definition(
          "projection.pipeline",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          Projections::ofPipeline);

  /**
   * {@code projection.expected}: {@code projection.pipeline} and what comes that is not in sight:
   * on average over the last four periods of the kind, what was won after the same share of the
   * days by deals that were not open and due in the period then.
   */
  Kpi PROJECTION_WITH_EXPECTED =
      new Definition(
          "projection.expected",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          Projections::withExpected);

  /**
   * {@code projection.linear}: {@code won.value} so far over the share of the period's working days
   * that are over; no data before the first is.
   */
  Kpi PROJECTION_LINEAR =
      new Definition(
          "projection.linear", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, Projections::linear);

  /**
   * {@code forecast.accuracy}: {@code max(0, 1 - |A - F| / A)} for {@code A} the {@code won.value}
   * of a period that is over and {@code F} its {@code projection.expected} on the eve of it.
   */
  Kpi FORECAST_ACCURACY =
      new Definition(
          "forecast.accuracy",
          Unit.RATIO,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          Projections::accuracy);

  /** {@code forecast.bias}: {@code (F - A) / A} of the same: above 0 when too much was expected. */
  Kpi FORECAST_BIAS =
      new Definition(
          "forecast.bias", Unit.RATIO, Direction.NEUTRAL, TimeBasis.CLOSED, Projections::bias);

  /**
   * {@code linearity.lastThird}: share of {@code won.value} that came in the last third of the days
   * of a period that is over.
   */
  Kpi LAST_THIRD =
      new Definition(
          "linearity.lastThird",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.CLOSED,
          Projections::lastThird);

  /**
   * {@code linearity.gini}: Gini coefficient of {@code won.value} over the weeks of a period that
   * is over: 0 when all are alike.
   */
  Kpi LINEARITY_GINI =
      new Definition(
          "linearity.gini", Unit.RATIO, Direction.LOWER, TimeBasis.CLOSED, Projections::gini);

  /**
   * {@code linearity.gap}: largest gap, at the end of a week, between the share of the working days
   * of a period that were over and the share of {@code won.value} that had come; above 0 when it
   * came late.
   */
  Kpi LINEARITY_GAP =
      new Definition(
          "linearity.gap",
          Unit.RATIO,
          Direction.NEUTRAL,
          TimeBasis.CLOSED,
          Projections::largestGap);
}
