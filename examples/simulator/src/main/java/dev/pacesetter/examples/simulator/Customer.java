package dev.pacesetter.examples.simulator;

/**
 * A row of {@code customers.csv}.
 *
 * @param id {@code customer_id}
 * @param name {@code name}
 * @param segment {@code segment}: SMB, Mid-market or Enterprise
 * @param country {@code country}: ISO 3166 code of two letters
 */
public record Customer(String id, String name, String segment, String country) {}
