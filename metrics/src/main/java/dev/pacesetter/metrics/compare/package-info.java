/**
 * Peers made comparable.
 *
 * <p>A statement about a person is a test, and mix comes before the person:
 *
 * <ol>
 *   <li>{@link dev.pacesetter.metrics.compare.IndirectStandardisation} says what the average of all
 *       would have reached with this person's products and segments;
 *   <li>{@link dev.pacesetter.metrics.compare.ProportionTest} tests a rate against that, {@link
 *       dev.pacesetter.metrics.compare.RankTest} amounts or durations against those of the peers;
 *   <li>{@link dev.pacesetter.metrics.compare.MultipleTesting} holds the share of false statements
 *       over all tests of a review round;
 *   <li>{@link dev.pacesetter.metrics.compare.FunnelLimits} draws how far a rate strays by chance
 *       alone at each number of deals;
 *   <li>{@link dev.pacesetter.metrics.compare.SampleSize} says how many more deals would decide,
 *       where these do not.
 * </ol>
 */
@NullMarked
package dev.pacesetter.metrics.compare;

import org.jspecify.annotations.NullMarked;
