/**
 * Why actual and plan, or two periods, differ: in amounts that add up to the cent.
 *
 * <p>Revenue is a product: deals times win rate times value times the price kept after discount.
 * {@link dev.pacesetter.metrics.gap.DriverCells} holds these drivers for each person and product,
 * once as planned and once as it came. {@link dev.pacesetter.metrics.gap.Gap} gives each driver its
 * part of the difference, by Shapley's rule or as classic price, volume and mix; a {@link
 * dev.pacesetter.metrics.gap.GapLine} is one line of it, for a cell, a group of cells or all.
 *
 * <p>Parts are settled in each cell and only then added up, so what all lines of a report say about
 * a driver is the same as what the total says.
 */
@NullMarked
package dev.pacesetter.metrics.gap;

import org.jspecify.annotations.NullMarked;
