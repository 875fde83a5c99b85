/**
 * What people get to see: one page a language, notes, and the same numbers as JSON.
 *
 * <p>A {@code ReviewPage} is laid out from text that is already written; a {@code HtmlPage} turns
 * it into a single file.
 */
@NullMarked
package dev.pacesetter.examples.review.report;

import org.jspecify.annotations.NullMarked;
