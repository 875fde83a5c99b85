/**
 * Values of statistical software, compared with ours.
 *
 * <p>A {@link dev.pacesetter.examples.conformance.statistics.StatisticsSuite} looks up what the
 * library has for the function of a case and checks every quantity of it. A topic is one class that
 * says which {@code Quantity} of which function is computed how; what no class says is listed as
 * not in the library.
 */
@NullMarked
package dev.pacesetter.examples.conformance.statistics;

import org.jspecify.annotations.NullMarked;
