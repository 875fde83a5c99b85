package dev.pacesetter.persistence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A document as it was saved once.
 *
 * @param key which document
 * @param revision 1 for the first save, then 2, 3, … without gaps
 * @param savedAt when it was saved, as the caller says, to the nanosecond
 * @param body its content
 */
public record DocumentRevision(DocumentKey key, long revision, Instant savedAt, Fields body) {

  /** Checks the revision. */
  public DocumentRevision {
    requireNonNull(key, "key");
    requireNonNull(savedAt, "savedAt");
    requireNonNull(body, "body");
    checkArgument(
        revision >= 1, "DocumentRevision of %s is %s; it must be at least 1", key, revision);
  }
}
