package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;

/** Sums: which event counts, on which day, and who is credited for it. */
sealed interface Sums permits Kpis {

  /**
   * {@code won.value}: sum of the amounts of deals won, by day of winning, credited to those who
   * share the deal's credit on that day, or to the owner where nothing was agreed.
   */
  AdditiveKpi WON_VALUE =
      new CreditSum("won.value", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, CreditKind.WON);

  /**
   * {@code won.count}: number of deals won, by day of winning, each credited as a whole to who has
   * the largest share, or to the owner where nothing was agreed; ties are the owner's, then the
   * first one's in the order of ids.
   */
  AdditiveKpi WON_COUNT =
      new CreditSum(
          "won.count", Unit.COUNT, Direction.HIGHER, TimeBasis.CLOSED, CreditKind.WON_COUNT);

  /**
   * {@code won.value.byOwner}: sum of the amounts of deals won, credited to the owner on the day of
   * winning, whatever was agreed on sharing.
   */
  AdditiveKpi WON_VALUE_BY_OWNER =
      new CreditSum(
          "won.value.byOwner",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          CreditKind.WON_BY_OWNER);

  /**
   * {@code won.value.byCreator}: sum of the amounts of deals won, by day of winning, credited to
   * who brought the deal, in the team they are in on that day.
   */
  AdditiveKpi WON_VALUE_BY_CREATOR =
      new CreditSum(
          "won.value.byCreator",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          CreditKind.WON_BY_CREATOR);

  /**
   * {@code won.count.byOwner}: number of deals won, credited to the owner on the day of winning.
   */
  AdditiveKpi WON_COUNT_BY_OWNER =
      new CreditSum(
          "won.count.byOwner",
          Unit.COUNT,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          CreditKind.WON_COUNT_BY_OWNER);

  /**
   * {@code won.count.byCreator}: number of deals won, by day of winning, credited to who brought
   * the deal.
   */
  AdditiveKpi WON_COUNT_BY_CREATOR =
      new CreditSum(
          "won.count.byCreator",
          Unit.COUNT,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          CreditKind.WON_COUNT_BY_CREATOR);

  /**
   * {@code signed.value}: sum of the contracts signed, by day of signing, credited as on that day.
   */
  AdditiveKpi SIGNED_VALUE =
      new CreditSum(
          "signed.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.SIGNED);

  /**
   * {@code invoiced.value}: sum of the invoices issued, by day of issue, credited as on that day.
   */
  AdditiveKpi INVOICED_VALUE =
      new CreditSum(
          "invoiced.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.INVOICED);

  /**
   * {@code collected.value}: sum of the payments received, by day of receipt, credited as on that
   * day.
   */
  AdditiveKpi COLLECTED_VALUE =
      new CreditSum(
          "collected.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.COLLECTED);

  /**
   * {@code collected.value.byCreator}: sum of the payments received, by day of receipt, credited to
   * who brought the deal.
   */
  AdditiveKpi COLLECTED_VALUE_BY_CREATOR =
      new CreditSum(
          "collected.value.byCreator",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.EVENT,
          CreditKind.COLLECTED_BY_CREATOR);

  /** {@code order.value}: sum of order lines, by day of order, credited to who took the order. */
  AdditiveKpi ORDER_VALUE =
      new CreditSum(
          "order.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.ORDERS);

  /** {@code order.lines}: number of order lines, by day of order. */
  AdditiveKpi ORDER_LINES =
      new CreditSum(
          "order.lines", Unit.COUNT, Direction.HIGHER, TimeBasis.EVENT, CreditKind.ORDER_LINES);

  /**
   * {@code activity.count}: number of activities logged in the period, credited to who did them.
   */
  AdditiveKpi ACTIVITY_COUNT =
      new CreditSum(
          "activity.count", Unit.COUNT, Direction.NEUTRAL, TimeBasis.EVENT, CreditKind.ACTIVITIES);
}
