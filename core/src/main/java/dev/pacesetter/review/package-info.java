/**
 * The review of a period: what was reached, and what can be said about whom.
 *
 * <p>A {@link dev.pacesetter.review.ReviewRound} makes a {@link dev.pacesetter.review.Review}, an
 * immutable value: a {@link dev.pacesetter.review.Scorecard} for the company, every team and every
 * person, the {@link dev.pacesetter.review.BookTotals totals of the book}, the attainment of goals,
 * and a {@link dev.pacesetter.review.PeerComparison} of every person with what the average of all
 * would have reached with the same products. All comparisons of a round are tested together, so
 * that the share of false statements among them is held. {@link
 * dev.pacesetter.review.DiagnosisRules} turn comparisons into findings, in the order data, sample
 * size, mix, team, person; what an earlier step explains is not held against anybody.
 */
@NullMarked
package dev.pacesetter.review;

import org.jspecify.annotations.NullMarked;
