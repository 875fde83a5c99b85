/**
 * Goals written by hand.
 *
 * <p>A {@link dev.pacesetter.examples.review.goals.GoalFile} is read from YAML: a list of {@link
 * dev.pacesetter.examples.review.goals.WrittenGoal goals} with owner, KPI, amount, scope, period
 * and the goal they contribute to.
 */
@NullMarked
package dev.pacesetter.examples.review.goals;

import org.jspecify.annotations.NullMarked;
