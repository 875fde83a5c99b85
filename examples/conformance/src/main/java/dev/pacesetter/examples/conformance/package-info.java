/**
 * Compares the library's answers with those of other software.
 *
 * <p>{@link dev.pacesetter.examples.conformance.ConformanceProgram} is the command line. {@code
 * CaseFiles} reads files of one JSON object a line, the suites of the packages {@code funnel} and
 * {@code statistics} ask the library, {@code Results} counts, and {@code TextReport} and {@code
 * JsonReport} tell.
 */
@NullMarked
package dev.pacesetter.examples.conformance;

import org.jspecify.annotations.NullMarked;
