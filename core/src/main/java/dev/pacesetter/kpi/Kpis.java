package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.pacesetter.metrics.Unit;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of metrics.
 *
 * <p>Definitions in words are in each metric's {@link Kpi#definition}; where systems disagree on a
 * name, the rival definitions have their own ids here.
 */
public final class Kpis {

  /**
   * {@code won.value}: sum of the amounts of deals won, by day of winning, credited to those who
   * share the deal's credit on that day, or to the owner where nothing was agreed.
   */
  public static final AdditiveKpi WON_VALUE =
      new CreditSum("won.value", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, CreditKind.WON);

  /**
   * {@code won.count}: number of deals won, by day of winning, each credited as a whole to who has
   * the largest share, or to the owner where nothing was agreed; ties are the owner's, then the
   * first one's in the order of ids.
   */
  public static final AdditiveKpi WON_COUNT =
      new CreditSum(
          "won.count", Unit.COUNT, Direction.HIGHER, TimeBasis.CLOSED, CreditKind.WON_COUNT);

  /**
   * {@code won.value.byOwner}: sum of the amounts of deals won, credited to the owner on the day of
   * winning, whatever was agreed on sharing.
   */
  public static final AdditiveKpi WON_VALUE_BY_OWNER =
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
  public static final AdditiveKpi WON_VALUE_BY_CREATOR =
      new CreditSum(
          "won.value.byCreator",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          CreditKind.WON_BY_CREATOR);

  /**
   * {@code won.count.byOwner}: number of deals won, credited to the owner on the day of winning.
   */
  public static final AdditiveKpi WON_COUNT_BY_OWNER =
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
  public static final AdditiveKpi WON_COUNT_BY_CREATOR =
      new CreditSum(
          "won.count.byCreator",
          Unit.COUNT,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          CreditKind.WON_COUNT_BY_CREATOR);

