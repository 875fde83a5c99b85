/**
 * What is measured: the catalogue of metrics and how they bind to the journal.
 *
 * <p>A {@link dev.pacesetter.kpi.Kpi} has a stable id, a version, a unit, a direction, a time basis
 * and a definition in words; rival definitions have their own ids. {@link dev.pacesetter.kpi.Kpis}
 * is the catalogue. A metric is measured over {@link dev.pacesetter.kpi.SalesFacts} for a {@link
 * dev.pacesetter.organization.Scope} and a {@link dev.pacesetter.calendar.Period}. A metric that is
 * a sum of {@link dev.pacesetter.kpi.Credits credits} is an {@link dev.pacesetter.kpi.AdditiveKpi}:
 * it can be planned, split and added up.
 */
@NullMarked
package dev.pacesetter.kpi;

import org.jspecify.annotations.NullMarked;
