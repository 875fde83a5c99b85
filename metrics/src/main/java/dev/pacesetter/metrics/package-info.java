/**
 * What every number carries with it.
 *
 * <p>A number never travels without its count and its uncertainty. A {@link
 * dev.pacesetter.metrics.Measure} is a value in a {@link dev.pacesetter.metrics.Unit} together with
 * the number of observations behind it and, where one can be given, an {@link
 * dev.pacesetter.metrics.Interval}; or it is "no data" with the reason. A {@link
 * dev.pacesetter.metrics.Ratio} keeps numerator and denominator, so that the ratio of a team is the
 * ratio of sums. A {@link dev.pacesetter.metrics.Sample} describes observations of one quantity, a
 * {@link dev.pacesetter.metrics.WeightedSample} those that do not count alike, and a {@link
 * dev.pacesetter.metrics.SampleSketch} those that are too many to keep.
 */
@NullMarked
package dev.pacesetter.metrics;

import org.jspecify.annotations.NullMarked;