  /**
   * {@code signed.value}: sum of the contracts signed, by day of signing, credited as on that day.
   */
  public static final AdditiveKpi SIGNED_VALUE =
      new CreditSum(
          "signed.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.SIGNED);

  /**
   * {@code invoiced.value}: sum of the invoices issued, by day of issue, credited as on that day.
   */
  public static final AdditiveKpi INVOICED_VALUE =
      new CreditSum(
          "invoiced.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.INVOICED);

  /**
   * {@code collected.value}: sum of the payments received, by day of receipt, credited as on that
   * day.
   */
  public static final AdditiveKpi COLLECTED_VALUE =
      new CreditSum(
          "collected.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.COLLECTED);

  /**
   * {@code collected.value.byCreator}: sum of the payments received, by day of receipt, credited to
   * who brought the deal.
   */
  public static final AdditiveKpi COLLECTED_VALUE_BY_CREATOR =
      new CreditSum(
          "collected.value.byCreator",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.EVENT,
          CreditKind.COLLECTED_BY_CREATOR);

  /** {@code order.value}: sum of order lines, by day of order, credited to who took the order. */
  public static final AdditiveKpi ORDER_VALUE =
      new CreditSum(
          "order.value", Unit.MONEY, Direction.HIGHER, TimeBasis.EVENT, CreditKind.ORDERS);

  /** {@code order.lines}: number of order lines, by day of order. */
  public static final AdditiveKpi ORDER_LINES =
      new CreditSum(
          "order.lines", Unit.COUNT, Direction.HIGHER, TimeBasis.EVENT, CreditKind.ORDER_LINES);

  /**
   * {@code win.closed.count}: {@code won / (won + lost)} of the deals closed in the period, with
   * its Wilson interval. No data where losses are not recorded at all.
   */
  public static final Kpi WIN_RATE =
      new DealRatio("win.closed.count", 1, Direction.HIGHER, RatioKpis.winOfClosed());

  /**
   * {@code win.created.count}: {@code won / created} of the deals created in the period, whenever
   * they were won; open deals are in the denominator, so a young cohort reads low.
   */
  public static final Kpi WIN_RATE_OF_CREATED =
      new DealRatio("win.created.count", 2, Direction.HIGHER, RatioKpis.winOfCreated());

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
          "created.count", 2, Unit.COUNT, Direction.HIGHER, TimeBasis.CREATED, DealKpis::created);

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
  public static final AdditiveKpi ACTIVITY_COUNT =
      new CreditSum(
          "activity.count", Unit.COUNT, Direction.NEUTRAL, TimeBasis.EVENT, CreditKind.ACTIVITIES);

  /**
   * {@code win.closed.broad}: {@code won / (won + lost + overdue)}, where a deal that is still open
   * counts on the day it was expected to close.
   */
  public static final Kpi WIN_RATE_BROAD =
      new DealRatio("win.closed.broad", 1, Direction.HIGHER, RatioKpis.winBroad());

  /**
   * {@code win.closed.value}: value won as a share of the value won or lost in the period; a lost
   * deal has its last amount.
   */
  public static final Kpi WIN_RATE_BY_VALUE =
      new DealRatio("win.closed.value", 1, Direction.HIGHER, RatioKpis.winOfClosed().weighted());

  /** {@code step.meeting}: share of the deals created in the period that had a meeting or visit. */
  public static final Kpi MEETING_RATE =
      new DealRatio("step.meeting", 1, Direction.HIGHER, RatioKpis.met());

  /**
   * {@code step.proposal}: share of the deals created in the period and met that were offered
   * something.
   */
  public static final Kpi PROPOSAL_RATE =
      new DealRatio("step.proposal", 1, Direction.HIGHER, RatioKpis.quotedOfMet());

  /**
   * {@code step.win}: share of the deals created in the period and offered something that were won.
   */
  public static final Kpi CLOSING_RATE =
      new DealRatio("step.win", 1, Direction.HIGHER, RatioKpis.wonOfQuoted());

  /**
   * {@code pipeline.pushed.rate}: share of the open deals whose expected close was moved out at
   * least once.
   */
  public static final Kpi PUSHED_RATE =
      new DealRatio("pipeline.pushed.rate", 1, Direction.LOWER, RatioKpis.pushedOfOpen());

  /**
   * {@code cycle.won.mean}: mean days from creation to winning of the deals won, with a t interval.
   */
  public static final Kpi CYCLE_MEAN =
      new Definition(
          "cycle.won.mean", Unit.DAYS, Direction.LOWER, TimeBasis.CLOSED, MoreKpis::cycleMean);

  /** {@code cycle.closed.median}: median days from creation to close of the deals won or lost. */
  public static final Kpi CYCLE_OF_CLOSED =
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
  public static final Kpi CYCLE_IN_WORKING_DAYS =
      new Definition(
          "cycle.won.workdays",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CLOSED,
          MoreKpis::cycleWorkdays);

  /**
   * {@code velocity.count}: {@code N·A·R/C}: open deals, average value won, win rate by count and
   * mean cycle in days; money a day.
   */
  public static final Kpi VELOCITY =
      new Definition(
          "velocity.count", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, MoreKpis::velocity);

  /**
   * {@code velocity.value}: open pipeline times win rate by value by mean cycle in days; money a
   * day.
   */
  public static final Kpi VELOCITY_BY_VALUE =
      new Definition(
          "velocity.value",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          MoreKpis::velocityByValue);

  /**
   * {@code coverage.needed}: {@code 1 / win.closed.value}: how much pipeline a unit of target
   * needs.
   */
  public static final Kpi NEEDED_COVERAGE =
      new Definition(
          "coverage.needed",
          Unit.RATIO,
          Direction.NEUTRAL,
          TimeBasis.CLOSED,
          MoreKpis::neededCoverage);

  /**
   * {@code pipeline.pushes.mean}: mean number of times the expected close of the open deals was
   * moved out.
   */
  public static final Kpi PUSHES =
      new Definition(
          "pipeline.pushes.mean", Unit.COUNT, Direction.LOWER, TimeBasis.AS_OF, MoreKpis::pushes);

  /**
   * {@code pipeline.largest.share}: amount of the largest open deal as a share of all open amounts.
   */
  public static final Kpi LARGEST_DEAL =
      new Definition(
          "pipeline.largest.share",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          MoreKpis::largestDeal);

  /**
   * {@code pipeline.herfindahl}: sum of the squared shares of the open deals in all open amounts.
   */
  public static final Kpi HERFINDAHL =
      new Definition(
          "pipeline.herfindahl",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          MoreKpis::herfindahl);

  /** {@code pipeline.age.median}: median age of the open deals. */
  public static final Kpi OPEN_AGE =
      new Definition(
          "pipeline.age.median", Unit.DAYS, Direction.LOWER, TimeBasis.AS_OF, MoreKpis::openAge);

  /**
   * {@code response.first.median}: median days from creation to the first activity of the deals
   * created in the period; those without any are still waiting.
   */
  public static final Kpi FIRST_RESPONSE =
      new Definition(
          "response.first.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CREATED,
          MoreKpis::firstResponse);

  /** {@code csat.mean}: mean of the answers on a scale of 1 to 5. */
  public static final Kpi CSAT_MEAN =
      new Definition(
          "csat.mean",
          Unit.SCORE,
          Direction.HIGHER,
          TimeBasis.EVENT,
          CustomerKpis::satisfactionMean);

  /**
   * {@code discount.onNet}: {@code sum(list)/sum(net) - 1} over the last quotes of the deals won:
   * 100 to 80 is 25 %, not 20 %.
   */
  public static final Kpi DISCOUNT_ON_NET =
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
  public static final Kpi DISCOUNT_MEAN =
      new Definition(
          "discount.mean",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.CLOSED,
          CustomerKpis::discountMean);

  /**
   * {@code slip.rate}: of the deals that were due in the period as things stood when it began, the
   * share not won in it. A lost deal counts as slipped.
   */
  public static final Kpi SLIP_RATE =
      new Definition("slip.rate", Unit.RATIO, Direction.LOWER, TimeBasis.EVENT, SlipKpis::slipped);

  /**
   * {@code slip.moved}: of the same deals, the share whose expected close was moved to a later day
   * in the period, also where it was moved back.
   */
  public static final Kpi MOVE_RATE =
      new Definition("slip.moved", Unit.RATIO, Direction.LOWER, TimeBasis.EVENT, SlipKpis::moved);

  /**
   * {@code cycle.fromMeeting}: median days from the first meeting or visit to winning, over the
   * deals won in the period that had one.
   */
  public static final Kpi CYCLE_FROM_MEETING =
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
  public static final Kpi TIME_TO_CLOSE =
      new Definition(
          "cycle.created.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.CREATED,
          PipelineMeasures::timeToClose);

  /**
   * {@code velocity.created}: as {@code velocity.count}, with the deals created in the period in
   * place of those open now; money a day.
   */
  public static final Kpi VELOCITY_OF_CREATED =
      new Definition(
          "velocity.created",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          MoreKpis::velocityOfCreated);

  /**
   * {@code pipeline.weighted.history}: sum of the amounts of the open deals, each times the share
   * won of all deals closed so far in the whole business that were ever in its stage; in a stage
   * that no closed deal was in, or in none, times the share won of all closed deals.
   */
  public static final Kpi WEIGHTED_PIPELINE =
      new Definition(
          "pipeline.weighted.history",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.AS_OF,
          (facts, scope, period) -> WeightedPipeline.byHistory(facts, scope, row -> true));

  /**
   * {@code projection.pipeline}: {@code won.value} so far and the amounts of the open deals
   * expected to close in the period, weighted as in {@code pipeline.weighted.history}.
   */
  public static final Kpi PROJECTION =
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
  public static final Kpi PROJECTION_WITH_EXPECTED =
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
  public static final Kpi PROJECTION_LINEAR =
      new Definition(
          "projection.linear", Unit.MONEY, Direction.HIGHER, TimeBasis.CLOSED, Projections::linear);

  /**
   * {@code forecast.accuracy}: {@code max(0, 1 - |A - F| / A)} for {@code A} the {@code won.value}
   * of a period that is over and {@code F} its {@code projection.expected} on the eve of it.
   */
  public static final Kpi FORECAST_ACCURACY =
      new Definition(
          "forecast.accuracy",
          Unit.RATIO,
          Direction.HIGHER,
          TimeBasis.CLOSED,
          Projections::accuracy);

  /** {@code forecast.bias}: {@code (F - A) / A} of the same: above 0 when too much was expected. */
  public static final Kpi FORECAST_BIAS =
      new Definition(
          "forecast.bias", Unit.RATIO, Direction.NEUTRAL, TimeBasis.CLOSED, Projections::bias);

  /**
   * {@code linearity.lastThird}: share of {@code won.value} that came in the last third of the days
   * of a period that is over.
   */
  public static final Kpi LAST_THIRD =
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
  public static final Kpi LINEARITY_GINI =
      new Definition(
          "linearity.gini", Unit.RATIO, Direction.LOWER, TimeBasis.CLOSED, Projections::gini);

  /**
   * {@code linearity.gap}: largest gap, at the end of a week, between the share of the working days
   * of a period that were over and the share of {@code won.value} that had come; above 0 when it
   * came late.
   */
  public static final Kpi LINEARITY_GAP =
      new Definition(
          "linearity.gap",
          Unit.RATIO,
          Direction.NEUTRAL,
          TimeBasis.CLOSED,
          Projections::largestGap);

  /**
   * {@code slip.days}: of the deals that were due in the period as things stood when it began, and
   * were expected later when it ended, the mean number of days by which.
   */
  public static final Kpi SLIP_DAYS =
      new Definition("slip.days", Unit.DAYS, Direction.LOWER, TimeBasis.EVENT, SlipKpis::daysLater);

  /** {@code activity.perWin}: activities logged in the period by deals won in it. */
  public static final Kpi ACTIVITIES_PER_WIN =
      new Definition(
          "activity.perWin",
          Unit.COUNT,
          Direction.NEUTRAL,
          TimeBasis.CLOSED,
          PipelineMeasures::activitiesPerWin);

  /**
   * {@code pipeline.customer.share}: open amount of the customer with most of it, as a share of the
   * open amounts of all customers.
   */
  public static final Kpi LARGEST_CUSTOMER =
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
  public static final Kpi CUSTOMER_HERFINDAHL =
      new Definition(
          "pipeline.customer.herfindahl",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          PipelineMeasures::customerHerfindahl);

  /**
   * {@code pipeline.olderThanWon}: share of the open deals that are older than four of five of the
   * deals ever won in the customer's segment were when they were won.
   */
  public static final Kpi OLDER_THAN_WON =
      new Definition(
          "pipeline.olderThanWon",
          Unit.RATIO,
          Direction.LOWER,
          TimeBasis.AS_OF,
          PipelineMeasures::olderThanWon);

  /**
   * {@code response.assigned.median}: median days from a deal's first assignment to somebody to the
   * first activity after it, over the deals first assigned in the period; those without any are
   * still waiting.
   */
  public static final Kpi RESPONSE_TO_ASSIGNMENT =
      new Definition(
          "response.assigned.median",
          Unit.DAYS,
          Direction.LOWER,
          TimeBasis.EVENT,
          PipelineMeasures::responseToAssignment);

  private static final ImmutableSortedMap<String, Kpi> CATALOGUE =
      ImmutableSortedMap.copyOf(
          Maps.uniqueIndex(
              ImmutableList.of(
                  WON_VALUE,
                  WON_COUNT,
                  WON_VALUE_BY_OWNER,
                  WON_VALUE_BY_CREATOR,
                  WON_COUNT_BY_OWNER,
                  WON_COUNT_BY_CREATOR,
                  SIGNED_VALUE,
                  INVOICED_VALUE,
                  COLLECTED_VALUE,
                  COLLECTED_VALUE_BY_CREATOR,
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
                  ACTIVITY_COUNT,
                  WIN_RATE_BROAD,
                  WIN_RATE_BY_VALUE,
                  MEETING_RATE,
                  PROPOSAL_RATE,
                  CLOSING_RATE,
                  PUSHED_RATE,
                  CYCLE_MEAN,
                  CYCLE_OF_CLOSED,
                  CYCLE_IN_WORKING_DAYS,
                  VELOCITY,
                  VELOCITY_BY_VALUE,
                  NEEDED_COVERAGE,
                  PUSHES,
                  LARGEST_DEAL,
                  HERFINDAHL,
                  OPEN_AGE,
                  FIRST_RESPONSE,
                  CSAT_MEAN,
                  DISCOUNT_ON_NET,
                  DISCOUNT_MEAN,
                  SLIP_RATE,
                  MOVE_RATE,
                  CYCLE_FROM_MEETING,
                  TIME_TO_CLOSE,
                  VELOCITY_OF_CREATED,
                  WEIGHTED_PIPELINE,
                  PROJECTION,
                  PROJECTION_WITH_EXPECTED,
                  PROJECTION_LINEAR,
                  FORECAST_ACCURACY,
                  FORECAST_BIAS,
                  LAST_THIRD,
                  LINEARITY_GINI,
                  LINEARITY_GAP,
                  SLIP_DAYS,
                  ACTIVITIES_PER_WIN,
                  LARGEST_CUSTOMER,
                  CUSTOMER_HERFINDAHL,
                  OLDER_THAN_WON,
                  RESPONSE_TO_ASSIGNMENT),
              Kpi::id));

  private Kpis() {}

  /**
   * Returns the metrics of a stage, such as {@code Kpis.stage("Proposal").flow()}.
   *
   * @param stage the name of the stage
   * @return its metrics
   * @throws IllegalArgumentException if the stage is blank or begins or ends with a space
   */
  public static StageKpis stage(String stage) {
    return StageKpis.of(stage);
  }

  /**
   * Returns {@code win.fromStage(stage)}: {@code won / (won + lost)} of the deals closed in the
   * period that were ever in a stage.
   *
   * @param stage the name of the stage
   * @return the metric
   * @throws IllegalArgumentException if the stage is blank or begins or ends with a space
   */
  public static Kpi winFromStage(String stage) {
    return stage(stage).winRate();
  }

  /**
   * Returns {@code stage.reached(stage)}: the share of the deals created in the period that ever
   * entered a stage, whether or not they passed those before it.
   *
   * @param stage the name of the stage
   * @return the metric
   * @throws IllegalArgumentException if the stage is blank or begins or ends with a space
   */
  public static Kpi stageReached(String stage) {
    return stage(stage).reached();
  }

  /**
   * Returns {@code stage.exit(stage)}: of the deals whose last visit to a stage ended in the
   * period, the share that went to a later stage or were won from it.
   *
   * @param stage the name of the stage
   * @return the metric
   * @throws IllegalArgumentException if the stage is blank or begins or ends with a space
   */
  public static Kpi stageExit(String stage) {
    return stage(stage).exit();
  }

  /**
   * Returns {@code stage.skipped(stage)}: of the deals created in the period that came beyond a
   * stage of the process, the share that were never in it.
   *
   * @param stage the name of the stage
   * @return the metric
   * @throws IllegalArgumentException if the stage is blank or begins or ends with a space
   */
  public static Kpi stageSkipped(String stage) {
    return stage(stage).skipped();
  }

  /**
   * Returns {@code stage.reentered(stage)}: of the deals created in the period that were in a
   * stage, the share that entered it more than once.
   *
   * @param stage the name of the stage
   * @return the metric
   * @throws IllegalArgumentException if the stage is blank or begins or ends with a space
   */
  public static Kpi stageReentered(String stage) {
    return stage(stage).reentered();
  }

  /**
   * Returns {@code pipeline.olderThan(days)}: the share of the open deals that are older than some
   * days.
   *
   * @param days the days of 24 hours, at least 1
   * @return the metric
   * @throws IllegalArgumentException if the days are below 1
   */
  public static Kpi olderThan(int days) {
    checkPositive("days", days);
    return new DealRatio(
        "pipeline.olderThan", Integer.toString(days), Direction.LOWER, RatioKpis.olderThan(days));
  }

  /**
   * Returns {@code win.byAge(days)}: the chance that a deal created in the period is won by an age,
   * with losses as the competing end and open deals censored, by Aalen and Johansen.
   *
   * @param days the age, at least 1
   * @return the metric
   * @throws IllegalArgumentException if the days are below 1
   * @see dev.pacesetter.metrics.conversion.CumulativeIncidence
   */
  public static Kpi winByAge(int days) {
    checkPositive("days", days);
    return new Definition(
        "win.byAge",
        Integer.toString(days),
        Unit.RATIO,
        Direction.HIGHER,
        TimeBasis.CREATED,
        (facts, scope, period) -> MoreKpis.winByAge(facts, scope, period, days));
  }

  /**
   * Returns {@code coverage.full(target)}: value of the open deals expected to close in the period,
   * as a multiple of a target.
   *
   * @param target the target in minor units, at least 1
   * @return the metric
   * @throws IllegalArgumentException if the target is below 1
   */
  public static Kpi coverageOfTarget(long target) {
    return target(target).coverage();
  }

  /**
   * Returns {@code coverage.remaining(target)}: value of the open deals expected to close in the
   * period, as a multiple of what is left of a target after {@code won.value}; no data once it is
   * met.
   *
   * @param target the target in minor units, at least 1
   * @return the metric
   * @throws IllegalArgumentException if the target is below 1
   */
  public static Kpi coverageOfRemaining(long target) {
    return target(target).coverageOfRest();
  }

  /**
   * Returns the metrics beside a target, such as {@code Kpis.target(1_200_000_00).attainment()}.
   *
   * @param target the target in minor units, at least 1
   * @return its metrics
   * @throws IllegalArgumentException if the target is below 1
   */
  public static TargetKpis target(long target) {
    return TargetKpis.of(target);
  }

  /**
   * Returns {@code win.decided(reason)}: {@code won / (won + lost)} of the deals closed in the
   * period, those lost for one reason left out: the narrow win rate, without what ended in no
   * decision.
   *
   * @param reason the loss reason that means that nothing was decided, as it is recorded; upper and
   *     lower case are the same
   * @return the metric
   * @throws IllegalArgumentException if the reason is blank or begins or ends with a space
   */
  public static Kpi winDecided(String reason) {
    checkArgument(
        !reason.isBlank() && reason.equals(reason.strip()),
        "a KPI is asked for the loss reason '%s'; it must be text without spaces around it",
        reason);
    return new DealRatio("win.decided", reason, Direction.HIGHER, RatioKpis.winDecided(reason));
  }

  /**
   * Returns {@code pipeline.weighted(Lead=10,Proposal=50)}: sum of the amounts of the open deals
   * times the percentage of the stage each is in; deals in other stages weigh nothing.
   *
   * @param percents percentages from 0 to 100 by stage, at least one; the order is that of the id
   * @return the metric
   * @throws IllegalArgumentException if there is none, one is out of range, or a stage has a comma,
   *     an equals sign, or a space around it
   */
  public static Kpi weightedPipeline(Map<String, Integer> percents) {
    String parameter = WeightedPipeline.parameter(percents);
    ImmutableMap<String, Integer> fixed = ImmutableMap.copyOf(percents);
    return new Definition(
        "pipeline.weighted",
        parameter,
        Unit.MONEY,
        Direction.NEUTRAL,
        TimeBasis.AS_OF,
        (facts, scope, period) -> WeightedPipeline.byPercent(facts, scope, fixed));
  }

  private static void checkPositive(String what, long number) {
    checkArgument(number >= 1, "a KPI is asked for %s of %s; at least 1", what, number);
  }

  static ImmutableSortedMap<String, Kpi> standard() {
    return CATALOGUE;
  }

  /**
   * Returns every metric of the catalogue that needs no parameter.
   *
   * @return the metrics in the order of ids
   */
  public static ImmutableList<Kpi> all() {
    return CATALOGUE.values().asList();
  }

  /**
   * Finds a metric that must be there.
   *
   * @param id the metric's id, with its parameter where it has one
   * @return the metric
   * @throws IllegalArgumentException if the catalogue has none of that id; the message lists all
   */
  public static Kpi get(String id) {
    return KpiCatalogue.standard().get(id);
  }

  /**
   * Finds a metric.
   *
   * @param id the metric's id, with its parameter where it has one
   * @return the metric, empty when there is none of that id
   */
  public static Optional<Kpi> find(String id) {
    return KpiCatalogue.standard().find(id);
  }
}
