/**
 * What customers say afterwards.
 *
 * <p>{@link dev.pacesetter.metrics.satisfaction.NetPromoterScore} for answers from 0 to 10, {@link
 * dev.pacesetter.metrics.satisfaction.CustomerSatisfaction} for answers from 1 to 5. Both take
 * histograms, keep the response rate beside the score, and show how wide the interval is: with
 * twenty answers a net promoter score is often uncertain by more than 30 points either way.
 */
@NullMarked
package dev.pacesetter.metrics.satisfaction;

import org.jspecify.annotations.NullMarked;
