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
public final class Kpis
    implements Sums, Rates, Times, OpenDeals, PricesAndAnswers, Outlook, Movements, Growth {

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
                  ACTIVITY_COUNT,
                  WIN_RATE,
                  WIN_RATE_BROAD,
                  WIN_RATE_OF_CREATED,
                  WIN_RATE_BY_VALUE,
                  MEETING_RATE,
                  PROPOSAL_RATE,
                  CLOSING_RATE,
                  ACTIVITIES_PER_WIN,
                  SALES_CYCLE,
                  CYCLE_MEAN,
                  CYCLE_OF_CLOSED,
                  CYCLE_IN_WORKING_DAYS,
                  CYCLE_FROM_MEETING,
                  TIME_TO_CLOSE,
                  FIRST_RESPONSE,
                  RESPONSE_TO_ASSIGNMENT,
                  VELOCITY,
                  VELOCITY_OF_CREATED,
                  VELOCITY_BY_VALUE,
                  CREATED_COUNT,
                  OPEN_COUNT,
                  OPEN_VALUE,
                  WEIGHTED_PIPELINE,
                  NEEDED_COVERAGE,
                  LARGEST_DEAL,
                  HERFINDAHL,
                  LARGEST_CUSTOMER,
                  CUSTOMER_HERFINDAHL,
                  OPEN_AGE,
                  OLDER_THAN_WON,
                  PUSHED_RATE,
                  PUSHES,
                  SLIP_RATE,
                  MOVE_RATE,
                  SLIP_DAYS,
                  AVERAGE_WON_VALUE,
                  DISCOUNT_RATE,
                  DISCOUNT_ON_NET,
                  DISCOUNT_MEAN,
                  CSAT,
                  CSAT_MEAN,
                  NPS,
                  GROWTH_BY_PRICE,
                  GROWTH_BY_VOLUME,
                  GROWTH_BY_MIX,
                  GROWTH_BY_RANGE,
                  PROJECTION,
                  PROJECTION_WITH_EXPECTED,
                  PROJECTION_LINEAR,
                  FORECAST_ACCURACY,
                  FORECAST_BIAS,
                  LAST_THIRD,
                  LINEARITY_GINI,
                  LINEARITY_GAP,
                  PIPELINE_START,
                  PIPELINE_CREATED,
                  PIPELINE_REOPENED,
                  PIPELINE_PULLED_IN,
                  PIPELINE_INCREASED,
                  PIPELINE_WON,
                  PIPELINE_LOST,
                  PIPELINE_DECREASED,
                  PIPELINE_PUSHED_OUT,
                  PIPELINE_END),
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
