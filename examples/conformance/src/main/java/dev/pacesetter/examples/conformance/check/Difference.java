package dev.pacesetter.examples.conformance.check;

/**
 * The first place at which an answer is not the expected one.
 *
 * @param path where, such as {@code count_by_step[1]}
 * @param expected what is expected there, as JSON
 * @param got what the library answers there, as JSON or in words
 */
public record Difference(String path, String expected, String got) {}
