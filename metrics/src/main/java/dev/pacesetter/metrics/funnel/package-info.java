/**
 * How deals come through the stages of a sales process, and where they are lost.
 *
 * <p>A {@link dev.pacesetter.metrics.funnel.StageHistory} holds which deal entered which stage
 * when, and how it ended, in any order of arrival. A {@link
 * dev.pacesetter.metrics.funnel.StageFunnel} is the question, its {@link
 * dev.pacesetter.metrics.funnel.ReachRule} saying what skipped stages mean; the {@link
 * dev.pacesetter.metrics.funnel.StageFunnelReport} is the answer, one {@link
 * dev.pacesetter.metrics.funnel.StageStep} per stage:
 *
 * <pre>{@code
 * StageFunnelReport funnel = StageFunnel.withDefaults().over(history, asOf);
 * funnel.step("Proposal").stepRate(); // 0.41 RATIO [0.37, 0.45], n = 512
 * funnel.step("Proposal").pending(); // 38 are still there
 * }</pre>
 *
 * <p>An open deal is "not yet": neither lost nor absent. What the deals are doing at this moment is
 * not a funnel; a deal counts in every stage it reached.
 */
@NullMarked
package dev.pacesetter.metrics.funnel;

import org.jspecify.annotations.NullMarked;
