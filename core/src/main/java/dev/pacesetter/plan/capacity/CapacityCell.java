package dev.pacesetter.plan.capacity;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;

/**
 * What one person can be expected to sell in one month as a member of one team.
 *
 * @param person the person's id
 * @param teams the ids of their team and of all above it, from the bottom to the top; none for
 *     somebody in no team
 * @param month the month
 * @param daysPresent working days on which they are there, at whatever share of full time
 * @param quota their full quota for the whole period, in minor units
 * @param heads the share of the period's full quota that they can carry in the month: 1 for a fully
 *     ramped person at full time, there on every working day, over all months together
 * @param amount minor units that can be expected, {@code quota × heads × attainment} rounded with
 *     all others
 */
public record CapacityCell(
    String person,
    ImmutableList<String> teams,
    Period month,
    int daysPresent,
    long quota,
    double heads,
    long amount) {}
