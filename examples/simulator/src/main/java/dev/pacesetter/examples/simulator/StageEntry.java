package dev.pacesetter.examples.simulator;

import java.time.Instant;

/**
 * A row of {@code stage_history.csv}: an opportunity entered a stage.
 *
 * @param stage {@code stage}
 * @param enteredAt {@code entered_at}
 */
public record StageEntry(Stage stage, Instant enteredAt) {}
