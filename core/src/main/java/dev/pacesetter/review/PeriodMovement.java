package dev.pacesetter.review;

import dev.pacesetter.metrics.pipeline.Waterfall;

/**
 * How the open pipeline of the company moved from the start of the period to its end, or to the
 * as-of instant while the period is running.
 *
 * @param basis which open deals make up the pipeline
 * @param valued whether amounts are recorded while deals are open; otherwise only the counts of the
 *     waterfall say something
 * @param waterfall what led from the first instant to the last, in value and in count
 */
public record PeriodMovement(Basis basis, boolean valued, Waterfall waterfall) {

  /** Which open deals make up the pipeline. */
  public enum Basis {
    /** Those expected to close in the period: where at least half of the deals have such a date. */
    CLOSING_IN_PERIOD,
    /** All open deals: where expected closing days are recorded for fewer than half. */
    ALL_OPEN
  }
}
