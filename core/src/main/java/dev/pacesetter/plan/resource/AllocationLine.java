package dev.pacesetter.plan.resource;

/**
 * What one alternative is given.
 *
 * @param id the alternative
 * @param amount how much, in units of the resource
 * @param response what comes back in all
 * @param marginal what one lot more would return for each unit of it; 0 where there is no room for
 *     one
 */
public record AllocationLine(String id, long amount, double response, double marginal) {}
