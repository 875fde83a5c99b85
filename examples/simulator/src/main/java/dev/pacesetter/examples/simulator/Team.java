package dev.pacesetter.examples.simulator;

/**
 * A row of {@code teams.csv}.
 *
 * @param id {@code team_id}
 * @param name {@code name}
 * @param parent {@code parent}: id of the team above, empty for the topmost
 */
public record Team(String id, String name, String parent) {}
