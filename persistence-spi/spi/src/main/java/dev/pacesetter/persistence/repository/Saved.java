package dev.pacesetter.persistence.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * What became of a save.
 *
 * @param id the id of the document, see {@link Repository#idOf}
 * @param revision the number of the revision that holds the value now, from 1
 * @param changed whether that revision is new; false if the latest one said the same already
 */
public record Saved(String id, long revision, boolean changed) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Saved {
    requireNonNull(id, "id");
    checkArgument(revision >= 1, "revision of %s is %s; it must be at least 1", id, revision);
  }
}
