package dev.pacesetter.examples.simulator;

import java.time.Instant;

/**
 * A row of {@code quotes.csv}: an offer with its price.
 *
 * <p>{@code netValue = listValue × (1 - discount)}, where the discount is a multiple of 0.5 %; half
 * a minor unit is rounded up.
 *
 * @param id {@code quote_id}
 * @param quotedAt {@code quoted_at}
 * @param listValue {@code list_value}: list price times quantity, in minor units
 * @param netValue {@code net_value}: in minor units, from 1 to {@code listValue}
 */
public record Quote(String id, Instant quotedAt, long listValue, long netValue) {}
