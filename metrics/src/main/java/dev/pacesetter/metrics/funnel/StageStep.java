package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;

/**
 * One stage of a funnel; {@code reached = converted + dropped + pending}.
 *
 * <p>A deal belongs to the deepest stage it reached, also after it was moved back: it is dropped or
 * pending there and converted in all stages before it.
 *
 * @param stage the name of the stage
 * @param reached deals that reached it
 * @param implied of which without a record of entering it
 * @param skipped deals recorded to enter a later stage and never this one; by {@link
 *     ReachRule#REACHED_OR_PASSED} they are among the implied, the others of which were won, and by
 *     {@link ReachRule#ENTERED} they did not reach it
 * @param converted deals that went on to a later stage or were won
 * @param dropped deals lost here: this was the deepest stage reached
 * @param pending deals still open here
 * @param stepRate {@code converted / reached} with a Wilson interval: conversion so far, which can
 *     only grow while deals are pending
 * @param decidedRate {@code converted / (converted + dropped)} with a Wilson interval; when losing
 *     takes longer than moving on it is too high while deals are pending, otherwise too low
 * @param totalRate {@code reached} over all deals that reached any stage, with a Wilson interval
 * @param ends what became of those that reached it, wherever
 * @param wonRate {@code won / reached} with a Wilson interval, which can only grow while deals are
 *     open
 * @param closedWonRate {@code won / (won + lost)} of those that reached it, with a Wilson interval
 * @param visits entries, those after a backward move or a reopening included
 * @param backwardMoves moves from this stage to an earlier one
 * @param reentries entries after an earlier visit to this stage had ended
 * @param time per deal that entered it, the time of the visits the funnel asks for
 * @param running deals that are in the stage as of the report
 */
public record StageStep(
    String stage,
    long reached,
    long implied,
    long skipped,
    long converted,
    long dropped,
    long pending,
    Measure stepRate,
    Measure decidedRate,
    Measure totalRate,
    Outcomes ends,
    Measure wonRate,
    Measure closedWonRate,
    long visits,
    long backwardMoves,
    long reentries,
    StageTimes time,
    long running) {
  /**
   * Checks that the counts add up.
   *
   * @throws IllegalArgumentException if they do not
   */
  public StageStep {
    checkArgument(
        reached == converted + dropped + pending && reached == ends.total() && implied <= reached,
        "stage %s has %s reached, %s implied, %s converted, %s dropped, %s pending, %s; it must add"
            + " up",
        stage,
        reached,
        implied,
        converted,
        dropped,
        pending,
        ends);
  }
}
