/**
 * Where the period will end, and how sure that is.
 *
 * <p><b>By now.</b> A {@link dev.pacesetter.metrics.forecast.SeasonalDecomposition} finds the
 * season in a series, a {@link dev.pacesetter.metrics.forecast.SeasonalProfile} spreads a plan over
 * season and working days, a {@link dev.pacesetter.metrics.forecast.Pace} says where one should be
 * by now, and {@link dev.pacesetter.metrics.forecast.Linearity} how evenly bookings came in:
 *
 * <pre>{@code
 * SeasonalProfile quarter = SeasonalProfile.ofWeights(0.9, 0.9, 1.2).times(21, 20, 22);
 * new Pace(quarter, 1.5, target, actual).neededPace();   // 1.15: 15 % more than planned, from now on
 * }</pre>
 *
 * <p><b>From the open deals.</b> A {@link dev.pacesetter.metrics.forecast.Pipeline} holds deals
 * with amount and win probability, and those that will still arrive; its {@link
 * dev.pacesetter.metrics.forecast.PipelineOutcome} is the exact distribution of the total, or one
 * with {@link dev.pacesetter.metrics.forecast.Bounds} where that has too many values. A {@link
 * dev.pacesetter.metrics.forecast.StageForecast} takes the probabilities from stages; an {@link
 * dev.pacesetter.metrics.forecast.UncertainPipeline} knows them only from closed deals and gives
 * the attainment probability with an interval:
 *
 * <pre>{@code
 * PipelineOutcome outcome = Pipeline.of(amounts, probabilities).outcome();
 * outcome.probabilityOfAtLeast(target - booked).value();   // 0.62
 * outcome.quantile(0.1);                                   // what comes in with 90 %
 * UncertainPipeline.of(amounts, stages, won, lost)
 *     .attainment(target - booked, 0.9, seed);             // 0.58 [0.31, 0.82], n = 405 closed deals
 * }</pre>
 *
 * <p><b>From the past.</b> A {@link dev.pacesetter.metrics.forecast.SmoothingModel} goes on with
 * level, trend and season, at {@link dev.pacesetter.metrics.forecast.SmoothingParameters} given or
 * fitted, to a {@link dev.pacesetter.metrics.forecast.SmoothedSeries}; {@link
 * dev.pacesetter.metrics.forecast.SeasonalNaive} is the forecast to beat. A {@link
 * dev.pacesetter.metrics.forecast.Hierarchy} makes forecasts of people, teams and company agree, to
 * the cent:
 *
 * <pre>{@code
 * SmoothingModel model = SmoothingModel.simple().withDampedTrend().withSeason(ADDITIVE, 12);
 * model.fit(Unit.MONEY, months).map(series -> series.forecast(1, 0.8));
 * Hierarchy company = Hierarchy.ofParents(-1, 0, 0, 1, 1, 2, 2);
 * company.rounded(company.byVariance(forecasts, errorVariances));
 * }</pre>
 *
 * <p><b>Was it right?</b> A {@link dev.pacesetter.metrics.forecast.Backtest} tries a {@link
 * dev.pacesetter.metrics.forecast.Forecaster} on the past. {@link
 * dev.pacesetter.metrics.forecast.PointAccuracy} scores numbers, {@link
 * dev.pacesetter.metrics.forecast.BrierScore} with its {@link
 * dev.pacesetter.metrics.forecast.ReliabilityTable} probabilities, {@link
 * dev.pacesetter.metrics.forecast.IntervalScores} intervals, {@link
 * dev.pacesetter.metrics.forecast.QuantileScores} quantiles and {@link
 * dev.pacesetter.metrics.forecast.RankedProbabilityScore} whole distributions.
 */
@NullMarked
package dev.pacesetter.metrics.forecast;

import org.jspecify.annotations.NullMarked;
