package dev.pacesetter.examples.simulator;

import java.time.Instant;

/**
 * A row of {@code surveys.csv}: the customer of a won opportunity answered.
 *
 * @param id {@code survey_id}
 * @param kind {@code kind}: csat, scored 1 to 5, or nps, scored 0 to 10
 * @param score {@code score}
 * @param answeredAt {@code answered_at}
 */
public record Survey(String id, String kind, int score, Instant answeredAt) {}
