/**
 * How the open pipeline moved between two instants, to the cent.
 *
 * <p>A {@link dev.pacesetter.metrics.pipeline.DealHistory} holds every recorded state of every
 * deal, in any order of arrival. A {@link dev.pacesetter.metrics.pipeline.Waterfall} leads from the
 * pipeline at one instant to that at another; which deals belong to the pipeline is the {@link
 * dev.pacesetter.metrics.pipeline.PipelineScope}:
 *
 * <pre>{@code
 * Waterfall quarter =
 *     Waterfall.between(start, end, history, PipelineScope.closingIn(firstDay, dayAfterTheLast));
 * quarter.start(); quarter.created(); quarter.won(); quarter.end();
 * }</pre>
 *
 * <p>{@link dev.pacesetter.metrics.pipeline.Concentration} says how much of the pipeline, or of
 * revenue, hangs on few deals or customers.
 */
@NullMarked
package dev.pacesetter.metrics.pipeline;

import org.jspecify.annotations.NullMarked;
