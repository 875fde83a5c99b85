package dev.pacesetter.examples.simulator;

import java.time.Instant;

/**
 * A row of {@code activities.csv}: a person did something for an opportunity.
 *
 * @param id {@code activity_id}
 * @param person {@code person_id}: the owner at that time
 * @param kind {@code kind}: call, visit, meeting, demo, negotiation or email
 * @param at {@code at}
 */
public record Activity(String id, String person, String kind, Instant at) {}
