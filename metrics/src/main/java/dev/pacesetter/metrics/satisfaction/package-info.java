/**
 * What customers say afterwards.
 *
 * <p>{@link dev.pacesetter.metrics.satisfaction.NetPromoterScore} for answers from 0 to 10, {@link
 * dev.pacesetter.metrics.satisfaction.CustomerSatisfaction} for answers from 1 to 5. Both take
 * histograms, add up, keep the response rate beside the score, and show how wide the interval is:
 * with twenty answers a net promoter score is often uncertain by more than 30 points either way,
 * and twenty promoters are no certainty. A {@link
 * dev.pacesetter.metrics.satisfaction.WeightedNetPromoterScore} is for answers that do not count
 * alike; {@link dev.pacesetter.metrics.satisfaction.NetPromoterInterval} says how intervals are
 * computed.
 */
@NullMarked
package dev.pacesetter.metrics.satisfaction;

import org.jspecify.annotations.NullMarked;
