/**
 * Cases of other funnel engines, asked of ours.
 *
 * <p>A {@link dev.pacesetter.examples.conformance.funnel.FunnelSuite} reads a case, finds the
 * {@code Profile} of its dialect, mode and options (the switches of a funnel that mean the same,
 * and what has to be done to the rows first), asks the engine and compares. Which row matches which
 * step is decided here, with the conditions of the case; the engine sees rows that are named after
 * the steps they match. Nothing depends on the id of a case.
 */
@NullMarked
package dev.pacesetter.examples.conformance.funnel;

import org.jspecify.annotations.NullMarked;
