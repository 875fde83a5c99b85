/**
 * Two small ports, so that a new backend is an afternoon.
 *
 * <p>{@link dev.pacesetter.persistence.Stores#open} finds a {@link
 * dev.pacesetter.persistence.Store} from a URL by asking every {@link
 * dev.pacesetter.persistence.StoreProvider} on the class path. A store keeps the data of many
 * {@link dev.pacesetter.persistence.Workspace workspaces} apart and hands out two ports for each:
 *
 * <ul>
 *   <li>the {@link dev.pacesetter.persistence.JournalPort}, append-only, of {@link
 *       dev.pacesetter.persistence.EventRecord}s: idempotent by event id, numbered without gaps,
 *       readable from a position and as of an instant;
 *   <li>the {@link dev.pacesetter.persistence.DocumentPort}, of {@link
 *       dev.pacesetter.persistence.DocumentRevision}s under a {@link
 *       dev.pacesetter.persistence.DocumentKey}: every revision is kept, and two people who change
 *       the same revision cannot both win.
 * </ul>
 *
 * <p>Both carry {@link dev.pacesetter.persistence.Fields}, a tree of plain values, so that a
 * backend needs no knowledge of sales. The contract kit ({@code pacesetter-persistence-contract})
 * is the test a backend extends to know that it keeps these promises.
 */
@NullMarked
package dev.pacesetter.persistence;

import org.jspecify.annotations.NullMarked;
