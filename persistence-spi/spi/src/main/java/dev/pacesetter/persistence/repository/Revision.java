package dev.pacesetter.persistence.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A value as it was saved once.
 *
 * @param id the id of the document, see {@link Repository#idOf}
 * @param number 1 for the first save, then 2, 3, … without gaps
 * @param savedAt when it was saved, as the caller said
 * @param value what was saved
 * @param <T> the type of the value
 */
public record Revision<T>(String id, long number, Instant savedAt, T value) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Revision {
    requireNonNull(id, "id");
    requireNonNull(savedAt, "savedAt");
    requireNonNull(value, "value");
    checkArgument(number >= 1, "revision of %s is %s; it must be at least 1", id, number);
  }
}
