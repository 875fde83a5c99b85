package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/**
 * Why the value won differs from that of the same period a year before: products are the lowest
 * grain, and the four together are the difference to the cent.
 */
sealed interface Growth permits Kpis {

  /**
   * {@code growth.price}: what the change of the average value of a deal, product by product,
   * brought: {@code (p2 - p1)} at the average of both years' deals, by Shapley's rule.
   */
  Kpi GROWTH_BY_PRICE =
      new Definition(
          "growth.price",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          (facts, scope, period) -> GrowthMeasures.part(facts, scope, period, "price"));

  /**
   * {@code growth.volume}: what the change of the number of all deals brought, by the same rule.
   */
  Kpi GROWTH_BY_VOLUME =
      new Definition(
          "growth.volume",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          (facts, scope, period) -> GrowthMeasures.part(facts, scope, period, "volume"));

  /**
   * {@code growth.mix}: what the change of the share of each product in all deals brought, by the
   * same rule.
   */
  Kpi GROWTH_BY_MIX =
      new Definition(
          "growth.mix",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          (facts, scope, period) -> GrowthMeasures.part(facts, scope, period, "mix"));

  /**
   * {@code growth.range}: {@code won.value} of products that were won in this period only, less
   * that of products that were won in the year before only.
   */
  Kpi GROWTH_BY_RANGE =
      new Definition(
          "growth.range", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, GrowthMeasures::range);
}
