/**
 * Who went through which steps, and how deals come through the stages of a sales process.
 *
 * <p>A {@link dev.pacesetter.metrics.funnel.Funnel} opens a question about any events; a {@link
 * dev.pacesetter.metrics.funnel.FunnelDefinition} holds it, with a switch for every rule in which
 * funnels differ, prints itself as one line and is read back from it. Asked over a table it gives a
 * {@link dev.pacesetter.metrics.funnel.FunnelReport}: per {@link
 * dev.pacesetter.metrics.funnel.FunnelStep} who entered, went on, dropped out or is still pending,
 * the {@link dev.pacesetter.metrics.funnel.StepTimes}, and the groups of a {@link
 * dev.pacesetter.metrics.funnel.Breakdown}. {@link dev.pacesetter.metrics.funnel.FunnelEvidence}
 * are the rows behind it. A {@link dev.pacesetter.metrics.funnel.LiveFunnel} answers the same
 * question event by event:
 *
 * <pre>{@code
 * FunnelDefinition funnel =
 *     Funnel.ordered("lead", "meeting", "proposal", "won").within(Duration.ofDays(90));
 * funnel.over(table).step("proposal").rate(); // 0.41 RATIO [0.37, 0.45], n = 512
 * LiveFunnel live = funnel.live(Duration.ofDays(1));
 * live.event("deal-17", "lead", Instant.parse("2026-03-02T09:30:00Z")).id(1).apply();
 * }</pre>
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
