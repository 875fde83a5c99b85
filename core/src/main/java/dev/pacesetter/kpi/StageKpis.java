package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Unit;

/**
 * The metrics of one stage of the sales process; {@link Kpis#stage} has them.
 *
 * <p>How many deals pass a stage has rival definitions, each with its own id: {@link #reached},
 * {@link #strict}, {@link #passed} and {@link #backfilled} follow the deals created in a period,
 * {@link #exit}, {@link #direct} and {@link #flow} what happened in it. Where deals are is no
 * funnel. Any two of them can be {@linkplain Reconciliation reconciled}.
 */
public final class StageKpis {
  private final String stage;

  private StageKpis(String stage) {
    this.stage = stage;
  }

  static StageKpis of(String stage) {
    checkArgument(
        !stage.isBlank() && stage.equals(stage.strip()),
        "a KPI is asked for the stage '%s'; it must be a name without spaces around it",
        stage);
    return new StageKpis(stage);
  }

  /**
   * Returns {@code win.fromStage(stage)}: {@code won / (won + lost)} of the deals closed in the
   * period that were ever in the stage.
   *
   * @return the metric
   */
  public Kpi winRate() {
    return new DealRatio("win.fromStage", stage, Direction.HIGHER, RatioKpis.winFromStage(stage));
  }

  /**
   * Returns {@code stage.reached(stage)}: the share of the deals created in the period that ever
   * entered the stage, whether or not they passed those before it: the funnel of any stage.
   *
   * @return the metric
   */
  public Kpi reached() {
    return new DealRatio("stage.reached", stage, Direction.HIGHER, RatioKpis.reached(stage));
  }

  /**
   * Returns {@code stage.strict(stage)}: the share of the deals created in the period that entered
   * the stage and every stage before it: the strict funnel, where a deal counts up to the first
   * stage it missed.
   *
   * @return the metric
   */
  public Kpi strict() {
    return new DealRatio("stage.strict", stage, Direction.HIGHER, StageMeasures.strict(stage));
  }

  /**
   * Returns {@code stage.passed(stage)}: the share of the deals created in the period that entered
   * the stage or a later one, or were won: the back-filled funnel, which never grows from stage to
   * stage.
   *
   * @return the metric
   */
  public Kpi passed() {
    return new DealRatio("stage.passed", stage, Direction.HIGHER, StageMeasures.passed(stage));
  }

  /**
   * Returns {@code stage.backfilled(stage)}: the same share, but a lost deal counts only where it
   * entered the stage itself.
   *
   * @return the metric
   */
  public Kpi backfilled() {
    return new DealRatio(
        "stage.backfilled", stage, Direction.HIGHER, StageMeasures.backfilled(stage));
  }

  /**
   * Returns {@code stage.exit(stage)}: of the deals whose last visit to the stage ended in the
   * period, the share that went to a later stage or were won from it.
   *
   * @return the metric
   */
  public Kpi exit() {
    return new DealRatio("stage.exit", stage, Direction.HIGHER, RatioKpis.exit(stage));
  }

  /**
   * Returns {@code stage.direct(stage)}: of the same deals, the share that went to the very next
   * stage of the process, or were won from the last one: what jumped over a stage does not count.
   *
   * @return the metric
   */
  public Kpi direct() {
    return new DealRatio("stage.direct", stage, Direction.HIGHER, StageMeasures.direct(stage));
  }

  /**
   * Returns {@code stage.flow(stage)}: moves from the stage to a later one or to winning in the
   * period, as a multiple of the entries into it in the period; may exceed 1 when the stage
   * empties.
   *
   * @return the metric
   */
  public Kpi flow() {
    return new ItemRatio("stage.flow", stage, Direction.HIGHER, StageMeasures.flow(stage));
  }

  /**
   * Returns {@code stage.lost(stage)}: deals lost from the stage in the period, as a multiple of
   * the entries into it in the period.
   *
   * @return the metric
   */
  public Kpi lost() {
    return new ItemRatio("stage.lost", stage, Direction.LOWER, StageMeasures.lost(stage));
  }

