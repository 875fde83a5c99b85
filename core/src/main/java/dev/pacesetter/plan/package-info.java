/**
 * Plans that add up to the cent, whichever way one adds.
 *
 * <p>{@link dev.pacesetter.plan.SalesPlan#forGoal} begins a {@link
 * dev.pacesetter.plan.Decomposition}: a goal is divided among people, products, months and whatever
 * else is asked for, by {@link dev.pacesetter.plan.Weights} from history, potential, {@link
 * dev.pacesetter.plan.capacity capacity}, evenly or as given, with targets, floors and caps of any
 * part held exactly. The {@link dev.pacesetter.plan.SalesPlan} that comes out is a dense table;
 * every {@link dev.pacesetter.plan.PlanCell} says {@link dev.pacesetter.plan.PlanReason why} it is
 * what it is, back to the history behind its weight. Where what is asked for contradicts itself,
 * the goal or the presence of people, {@link dev.pacesetter.plan.InfeasiblePlanException} names the
 * least of it that does.
 *
 * <p>{@link dev.pacesetter.plan.PlanComparison} lays two plans side by side, line by line. What
 * people can carry stands in {@link dev.pacesetter.plan.capacity}, what a goal takes of each step
 * before a deal in {@link dev.pacesetter.plan.need}, where hours and money return most in {@link
 * dev.pacesetter.plan.resource}.
 *
 * <p>How it is computed stands in {@link dev.pacesetter.division}.
 */
@NullMarked
package dev.pacesetter.plan;

import org.jspecify.annotations.NullMarked;
