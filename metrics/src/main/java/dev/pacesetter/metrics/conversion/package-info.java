/**
 * How sure a rate is.
 *
 * <p>{@link dev.pacesetter.metrics.conversion.ProportionInterval} turns successes and trials into a
 * confidence interval, or a {@link dev.pacesetter.metrics.Ratio} of counts into a {@link
 * dev.pacesetter.metrics.Measure} that carries one:
 *
 * <pre>{@code
 * Measure winRate = ProportionInterval.WILSON.measure(Ratio.of(won, won + lost), 0.95);
 * }</pre>
 */
@NullMarked
package dev.pacesetter.metrics.conversion;

import org.jspecify.annotations.NullMarked;