  /**
   * Returns {@code stage.stayed(stage)}: the share of the entries into the stage in the period that
   * were there still when the period ended, or are as of now.
   *
   * @return the metric
   */
  public Kpi stayed() {
    return new ItemRatio("stage.stayed", stage, Direction.NEUTRAL, StageMeasures.stayed(stage));
  }

  /**
   * Returns {@code stage.skipped(stage)}: of the deals created in the period that came beyond the
   * stage, the share that were never in it.
   *
   * @return the metric
   */
  public Kpi skipped() {
    return new DealRatio("stage.skipped", stage, Direction.LOWER, RatioKpis.skipped(stage));
  }

  /**
   * Returns {@code stage.reentered(stage)}: of the deals created in the period that were in the
   * stage, the share that entered it more than once.
   *
   * @return the metric
   */
  public Kpi reentered() {
    return new DealRatio("stage.reentered", stage, Direction.LOWER, RatioKpis.reentered(stage));
  }

  /**
   * Returns {@code stage.visits(stage)}: how often the stage was entered in the period, every visit
   * of a deal counting.
   *
   * @return the metric
   */
  public Kpi visits() {
    return new Definition(
        "stage.visits",
        stage,
        Unit.COUNT,
        Direction.NEUTRAL,
        TimeBasis.EVENT,
        (facts, scope, period) -> StageMeasures.visits(facts, scope, period, stage));
  }

  /**
   * Returns {@code stage.days.median(stage)}: median time in the stage, all visits together, over
   * the deals that first entered it in the period; those there still are censored, by Kaplan and
   * Meier.
   *
   * @return the metric
   */
  public Kpi medianDays() {
    return new Definition(
        "stage.days.median",
        stage,
        Unit.DAYS,
        Direction.LOWER,
        TimeBasis.EVENT,
        (facts, scope, period) -> StageMeasures.daysQuantile(facts, scope, period, stage, 0.5));
  }

  /**
   * Returns {@code stage.days.p80(stage)}: the time after which four of five of the same deals had
   * left the stage.
   *
   * @return the metric
   */
  public Kpi slowestFifth() {
    return new Definition(
        "stage.days.p80",
        stage,
        Unit.DAYS,
        Direction.LOWER,
        TimeBasis.EVENT,
        (facts, scope, period) -> StageMeasures.daysQuantile(facts, scope, period, stage, 0.8));
  }

  /**
   * Returns {@code stage.days.mean(stage)}: mean time in the stage of the same deals; those there
   * still count with their time so far.
   *
   * @return the metric
   */
  public Kpi meanDays() {
    return new Definition(
        "stage.days.mean",
        stage,
        Unit.DAYS,
        Direction.LOWER,
        TimeBasis.EVENT,
        (facts, scope, period) -> StageMeasures.daysMean(facts, scope, period, stage));
  }

  /**
   * Returns {@code stage.days.last(stage)}: median length of the last visit to the stage, over the
   * deals for which it ended in the period.
   *
   * @return the metric
   */
  public Kpi lastVisitDays() {
    return new Definition(
        "stage.days.last",
        stage,
        Unit.DAYS,
        Direction.LOWER,
        TimeBasis.EVENT,
        (facts, scope, period) -> StageMeasures.daysLast(facts, scope, period, stage));
  }

  /**
   * Returns {@code cycle.fromStage(stage)}: median days from first entering the stage to winning,
   * over the deals won in the period that were in it.
   *
   * @return the metric
   */
  public Kpi cycle() {
    return new Definition(
        "cycle.fromStage",
        stage,
        Unit.DAYS,
        Direction.LOWER,
        TimeBasis.CLOSED,
        (facts, scope, period) -> StageMeasures.cycleFromStage(facts, scope, period, stage));
  }
}
