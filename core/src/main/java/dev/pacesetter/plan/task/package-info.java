/**
 * What is done so that a plan comes true: tasks that wait for each other, when they can be done,
 * who has too much to do, and how far the plan is to be on the way.
 *
 * <p>A {@link dev.pacesetter.plan.task.TaskPlan} is a set of {@link dev.pacesetter.plan.task.Task}s
 * without a circle. {@link dev.pacesetter.plan.task.TaskSchedule} puts it on working days by the
 * critical path method: the earliest and the latest day of every task, its float, the critical
 * path, and each {@link dev.pacesetter.plan.task.MissedDay} with what stands in the way. {@link
 * dev.pacesetter.plan.task.Workload} is what that asks of a person in a week, beside what their
 * {@link dev.pacesetter.plan.task.Capacity} gives.
 *
 * <p>{@link dev.pacesetter.plan.task.PlanMilestones} are the steps of a plan of numbers, or of any
 * part of it, up to its target.
 */
@NullMarked
package dev.pacesetter.plan.task;

import org.jspecify.annotations.NullMarked;
