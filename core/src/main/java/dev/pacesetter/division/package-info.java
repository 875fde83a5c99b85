/**
 * Whole amounts divided over a table of any number of axes, so that every sum asked for is exact.
 *
 * <p>{@link dev.pacesetter.division.Apportionment} divides one number alone. {@link
 * dev.pacesetter.division.Division} divides a total along named axes in proportion to weights, with
 * amounts that a {@link dev.pacesetter.division.Part} must have, at least or at most, in units and
 * lots. The {@link dev.pacesetter.division.DividedTable} that comes out knows its real shares, how
 * it was rounded, and whether everything asked for could be had in whole units. Where nothing can
 * meet the {@link dev.pacesetter.division.Requirement requirements}, {@link
 * dev.pacesetter.division.InfeasibleDivisionException} names a set of them of which none could be
 * left out without the rest becoming possible.
 *
 * <p>The two steps of it can be had alone: {@link dev.pacesetter.division.ProportionalFitting} and
 * {@link dev.pacesetter.division.ControlledRounding}.
 *
 * <p>How it is computed: the weights are scaled until the sums lie where they must, which gives the
 * table nearest to the weights in relative entropy; that is rounded axis by axis under control, so
 * that each amount is the floor or the ceiling of its real share. Where weights of 0 and caps leave
 * that no way, two families of nested sums are rounded at once, or a search finds amounts. Nothing
 * here knows a goal or a person: places are names, amounts are whole numbers of whatever is
 * divided.
 */
@NullMarked
package dev.pacesetter.division;

import org.jspecify.annotations.NullMarked;
