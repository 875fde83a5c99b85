/**
 * How a plan is being carried out.
 *
 * <p>{@link dev.pacesetter.monitor.Monitor#watch} holds a plan against the facts and gives a {@link
 * dev.pacesetter.monitor.PaceReport}: the {@link dev.pacesetter.monitor.Pace} of the whole, of
 * every team, person and product, and of each person with each product; the {@link
 * dev.pacesetter.monitor.PaceCurve} day by day; what was sold without a plan; and what is under
 * plan, found by the rules of {@link dev.pacesetter.monitor.MonitorRules}.
 */
@NullMarked
package dev.pacesetter.monitor;

import org.jspecify.annotations.NullMarked;
