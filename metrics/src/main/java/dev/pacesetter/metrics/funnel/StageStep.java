package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;

/**
 * One stage of a funnel; {@code reached = converted + dropped + pending}.
 *
 * <p>A deal belongs to the deepest stage it reached, also after it was moved back: it is dropped or
 * pending there and converted in all stages before it.
 *
 * @param stage the name of the stage
 * @param reached deals that reached it
 * @param implied of which without a record of entering it
 * @param converted deals that went on to a later stage or were won
 * @param dropped deals lost here: this was the deepest stage reached
 * @param pending deals still open here
 * @param stepRate {@code converted / reached} with a Wilson interval: conversion so far, which can
 *     only grow while deals are pending
 * @param decidedRate {@code converted / (converted + dropped)} with a Wilson interval; when losing
 *     takes longer than moving on it is too high while deals are pending, otherwise too low
 * @param totalRate {@code reached} over all deals that reached any stage, with a Wilson interval
 * @param backwardMoves moves from this stage to an earlier one
 * @param reentries entries after an earlier visit to this stage had ended
 * @param days per deal whose visits have ended, the total time in the stage in days of 24 hours
 * @param running deals that are in the stage as of the report, whose total is not known yet
 */
public record StageStep(
    String stage,
    long reached,
    long implied,
    long converted,
    long dropped,
    long pending,
    Measure stepRate,
    Measure decidedRate,
    Measure totalRate,
    long backwardMoves,
    long reentries,
    Sample days,
    long running) {
  /**
   * Checks that the counts add up.
   *
   * @throws IllegalArgumentException if they do not
   */
  public StageStep {
    checkArgument(
        reached == converted + dropped + pending && implied <= reached,
        "stage %s has %s reached, %s implied, %s converted, %s dropped, %s pending; it must add up",
        stage,
        reached,
        implied,
        converted,
        dropped,
        pending);
  }
}
