package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/** What customers pay and what they answer. */
sealed interface PricesAndAnswers permits Kpis {

  /** {@code won.value.average}: mean amount of the deals won in the period, with a t interval. */
  Kpi AVERAGE_WON_VALUE =
      new Definition(
          "won.value.average",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          DealKpis::averageWonValue);

  /**
   * {@code discount.rate}: {@code sum(list - net) / sum(list)} over the last quotes of the deals
   * won in the period.
   */
  Kpi DISCOUNT_RATE =
      new Definition(
          "discount.rate",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.CLOSED,
          CustomerKpis::discountRate);

  /**
   * {@code discount.onNet}: {@code sum(list)/sum(net) - 1} over the last quotes of the deals won:
   * 100 to 80 is 25 %, not 20 %.
   */
  Kpi DISCOUNT_ON_NET =
      new Definition(
          "discount.onNet",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.CLOSED,
          CustomerKpis::discountOnNet);

  /**
   * {@code discount.mean}: mean over deals of {@code (list - net)/list} of the last quotes of the
   * deals won.
   */
  Kpi DISCOUNT_MEAN =
      new Definition(
          "discount.mean",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.CLOSED,
          CustomerKpis::discountMean);

  /** {@code csat.top2}: share of answers 4 and 5 of 5 among the answers of the period. */
  Kpi CSAT =
      new Definition(
          "csat.top2", Unit.RATIO, Direction.HIGHER, TimeBasis.EVENT, CustomerKpis::satisfaction);

  /** {@code csat.mean}: mean of the answers on a scale of 1 to 5. */
  Kpi CSAT_MEAN =
      new Definition(
          "csat.mean",
          Unit.SCORE,
          Direction.HIGHER,
          TimeBasis.EVENT,
          CustomerKpis::satisfactionMean);

  /**
   * {@code nps}: share of promoters less share of detractors among the answers of the period, in
   * points from -100 to 100, with its interval.
   *
   * <p>Version 2: the interval is the adjusted one, with an answer more of either kind; that of
   * version 1 was the unadjusted one. The score is the same in both.
   *
   * @see dev.pacesetter.metrics.satisfaction.NetPromoterScore
   */
  Kpi NPS =
      new Definition(
          "nps", 2, Unit.SCORE, Direction.HIGHER, TimeBasis.EVENT, CustomerKpis::recommendation);
}
