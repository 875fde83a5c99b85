/**
 * What is measured: the catalogue of metrics and how they bind to the journal.
 *
 * <p>A {@link dev.pacesetter.kpi.Kpi} has a stable id, a version, a unit, a direction, a time basis
 * and a definition in words; rival definitions have their own ids. {@link dev.pacesetter.kpi.Kpis}
 * has the standard ones, those with a parameter too: {@code win.byAge(90)}; those of a stage are in
 * {@link dev.pacesetter.kpi.StageKpis}, those beside a target in {@link
 * dev.pacesetter.kpi.TargetKpis}. A {@link dev.pacesetter.kpi.KpiCatalogue} has one's own metrics
 * beside them. A metric is measured over {@link dev.pacesetter.kpi.SalesFacts} for a {@link
 * dev.pacesetter.organization.Scope} and a {@link dev.pacesetter.calendar.Period}; without a
 * denominator there is no data, and no zero.
 *
 * <p>A metric that is a sum of {@link dev.pacesetter.kpi.Credits credits} is an {@link
 * dev.pacesetter.kpi.AdditiveKpi}: it can be planned, split and added up. Which event counts and
 * who is credited is part of its definition: {@code order.value}, {@code won.value}, {@code
 * signed.value}, {@code invoiced.value} and {@code collected.value} date and credit each event by
 * its own day. Where people {@linkplain dev.pacesetter.journal.SalesEvent.CreditShared share} a
 * deal, money is split to the cent and a count goes to the largest share, so that people, teams and
 * products add up to the whole; {@code .byOwner} and {@code .byCreator} count otherwise.
 *
 * <p>A {@link dev.pacesetter.kpi.Reconciliation} explains deal by deal why two sums in one unit, or
 * two shares of deals, differ. Means, medians and what is computed of several numbers cannot be
 * reconciled.
 *
 * <h2>Which metric answers what</h2>
 *
 * <p>Numbers are those of the list of definitions that the catalogue follows; a stage, an age or a
 * target stands in brackets.
 *
 * <ul>
 *   <li>B1 win rate by count: {@code win.closed.count}; {@code win.closed.broad} with overdue
 *       deals, {@code win.created.count} of all created, {@code win.fromStage(s)} of those that
 *       came so far, {@code win.decided(reason)} without what ended in no decision
 *   <li>B2 win rate by value: {@code win.closed.value}
 *   <li>B3 censored win curve: {@code win.byAge(days)}
 *   <li>B4 stage conversion: {@code stage.exit(s)} and {@code stage.flow(s)}, {@code
 *       stage.lost(s)}, {@code stage.stayed(s)} of what moved in the period; {@code
 *       stage.reached(s)} (any stage), {@code stage.strict(s)}, {@code stage.passed(s)} and {@code
 *       stage.backfilled(s)} of the deals created in it; {@code win.fromStage(s)} to the end
 *   <li>B5 skips and re-entries: {@code stage.skipped(s)}, {@code stage.reentered(s)}, {@code
 *       stage.direct(s)} without jumps, {@code stage.visits(s)} with every visit
 *   <li>B6 time in stage: {@code stage.days.median(s)} and {@code stage.days.p80(s)} with open
 *       visits censored, {@code stage.days.mean(s)}, {@code stage.days.last(s)}
 *   <li>B7 sales cycle: {@code cycle.won.median}, {@code cycle.won.mean}, {@code
 *       cycle.won.workdays}, {@code cycle.closed.median}, {@code cycle.created.median} (censored),
 *       {@code cycle.fromStage(s)}, {@code cycle.fromMeeting}
 *   <li>B8 sales velocity: {@code velocity.count}, {@code velocity.created}, {@code velocity.value}
 *   <li>B9 weighted pipeline: {@code pipeline.weighted.history}, {@code pipeline.weighted(Lead=10)}
 *   <li>B10 projection: {@code projection.pipeline}, {@code projection.expected}
 *   <li>B11 pipeline coverage: {@code coverage.remaining(t)}, {@code coverage.full(t)}, {@code
 *       coverage.needed}
 *   <li>B12 attainment: {@code attainment.value(t)}, {@code attainment.gap(t)}; of a goal, {@link
 *       dev.pacesetter.review.GoalAttainment}
 *   <li>B13 distribution of attainment: {@code attainment.people(t)}
 *   <li>B14 over-assignment: {@code assignment.over(a+b/t)} of targets assigned below one of t; of
 *       goals on every level, {@link dev.pacesetter.plan.Assignment}; check R2 of {@link
 *       dev.pacesetter.goal.SmartRules} measures it on the parent's target
 *   <li>B15 capacity: {@code capacity.quota(t)}
 *   <li>B16 linearity: {@code linearity.lastThird}, {@code linearity.gini}, {@code linearity.gap}
 *   <li>B17 pace: {@code pace.value(t)}, {@code pace.needed(t)}, {@code projection.linear}; against
 *       a plan, {@link dev.pacesetter.monitor.Pace}
 *   <li>B18 forecast accuracy: {@code forecast.accuracy}, {@code forecast.bias}; of several
 *       forecasts and of probabilities, {@link dev.pacesetter.metrics.forecast}
 *   <li>B19 slippage: {@code slip.rate}, {@code slip.moved}, {@code slip.days}, {@code
 *       pipeline.pushes.mean}, {@code pipeline.pushed.rate}
 *   <li>B20 waterfall: {@code waterfall.start}, {@code waterfall.created}, {@code
 *       waterfall.reopened}, {@code waterfall.pulledIn}, {@code waterfall.increased}, {@code
 *       waterfall.won}, {@code waterfall.lost}, {@code waterfall.decreased}, {@code
 *       waterfall.pushedOut}, {@code waterfall.end}; all at once, {@link
 *       dev.pacesetter.metrics.pipeline.Waterfall}
 *   <li>B21 activity ratios: {@code step.meeting}, {@code step.proposal}, {@code step.win}, {@code
 *       activity.count}, {@code activity.perWin}
 *   <li>B22 net promoter score: {@code nps}
 *   <li>B23 satisfaction: {@code csat.top2}, {@code csat.mean}; a response rate has no facts, since
 *       surveys are known when they are answered
 *   <li>B24 discount: {@code discount.rate}, {@code discount.onNet}, {@code discount.mean}
 *   <li>B25 price, volume and mix of the difference to the year before: {@code growth.price},
 *       {@code growth.volume}, {@code growth.mix}, and {@code growth.range} of products won in one
 *       of both years only; of any drivers, {@link dev.pacesetter.metrics.gap}
 *   <li>B26 concentration: {@code pipeline.largest.share}, {@code pipeline.herfindahl}, {@code
 *       pipeline.customer.share}, {@code pipeline.customer.herfindahl}
 *   <li>B27 ageing: {@code pipeline.olderThan(days)}, {@code pipeline.olderThanWon}, {@code
 *       pipeline.age.median}
 *   <li>B28 first response: {@code response.assigned.median}; from creation, {@code
 *       response.first.median}
 *   <li>B29 ramp: {@code ramp.months(t)}
 * </ul>
 *
 * <p>Sums are {@code won.value}, {@code won.count}, {@code signed.value}, {@code invoiced.value},
 * {@code collected.value}, {@code order.value} and {@code order.lines}; beside them {@code
 * won.value.average}, {@code created.count}, {@code pipeline.open.count} and {@code
 * pipeline.open.value}.
 */
@NullMarked
package dev.pacesetter.kpi;

import org.jspecify.annotations.NullMarked;
