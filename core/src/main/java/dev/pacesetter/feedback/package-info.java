/**
 * What may be said to one person, in English and Chinese.
 *
 * <p>{@link dev.pacesetter.feedback.Feedback} turns a {@link dev.pacesetter.review.Review} into a
 * {@link dev.pacesetter.feedback.Note}: strengths, at most two {@link
 * dev.pacesetter.feedback.DevelopmentPoint development points} with an action, an owner, a date and
 * the metric that will show it, and what is undecided and why. A note is data; its text is rendered
 * as {@link dev.pacesetter.feedback.NoteSection sections} or in a {@link
 * dev.pacesetter.feedback.Format}. It speaks of work and never of character.
 *
 * @see <a href="https://doi.org/10.1037/0033-2909.119.2.254">Kluger and DeNisi (1996): feedback on
 *     the task helps, feedback on the person often harms</a>
 */
@NullMarked
package dev.pacesetter.feedback;

import org.jspecify.annotations.NullMarked;
