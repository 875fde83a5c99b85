package dev.pacesetter.examples.review.mapping;

/**
 * A value exchanged for another with the help of a second file.
 *
 * @param file the second file, one of the mapping's
 * @param by its column in which the value is looked for
 * @param take its column with the value taken instead
 */
public record Lookup(String file, String by, String take) {}
