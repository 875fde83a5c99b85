/**
 * The values of the sales loop in a store: facts, and versioned documents.
 *
 * <p>Start with {@link dev.pacesetter.persistence.repository.LoopStore}, everything that one
 * workspace keeps: it appends facts and gives back a {@link dev.pacesetter.journal.Journal}, and
 * has a {@link dev.pacesetter.persistence.repository.Repository} for each kind of document, which
 * {@linkplain dev.pacesetter.persistence.repository.Saved saves} only what changed and keeps every
 * {@link dev.pacesetter.persistence.repository.Revision}.
 *
 * <p>Agreements and the {@linkplain dev.pacesetter.persistence.repository.LedgerRepository goal
 * ledger} only go on from what is stored; who would overwrite what somebody else added gets a
 * {@link dev.pacesetter.persistence.repository.DivergedException}.
 *
 * <pre>{@code
 * LoopStore loop = LoopStore.of(store, Workspace.of("emea"));
 * loop.append(events);
 * Review review = ReviewRound.standard().review(facts, period, loop.goals().all());
 * loop.reviews().save(review, now);
 * }</pre>
 *
 * <p>What is stored is plain: a record is written as one field for each component, a metric as
 * {@code won.value@1}, a scope as {@code team=emea}, and reads back equal. What this version cannot
 * understand is refused with an {@link
 * dev.pacesetter.persistence.repository.UnreadableFieldsException}, never dropped.
 */
@NullMarked
package dev.pacesetter.persistence.repository;

import org.jspecify.annotations.NullMarked;
