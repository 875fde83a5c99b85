package dev.pacesetter.plan;

import com.google.common.primitives.ImmutableDoubleArray;
import java.time.LocalDate;

/**
 * The history behind the weights of a plan: what was credited, and how it became a weight.
 *
 * <p>The weight of a person, product and month is, up to a common factor, {@code daily · season ·
 * days}; the formulas of the first two stand at {@link Weights#history}.
 *
 * @param start the first day of which something is known
 * @param last the last day of it
 * @param priorDays how many average days were added to everybody's
 * @param credits how many credits above 0 the people of the plan had for its products in that time
 * @param credited what was credited to each person for each product, products running fastest
 * @param daysPresent on how many working days each person was there
 * @param daily what each person sells of each product on a day, smoothed; products running fastest
 * @param season how busy a working day of each month of the plan is, 1 being their average
 * @param daysPlanned on how many working days each person is there in each month of the plan,
 *     months running fastest
 */
public record HistoryBasis(
    LocalDate start,
    LocalDate last,
    int priorDays,
    int credits,
    ImmutableDoubleArray credited,
    ImmutableDoubleArray daysPresent,
    ImmutableDoubleArray daily,
    ImmutableDoubleArray season,
    ImmutableDoubleArray daysPlanned) {}
