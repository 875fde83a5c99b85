/**
 * Events as columns: who did what, when, worth how much, and along which dimensions.
 *
 * <p>An {@link dev.pacesetter.metrics.event.EventTable} is immutable and keeps the rows of a
 * subject together, in the order of time. It is built row by row, in any order of arrival:
 *
 * <pre>{@code
 * EventTable table =
 *     EventTable.builder("product")
 *         .row("deal-17", "proposal", Instant.parse("2026-03-09T10:00:00Z")).with("product", "GTX Pro")
 *         .row("deal-17", "lead", Instant.parse("2026-03-02T09:30:00Z")).with("product", "GTX Pro")
 *         .build();
 * }</pre>
 *
 * <p>or from an iterator, or from arrays of primitives by {@link
 * dev.pacesetter.metrics.event.EventColumns}. Tables can be sliced and partitioned by subject
 * without copying, and concatenated. They are safe to share between threads.
 */
@NullMarked
package dev.pacesetter.metrics.event;

import org.jspecify.annotations.NullMarked;
