/**
 * Plans that add up to the cent, whichever way one adds.
 *
 * <p>{@link dev.pacesetter.plan.SalesPlan#forGoal} begins a {@link
 * dev.pacesetter.plan.Decomposition}: a goal is divided among people, products and months, by
 * {@link dev.pacesetter.plan.Weights} from history, evenly or as given, with any targets of people,
 * products and months held exactly. The {@link dev.pacesetter.plan.SalesPlan} that comes out is a
 * dense table; every {@link dev.pacesetter.plan.PlanCell} says {@link
 * dev.pacesetter.plan.PlanReason why} it is what it is. Where the given targets contradict each
 * other or the presence of people, {@link dev.pacesetter.plan.InfeasiblePlanException} names which.
 * {@link dev.pacesetter.plan.Apportionment} divides one number alone.
 *
 * <p>How it is computed: the weights are scaled to the targets by iterative proportional fitting,
 * then rounded under control, first product by month and then people within those, so that every
 * cell is the floor or the ceiling of its real share and every margin is exact.
 */
@NullMarked
package dev.pacesetter.plan;

import org.jspecify.annotations.NullMarked;
