package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.funnel.StageFunnelReport;
import dev.pacesetter.metrics.funnel.StageStep;
import dev.pacesetter.organization.Scope;

/**
 * How far the deals of a scope came, as of the review.
 *
 * <p>A deal counts in the deepest stage it was recorded to enter and in all before it, and in every
 * stage when it was won. Where a source records no stage for a lost deal, the deal is in no stage.
 *
 * @param scope the company or a team; deals belong to the owner's team
 * @param cohort which deals
 * @param steps one per stage, in the order of the process
 * @param deals how many deals the cohort has
 * @param unstaged how many of them reached no stage by the record
 * @param won how many are won: the last row of the funnel
 * @param wonRate the won among those that reached any stage, with a Wilson interval
 */
public record FunnelView(
    Scope scope,
    Cohort cohort,
    ImmutableList<Step> steps,
    long deals,
    long unstaged,
    long won,
    Measure wonRate) {

  /** Which deals a funnel is made of. */
  public enum Cohort {
    /** Every deal of the book. */
    ALL,
    /** The deals that became known in the period, whatever became of them since. */
    CREATED_IN_PERIOD
  }

  /**
   * A stage; {@code reached = converted + dropped + pending}.
   *
   * @param stage the name of the stage
   * @param reached deals that reached it
   * @param implied of which without a record of entering it
   * @param converted deals that went on to a later stage or were won
   * @param dropped deals lost here
   * @param pending deals still open here
   * @param stepRate {@code converted / reached}, which can only grow while deals are pending
   * @param totalRate {@code reached} over all that reached any stage
   * @param medianDays the median time in the stage, over deals that have left it
   */
  public record Step(
      String stage,
      long reached,
      long implied,
      long converted,
      long dropped,
      long pending,
      Measure stepRate,
      Measure totalRate,
      Measure medianDays) {}

  static FunnelView of(Scope scope, Cohort cohort, StageFunnelReport report) {
    long unstaged = report.deals().total() - report.steps().get(0).reached();
    return new FunnelView(
        scope,
        cohort,
        report.steps().stream().map(FunnelView::step).collect(ImmutableList.toImmutableList()),
        report.deals().total(),
        unstaged,
        report.won(),
        report.wonRate());
  }

  private static Step step(StageStep step) {
    return new Step(
        step.stage(),
        step.reached(),
        step.implied(),
        step.converted(),
        step.dropped(),
        step.pending(),
        step.stepRate(),
        step.totalRate(),
        step.time().medianOfEnded());
  }
}
