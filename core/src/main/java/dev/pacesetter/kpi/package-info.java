/**
 * What is measured: the catalogue of metrics and how they bind to the journal.
 *
 * <p>A {@link dev.pacesetter.kpi.Kpi} has a stable id, a version, a unit, a direction, a time basis
 * and a definition in words; rival definitions have their own ids. {@link dev.pacesetter.kpi.Kpis}
 * has the standard ones, those with a parameter too: {@code win.byAge(90)}. A {@link
 * dev.pacesetter.kpi.KpiCatalogue} has one's own metrics beside them. A metric is measured over
 * {@link dev.pacesetter.kpi.SalesFacts} for a {@link dev.pacesetter.organization.Scope} and a
 * {@link dev.pacesetter.calendar.Period}; without a denominator there is no data, and no zero.
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
 * <p>What needs more than facts lives where that is: attainment of a goal in {@link
 * dev.pacesetter.review.GoalAttainment}, pace and projection in {@link
 * dev.pacesetter.monitor.Pace}, forecast accuracy, linearity and weighted pipelines in {@link
 * dev.pacesetter.metrics.forecast}, the waterfall of the pipeline in {@link
 * dev.pacesetter.metrics.pipeline.Waterfall}, price, volume and mix in {@link
 * dev.pacesetter.metrics.gap}, time in stage and stalling in {@link
 * dev.pacesetter.metrics.conversion.StageHistory}. A response rate has no facts: surveys are known
 * when they are answered.
 */
@NullMarked
package dev.pacesetter.kpi;

import org.jspecify.annotations.NullMarked;
