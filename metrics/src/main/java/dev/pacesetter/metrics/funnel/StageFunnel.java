package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.util.Objects;

/**
 * The funnel over the stages of a sales process.
 *
 * <p>Facts up to the as-of instant count, that instant included. The last of them says how a deal
 * stands: after won or lost it is closed, and entering a stage afterwards opens it again. Where a
 * deal was lost without a record of the stage, it was lost in the deepest stage it was recorded to
 * enter. Backward moves and re-entries are counted and take nothing away from what was reached.
 * Recording the current stage once more changes nothing.
 *
 * @param rule which stages count as reached
 * @param confidence the level of the intervals, strictly between 0 and 1
 */
public record StageFunnel(ReachRule rule, double confidence) {
  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public StageFunnel {
    Objects.requireNonNull(rule);
    checkArgument(
        confidence > 0 && confidence < 1,
        "StageFunnel confidence is %s; it must be between 0 and 1, both excluded",
        confidence);
  }

  /**
   * Returns a funnel by {@link ReachRule#REACHED_OR_PASSED} with 95 % intervals.
   *
   * @return the funnel
   */
  public static StageFunnel withDefaults() {
    return new StageFunnel(ReachRule.REACHED_OR_PASSED, 0.95);
  }

  /**
   * Returns this funnel by another rule.
   *
   * @param rule which stages count as reached
   * @return the funnel
   */
  public StageFunnel with(ReachRule rule) {
    return new StageFunnel(rule, confidence);
  }

  /**
   * Returns this funnel with another level of its intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the funnel
   * @throws IllegalArgumentException if it is out of range
   */
  public StageFunnel withConfidence(double confidence) {
    return new StageFunnel(rule, confidence);
  }

  /**
   * Returns the funnel of all deals known as of an instant.
   *
   * @param history the deals; those of a cohort only, if a cohort is asked for
   * @param asOf up to when facts count, included
   * @return the report
   */
  public StageFunnelReport over(StageHistory history, Instant asOf) {
    StageTally tally = new StageTally(history, rule, asOf.toEpochMilli());
    int row = 0;
    while (row < history.rows()) {
      row = tally.replayDeal(row);
    }
    return tally.report(asOf, confidence);
  }
}
