/**
 * Peers made comparable.
 *
 * <p>A statement about a person is a test, and mix comes before the person:
 *
 * <ol>
 *   <li>{@link dev.pacesetter.metrics.compare.IndirectStandardisation} says what the average of all
 *       would have reached with this person's products and segments;
 *   <li>{@link dev.pacesetter.metrics.compare.ProportionTest} tests a rate against that, {@link
 *       dev.pacesetter.metrics.compare.RankTest} amounts or durations against those of the peers,
 *       and {@link dev.pacesetter.metrics.compare.RankShift} says how many times as large they are;
 *       {@link dev.pacesetter.metrics.compare.RateTest} compares the rates of two groups, {@link
 *       dev.pacesetter.metrics.compare.MeanTest} their means and {@link
 *       dev.pacesetter.metrics.compare.ContingencyTest} whole tables of counts;
 *   <li>{@link dev.pacesetter.metrics.compare.MultipleTesting} holds the share of false statements
 *       over all tests of a review round;
 *   <li>{@link dev.pacesetter.metrics.compare.FunnelLimits} draws how far a rate strays by chance
 *       alone at each number of deals, {@link dev.pacesetter.metrics.compare.Overdispersion} how
 *       far where people differ a little anyway;
 *   <li>{@link dev.pacesetter.metrics.compare.SampleSize} says how many more deals would decide,
 *       where these do not, and {@link dev.pacesetter.metrics.compare.DetectableDifference} what
 *       could be seen at all.
 * </ol>
 *
 * <p>{@link dev.pacesetter.metrics.compare.SimpsonsParadox} finds wholes that move otherwise than
 * all of their parts:
 *
 * <pre>{@code
 * RateTest.of(Ratio.of(9, 10), Ratio.of(3, 10)).pValue();          // 0.0198, exact
 * RankTest.of(amounts, amountsOfPeers).superiority();              // 0.61: larger in 61 % of pairs
 * SampleSize.missing(SampleSize.forProportion(0.3, 0.1, 0.05, 0.8), closed); // 34 more needed
 * SimpsonsParadox.of(thisQuarterBySegment, lastQuarterBySegment).isReversed();
 * }</pre>
 */
@NullMarked
package dev.pacesetter.metrics.compare;

import org.jspecify.annotations.NullMarked;
