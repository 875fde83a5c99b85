/**
 * Whether a training, or any other measure, worked.
 *
 * <p>Before it starts, {@link dev.pacesetter.metrics.effect.StudyDesign} says how small an effect
 * can be seen at all. Afterwards, from the most to the least convincing:
 *
 * <ol>
 *   <li>{@link dev.pacesetter.metrics.effect.Cuped} where chance decided who is trained;
 *   <li>{@link dev.pacesetter.metrics.effect.StagedRollout} where groups are trained one after the
 *       other, each compared with those whose turn is still to come;
 *   <li>{@link dev.pacesetter.metrics.effect.DifferenceInDifferences} where others are not trained;
 *   <li>{@link dev.pacesetter.metrics.effect.RegressionToTheMean} where people were sent because
 *       their figures were low, which would have recovered anyway;
 *   <li>{@link dev.pacesetter.metrics.effect.PairedChange}, before and after alone, which cannot
 *       tell the training from the season.
 * </ol>
 *
 * <p>Each answer is an {@link dev.pacesetter.metrics.effect.Effect}. A person's periods resemble
 * each other, so it is people who are counted and never their periods.
 */
@NullMarked
package dev.pacesetter.metrics.effect;

import org.jspecify.annotations.NullMarked;
