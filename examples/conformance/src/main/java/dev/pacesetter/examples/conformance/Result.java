package dev.pacesetter.examples.conformance;

import dev.pacesetter.examples.conformance.check.Check;

/**
 * A check and where its case stands.
 *
 * @param file the file
 * @param line the line, from 1
 * @param check how it came out
 */
record Result(String file, long line, Check check) {}
