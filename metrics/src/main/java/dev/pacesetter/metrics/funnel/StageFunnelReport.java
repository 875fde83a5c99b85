package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import java.time.Instant;

/**
 * The answer of a {@link StageFunnel}.
 *
 * @param asOf up to when facts count, this instant included
 * @param rule which stages count as reached
 * @param steps one per stage, in the order of the process
 * @param won deals that reached a stage by the rule and are won: the last row of the funnel
 * @param wonRate {@code won} over all deals that reached any stage, with a Wilson interval
 * @param deals all deals known as of the instant
 * @param unstaged of which without a record of entering any stage. Open and lost ones reached no
 *     stage and are in no step; won ones count in every step under {@link
 *     ReachRule#REACHED_OR_PASSED} and in none under {@link ReachRule#ENTERED}
 * @param reopened how often a won or lost deal went on in a stage
 */
public record StageFunnelReport(
    Instant asOf,
    ReachRule rule,
    ImmutableList<StageStep> steps,
    long won,
    Measure wonRate,
    Outcomes deals,
    Outcomes unstaged,
    long reopened) {

  /**
   * Returns a step by the name of its stage.
   *
   * @param stage the name
   * @return the step
   * @throws IllegalArgumentException if the funnel has no such stage
   */
  public StageStep step(String stage) {
    for (StageStep step : steps) {
      if (step.stage().equals(stage)) {
        return step;
      }
    }
    throw new IllegalArgumentException(
        "the funnel has no stage "
            + stage
            + "; it has "
            + steps.stream().map(StageStep::stage).toList());
  }
}
