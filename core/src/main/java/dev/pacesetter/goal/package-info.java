/**
 * Goals that deserve the name.
 *
 * <p>A {@link dev.pacesetter.goal.SalesGoal} says what is to be reached, by whom, where and until
 * when. It stands alone: a goal can exist before anybody has planned for it.
 *
 * <p>{@link dev.pacesetter.goal.SmartRules} ask whether it is specific, measurable, achievable,
 * relevant and time-bound, from {@link dev.pacesetter.goal.SmartFacts} that end on the eve of the
 * goal's period. The answer is a {@link dev.pacesetter.goal.SmartAssessment}: a verdict for each
 * {@link dev.pacesetter.goal.Letter}, with the numbers it rests on and what to do.
 *
 * <p>A goal becomes somebody's own when they accept it. A {@link dev.pacesetter.goal.Proposal} asks
 * each member for a share, to the cent; the {@link dev.pacesetter.goal.Agreement} on it is every
 * {@link dev.pacesetter.goal.AgreementStep} taken since, and knows where each member {@linkplain
 * dev.pacesetter.goal.Standing stands}. A step out of turn is an {@link
 * dev.pacesetter.goal.IllegalStepException} with its reason by name. Whether a goal has the {@link
 * dev.pacesetter.goal.Consent} of those who are to reach it is there for everybody to see, and a
 * SMART rule asks for it. What a share means, seen from the member, is their {@link
 * dev.pacesetter.goal.LineOfSight}.
 *
 * <p>Goals change, and what they were is not forgotten. The {@link dev.pacesetter.goal.GoalLedger}
 * is an append-only list of {@link dev.pacesetter.goal.LedgerEntry entries} that answers for any
 * day what held on it, by what was known at any instant; every {@link
 * dev.pacesetter.goal.GoalChange} tells author, reason, rule, before and after, and closed periods
 * are frozen. What it does not take is an {@link dev.pacesetter.goal.IllegalEntryException}.
 */
@NullMarked
package dev.pacesetter.goal;

import org.jspecify.annotations.NullMarked;
