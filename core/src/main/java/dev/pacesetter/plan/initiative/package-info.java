/**
 * What is undertaken so that a goal is reached, what it is expected to bring, and what it brought.
 *
 * <p>An {@link dev.pacesetter.plan.initiative.Initiative} has an owner, a budget, dates, a slice of
 * the business, an {@link dev.pacesetter.plan.initiative.ExpectedLift} on a metric and the share of
 * a goal it must deliver. {@link dev.pacesetter.plan.initiative.GoalCoverage} adds up the
 * initiatives of a goal beside the gap they must close; {@link
 * dev.pacesetter.plan.initiative.MeasuredLift} says afterwards what the slice gained beside what
 * stayed without the initiative.
 *
 * <p>What somebody knows of the market, of customers and of how products fit them stands in {@link
 * dev.pacesetter.plan.initiative.PlanNotes}, which findings refer to.
 */
@NullMarked
package dev.pacesetter.plan.initiative;

import org.jspecify.annotations.NullMarked;
