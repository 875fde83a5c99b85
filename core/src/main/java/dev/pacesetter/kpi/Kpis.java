package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.pacesetter.metrics.Unit;

/**
 * The catalogue of metrics.
 *
 * <p>Definitions in words are in each metric's {@link Kpi#definition}; where systems disagree on a
 * name, the rival definitions have their own ids here.
 */
public final class Kpis {

  /**
   * {@code won.value}: sum of the amounts of deals won, by day of winning, credited to the owner.
   */
  public static final AdditiveKpi WON_VALUE =
      new CreditSum("won.value", Unit.MONEY, TimeBasis.CLOSED, SalesFacts::wonCredits);

  /** {@code won.count}: number of deals won, by day of winning, credited to the owner. */
  public static final AdditiveKpi WON_COUNT =
      new CreditSum(
          "won.count", Unit.COUNT, TimeBasis.CLOSED, facts -> facts.wonCredits().counted());

  /** {@code order.value}: sum of order lines, by day of order, credited to who took the order. */
  public static final AdditiveKpi ORDER_VALUE =
      new CreditSum("order.value", Unit.MONEY, TimeBasis.EVENT, SalesFacts::orderCredits);

  /** {@code order.lines}: number of order lines, by day of order. */
  public static final AdditiveKpi ORDER_LINES =
      new CreditSum(
          "order.lines", Unit.COUNT, TimeBasis.EVENT, facts -> facts.orderCredits().counted());

  /**
   * {@code win.closed.count}: {@code won / (won + lost)} of the deals closed in the period, with
   * its Wilson interval. No data where losses are not recorded at all.
   */
  public static final Kpi WIN_RATE =
      new Definition(
          "win.closed.count", Unit.RATIO, Direction.HIGHER, TimeBasis.CLOSED, DealKpis::winRate);

  /**
   * {@code win.created.count}: {@code won / created} of the deals created in the period, whenever
   * they were won; open deals are in the denominator, so a young cohort reads low.
   */
  public static final Kpi WIN_RATE_OF_CREATED =
      new Definition(
          "win.created.count",
          Unit.RATIO,
          Direction.HIGHER,
          TimeBasis.CREATED,
          DealKpis::winRateOfCreated);

  /** {@code won.value.average}: mean amount of the deals won in the period, with a t interval. */
  public static final Kpi AVERAGE_WON_VALUE =
      new Definition(
          "won.value.average",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          DealKpis::averageWonValue);

  /** {@code cycle.won.median}: median days from creation to winning of the deals won. */
  public static final Kpi SALES_CYCLE =
      new Definition(
          "cycle.won.median", Unit.DAYS, Direction.LOWER, TimeBasis.CLOSED, DealKpis::cycle);

  /** {@code created.count}: number of deals that became known in the period. */
  public static final Kpi CREATED_COUNT =
      new Definition(
          "created.count", Unit.COUNT, Direction.HIGHER, TimeBasis.CREATED, DealKpis::created);

  /** {@code pipeline.open.count}: number of deals open at the as-of instant. */
  public static final Kpi OPEN_COUNT =
      new Definition(
          "pipeline.open.count", Unit.COUNT, Direction.NEUTRAL, TimeBasis.AS_OF, DealKpis::open);

  /** {@code pipeline.open.value}: sum of the amounts of the deals open at the as-of instant. */
  public static final Kpi OPEN_VALUE =
      new Definition(
          "pipeline.open.value",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.AS_OF,
          DealKpis::openValue);

  /**
   * {@code discount.rate}: {@code sum(list - net) / sum(list)} over the last quotes of the deals
   * won in the period.
   */
  public static final Kpi DISCOUNT_RATE =
      new Definition(
          "discount.rate",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.CLOSED,
          CustomerKpis::discountRate);

  /** {@code csat.top2}: share of answers 4 and 5 of 5 among the answers of the period. */
  public static final Kpi CSAT =
      new Definition(
          "csat.top2", Unit.RATIO, Direction.HIGHER, TimeBasis.EVENT, CustomerKpis::satisfaction);

  /**
   * {@code nps}: share of promoters less share of detractors among the answers of the period, in
   * points from -100 to 100, with its interval.
   *
   * <p>Version 2: the interval is the adjusted one, with an answer more of either kind; that of
   * version 1 was the unadjusted one. The score is the same in both.
   *
   * @see dev.pacesetter.metrics.satisfaction.NetPromoterScore
   */
  public static final Kpi NPS =
      new Definition(
          "nps", 2, Unit.SCORE, Direction.HIGHER, TimeBasis.EVENT, CustomerKpis::recommendation);

  /**
   * {@code activity.count}: number of activities logged in the period, credited to who did them.
   */
  public static final Kpi ACTIVITY_COUNT =
      new Definition(
          "activity.count",
          Unit.COUNT,
          Direction.NEUTRAL,
          TimeBasis.EVENT,
          CustomerKpis::activities);

  private static final ImmutableSortedMap<String, Kpi> CATALOGUE =
      ImmutableSortedMap.copyOf(
          Maps.uniqueIndex(
              ImmutableList.of(
                  WON_VALUE,
                  WON_COUNT,
                  ORDER_VALUE,
                  ORDER_LINES,
                  WIN_RATE,
                  WIN_RATE_OF_CREATED,
                  AVERAGE_WON_VALUE,
                  SALES_CYCLE,
                  CREATED_COUNT,
                  OPEN_COUNT,
                  OPEN_VALUE,
                  DISCOUNT_RATE,
                  CSAT,
                  NPS,
                  ACTIVITY_COUNT),
              Kpi::id));

  private Kpis() {}

  /**
   * Returns every metric of the catalogue.
   *
   * @return the metrics in the order of ids
   */
  public static ImmutableList<Kpi> all() {
    return CATALOGUE.values().asList();
  }

  /**
   * Finds a metric.
   *
   * @param id the metric's id
   * @return the metric
   * @throws IllegalArgumentException if the catalogue has none of that id; the message lists all
   */
  public static Kpi get(String id) {
    Kpi kpi = CATALOGUE.get(id);
    checkArgument(kpi != null, "there is no KPI '%s'; known are %s", id, CATALOGUE.keySet());
    return kpi;
  }
}
