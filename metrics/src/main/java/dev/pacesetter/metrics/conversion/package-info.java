/**
 * How sure a rate is, and how it grows with age.
 *
 * <p>{@link dev.pacesetter.metrics.conversion.ProportionInterval} turns successes and trials into a
 * confidence interval, or a {@link dev.pacesetter.metrics.Ratio} of counts into a {@link
 * dev.pacesetter.metrics.Measure} that carries one:
 *
 * <pre>{@code
 * Measure winRate = ProportionInterval.WILSON.measure(Ratio.of(won, won + lost), 0.95);
 * }</pre>
 *
 * <p>{@link dev.pacesetter.metrics.conversion.RateDifference}, {@link
 * dev.pacesetter.metrics.conversion.RateRatio} and {@link
 * dev.pacesetter.metrics.conversion.OddsRatio} say how two rates compare; quotients are a {@link
 * dev.pacesetter.metrics.conversion.Multiple}, whose upper limit need not exist.
 *
 * <p>A rate of closed deals leaves out those still open, and so is a statement about the quick
 * ones. A {@link dev.pacesetter.metrics.conversion.LifeTable} keeps all of them, each with its age
 * and its {@link dev.pacesetter.metrics.conversion.End}; an open deal is "not yet". The tables of
 * parts add up to that of the whole. Three questions can be asked:
 *
 * <ul>
 *   <li>{@link dev.pacesetter.metrics.conversion.SurvivalCurve}: how long do deals stay open?
 *   <li>{@link dev.pacesetter.metrics.conversion.CumulativeIncidence}: how many are won, lost and
 *       still open by an age, and how many will be of those that came so far?
 *   <li>{@link dev.pacesetter.metrics.conversion.CurveTest}: do groups differ in that?
 * </ul>
 *
 * <pre>{@code
 * LifeTable deals = LifeTable.ofDays(ages, ends); // ends: End.WON.code() and so on
 * CumulativeIncidence curves = CumulativeIncidence.of(deals);
 *
 * curves.at(End.WON, 90);                   // 0.31 [0.27, 0.35], n = 512: won within 90 days
 * curves.quantile(End.WON, 0.25);           // by which age a quarter of all deals is won
 * curves.givenOpenAt(60).at(End.WON, 90);   // the same for those still open after 60 days
 * SurvivalCurve.of(deals).quantile(0.5);    // by which age half of the deals are closed
 * CurveTest.gray(End.WON, deals, others);   // whether others win as many, as early
 * }</pre>
 *
 * <p>A {@link dev.pacesetter.metrics.conversion.StageHistory} asks the same of the deals that sit
 * in one stage: how likely they will be won, given how long they have been there, and how long is
 * too long.
 *
 * <p>Rates of many people, each with few deals, differ mostly by chance. {@link
 * dev.pacesetter.metrics.conversion.PeerEstimates} says what can be believed about each of them; a
 * {@link dev.pacesetter.metrics.conversion.BetaPrior} (shares) or {@link
 * dev.pacesetter.metrics.conversion.GammaPrior} (rates) that is known, or learned by a {@link
 * dev.pacesetter.metrics.conversion.PriorFit}, gives the {@link
 * dev.pacesetter.metrics.conversion.Posterior} of one.
 */
@NullMarked
package dev.pacesetter.metrics.conversion;

import org.jspecify.annotations.NullMarked;
