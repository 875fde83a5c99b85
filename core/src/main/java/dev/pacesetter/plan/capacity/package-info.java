/**
 * What people can be expected to sell: quota times ramp times presence times expected attainment.
 *
 * <p>A {@link dev.pacesetter.plan.capacity.Workforce} collects quotas, planned absences, a season
 * and the {@link dev.pacesetter.plan.capacity.ExpectedAttainment expected attainment}; holidays,
 * joiners, leavers, part time and ramps it knows from calendar and organization. The {@link
 * dev.pacesetter.plan.capacity.Capacity} of a period is a table of whole amounts by person and
 * month, each a {@link dev.pacesetter.plan.capacity.CapacityCell}; it tells {@link
 * dev.pacesetter.plan.capacity.CapacityStep step by step} what is lost between the full quotas and
 * it, and what is lacking to a target: a {@link dev.pacesetter.plan.capacity.CapacityGap} in money
 * and in heads.
 */
@NullMarked
package dev.pacesetter.plan.capacity;

import org.jspecify.annotations.NullMarked;
