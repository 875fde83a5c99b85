package dev.pacesetter.persistence;

import org.jspecify.annotations.Nullable;

/** The backend failed: it cannot be opened or reached, refused, or holds what nobody can read. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was tried, on what, and what would help; no passwords
   * @param cause the backend's own words, if there are any
   */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
