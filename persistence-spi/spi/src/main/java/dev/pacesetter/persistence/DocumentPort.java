package dev.pacesetter.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;

/**
 * The documents of one workspace: every revision is kept, nothing is ever deleted.
 *
 * <p>Safe for use by many threads and, where the store is shared, by many processes. A backend
 * implements {@link #save}, {@link #latest}, {@link #history} and {@link #list}; the others follow
 * from these and are overridden only for speed.
 */
public interface DocumentPort {

  /**
   * Saves the next revision of a document, if nobody saved one since the caller read it.
   *
   * @param key which document
   * @param body its content
   * @param expectedRevision the latest revision the caller knows, 0 if the document is new
   * @param savedAt when, as the caller says; need not be later than the revision before
   * @return the new revision, number {@code expectedRevision + 1}
   * @throws RevisionConflictException if the latest revision is another; nothing was saved
   * @throws IllegalArgumentException if {@code expectedRevision} is negative
   * @throws StoreException if the store fails; nothing was saved
   * @throws IllegalStateException if the store is closed
   */
  DocumentRevision save(DocumentKey key, Fields body, long expectedRevision, Instant savedAt);

  /**
   * Saves a document only if its latest revision says something else, so that importing twice
   * changes nothing.
   *
   * @param key which document
   * @param body its content
   * @param savedAt when, as the caller says
   * @return the new revision, or the latest one if its body is equal
   * @throws RevisionConflictException if somebody else saves the document at the same moment
   * @throws StoreException if the store fails; nothing was saved
   * @throws IllegalStateException if the store is closed
   */
  default DocumentRevision saveIfChanged(DocumentKey key, Fields body, Instant savedAt) {
    Optional<DocumentRevision> latest = latest(key);
    return latest
        .filter(revision -> revision.body().equals(body))
        .orElseGet(
            () -> save(key, body, latest.map(DocumentRevision::revision).orElse(0L), savedAt));
  }

  /**
   * Returns the latest revision of a document.
   *
   * @param key which document
   * @return the revision, empty if there is no such document
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  Optional<DocumentRevision> latest(DocumentKey key);

  /**
   * Returns a document as it was at an instant: of the revisions with {@code savedAt <= asOf} the
   * one with the highest number.
   *
   * @param key which document
   * @param asOf the instant, itself included
   * @return the revision, empty if there was none yet
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  default Optional<DocumentRevision> latestAsOf(DocumentKey key, Instant asOf) {
    return history(key).stream()
        .filter(revision -> !revision.savedAt().isAfter(asOf))
        .reduce((earlier, later) -> later);
  }

  /**
   * Returns every revision of a document.
   *
   * @param key which document
   * @return the revisions 1, 2, 3, …; empty if there is no such document
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  ImmutableList<DocumentRevision> history(DocumentKey key);

  /**
   * Returns the latest revision of every document of a kind.
   *
   * @param kind which kind
   * @return the revisions by id, as {@link String#compareTo} orders ids
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  ImmutableList<DocumentRevision> list(String kind);

  /**
   * Returns every document of a kind as it was at an instant.
   *
   * @param kind which kind
   * @param asOf the instant, itself included
   * @return the revisions by id, as {@link String#compareTo} orders ids; documents that did not
   *     exist yet are left out
   * @throws StoreException if the store fails
   * @throws IllegalStateException if the store is closed
   */
  default ImmutableList<DocumentRevision> listAsOf(String kind, Instant asOf) {
    return list(kind).stream()
        .flatMap(latest -> latestAsOf(latest.key(), asOf).stream())
        .collect(toImmutableList());
  }
}
