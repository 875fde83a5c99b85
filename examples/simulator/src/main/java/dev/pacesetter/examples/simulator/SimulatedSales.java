package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;

/**
 * A simulated company in memory: the rows of its export, and the truth.
 *
 * @param settings what was simulated
 * @param teams the teams, the one above the others first
 * @param people the sellers, in the order of ids
 * @param products the products, in the order of ids
 * @param customers the customers, in the order of ids
 * @param deals the deals, in the order of creation
 * @param truth what is true about all of them
 */
public record SimulatedSales(
    SimulationSettings settings,
    ImmutableList<Team> teams,
    ImmutableList<Person> people,
    ImmutableList<Product> products,
    ImmutableList<Customer> customers,
    ImmutableList<Deal> deals,
    Truth truth) {}
