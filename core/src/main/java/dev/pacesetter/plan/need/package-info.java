/**
 * The reverse funnel: from a goal back to the deals, proposals, visits and leads it takes.
 *
 * <p>A {@link dev.pacesetter.plan.need.ReverseFunnel} takes the {@link
 * dev.pacesetter.plan.need.StepRecord records} of the steps, own and peers', and goes back from
 * deals or money to how many of each step reach it with a stated confidence, the rates being
 * uncertain themselves. {@link dev.pacesetter.plan.need.LeadTimes} say by when a step must have
 * happened and which share of it must exist already, {@link dev.pacesetter.plan.need.DealValues}
 * how sure money is. The {@link dev.pacesetter.plan.need.Need} that comes out has one {@link
 * dev.pacesetter.plan.need.StepNeed} a step, by person and week; where there is too little to learn
 * from, it holds the {@link dev.pacesetter.plan.need.MissingEvidence} instead. {@link
 * dev.pacesetter.plan.need.FunnelHistory} reads all of it from the facts.
 */
@NullMarked
package dev.pacesetter.plan.need;

import org.jspecify.annotations.NullMarked;
