/**
 * Whether something has changed, asked again every day.
 *
 * <p>Past values say how far a figure moves while nothing has changed; only what goes beyond is
 * worth a talk:
 *
 * <ol>
 *   <li>{@link dev.pacesetter.metrics.signal.IndividualsChart} draws the limits of one number a
 *       week, {@link dev.pacesetter.metrics.signal.RateChart} those of a rate whose weeks differ in
 *       size; both are made of {@link dev.pacesetter.metrics.signal.ControlLimits};
 *   <li>{@link dev.pacesetter.metrics.signal.RunRule} names the patterns that are signals although
 *       every point is inside, and {@link dev.pacesetter.metrics.signal.RunRules} watches for them;
 *   <li>{@link dev.pacesetter.metrics.signal.Cusum} and {@link dev.pacesetter.metrics.signal.Ewma}
 *       find small shifts that last;
 *   <li>{@link dev.pacesetter.metrics.signal.ConfidenceSequence} and {@link
 *       dev.pacesetter.metrics.signal.MeanSequence} compare with a plan as often as one likes,
 *       without a false alarm becoming likelier with each look.
 * </ol>
 *
 * <p>A chart's alarms are a matter of rate: a process that has not changed gives one now and then,
 * and the more often the longer it is watched. A confidence sequence gives none at all, ever, with
 * the stated confidence.
 */
@NullMarked
package dev.pacesetter.metrics.signal;

import org.jspecify.annotations.NullMarked;
