package dev.pacesetter.examples.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code people.csv}.
 *
 * @param id {@code person_id}
 * @param name {@code name}
 * @param team {@code team}: id of the team
 * @param role {@code role}
 * @param startDate {@code start_date}: first day in the team
 * @param endDate {@code end_date}: last day in the team, or null for somebody who is still there
 */
public record Person(
    String id,
    String name,
    String team,
    String role,
    LocalDate startDate,
    @Nullable LocalDate endDate) {}
