package dev.pacesetter.kpi;

import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.pipeline.Waterfall;

/**
 * The lines of the {@linkplain Waterfall waterfall} of the open deals that are expected to close in
 * the period: start, created, reopened, pulled in and increased are as much as won, lost,
 * decreased, pushed out and end, to the cent. A deal counts where it belongs now, or did when it
 * closed.
 */
sealed interface Movements permits Kpis {

  /** {@code waterfall.start}: amount of the deals open when the period began. */
  Kpi PIPELINE_START =
      new Definition(
          "waterfall.start",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::start));

  /** {@code waterfall.created}: amount of the deals created in the period. */
  Kpi PIPELINE_CREATED =
      new Definition(
          "waterfall.created",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::created));

  /**
   * {@code waterfall.reopened}: amount of the deals opened again in the period after won or lost.
   */
  Kpi PIPELINE_REOPENED =
      new Definition(
          "waterfall.reopened",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::reopened));

  /** {@code waterfall.pulledIn}: amount of the deals whose expected close moved into the period. */
  Kpi PIPELINE_PULLED_IN =
      new Definition(
          "waterfall.pulledIn",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::pulledIn));

  /** {@code waterfall.increased}: by how much amounts were raised. */
  Kpi PIPELINE_INCREASED =
      new Definition(
          "waterfall.increased",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::increased));

  /** {@code waterfall.won}: amount of the deals won. */
  Kpi PIPELINE_WON =
      new Definition(
          "waterfall.won",
          Unit.MONEY,
          Direction.HIGHER,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::won));

  /** {@code waterfall.lost}: amount of the deals lost. */
  Kpi PIPELINE_LOST =
      new Definition(
          "waterfall.lost",
          Unit.MONEY,
          Direction.LOWER,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::lost));

  /** {@code waterfall.decreased}: by how much amounts were lowered. */
  Kpi PIPELINE_DECREASED =
      new Definition(
          "waterfall.decreased",
          Unit.MONEY,
          Direction.LOWER,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::decreased));

  /**
   * {@code waterfall.pushedOut}: amount of the deals whose expected close moved out of the period,
   * or was taken away.
   */
  Kpi PIPELINE_PUSHED_OUT =
      new Definition(
          "waterfall.pushedOut",
          Unit.MONEY,
          Direction.LOWER,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::pushedOut));

  /** {@code waterfall.end}: amount of the deals open when the period ended, or as of now. */
  Kpi PIPELINE_END =
      new Definition(
          "waterfall.end",
          Unit.MONEY,
          Direction.NEUTRAL,
          TimeBasis.EVENT,
          new WaterfallLine(Waterfall::end));
}
