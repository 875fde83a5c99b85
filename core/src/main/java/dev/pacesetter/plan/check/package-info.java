/**
 * Whether a plan will hold: the rules about plans, in the same engine as those about goals.
 *
 * <p>{@link dev.pacesetter.plan.check.PlanFacts} puts a plan beside what is known: the goal it
 * divides and the goals below that, the organization, and the history. {@link
 * dev.pacesetter.plan.check.PlanRules} asks; each {@link dev.pacesetter.rule.Finding} carries its
 * numbers and says how to repair what it found. Rules are tuned and switched off like all others,
 * through {@link dev.pacesetter.rule.RuleBook} or a file.
 */
@NullMarked
package dev.pacesetter.plan.check;

import org.jspecify.annotations.NullMarked;
