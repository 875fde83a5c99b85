package dev.pacesetter.examples.simulator;

/**
 * A row of {@code products.csv}.
 *
 * @param id {@code product_id}
 * @param name {@code name}
 * @param line {@code line}: the product line
 * @param listPrice {@code list_price}: price of one piece in minor units, such as cents
 */
public record Product(String id, String name, String line, long listPrice) {}
