/**
 * How deals come through the stages of a sales process, and where they are lost.
 *
 * <p>A {@link dev.pacesetter.metrics.funnel.StageFunnel} is the question, asked of a table of
 * events whose subjects are deals; its {@link dev.pacesetter.metrics.funnel.ReachRule} says what
 * skipped stages mean, its {@link dev.pacesetter.metrics.funnel.StageCohort} which deals count. The
 * {@link dev.pacesetter.metrics.funnel.StageFunnelReport} is the answer: one {@link
 * dev.pacesetter.metrics.funnel.StageStep} per stage, the moves between stages, the most frequent
 * ways, and times in which what is open is censored:
 *
 * <pre>{@code
 * StageFunnel funnel = StageFunnel.of("Lead", "Demo", "Proposal").won("Won").lost("Lost");
 * StageFunnelReport report = funnel.over(table, asOf);
 * report.step("Proposal").stepRate(); // 0.41 RATIO [0.37, 0.45], n = 512
 * report.step("Proposal").pending(); // 38 are still there
 * report.step("Proposal").time().survival().quantile(0.5); // of all, the 38 as censored
 * report.age().incidence().at(End.WON, 90); // the share won within 90 days
 * }</pre>
 *
 * <p>An open deal is "not yet": neither lost nor absent. What the deals are doing at this moment is
 * not a funnel; a deal counts in every stage it reached.
 */
@NullMarked
package dev.pacesetter.metrics.funnel;

import org.jspecify.annotations.NullMarked;
