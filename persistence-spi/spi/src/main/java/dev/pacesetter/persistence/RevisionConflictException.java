package dev.pacesetter.persistence;

/** Somebody else saved the document first; read it again and decide. */
public final class RevisionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient DocumentKey key;
  private final long expected;
  private final long found;

  /**
   * Creates the exception.
   *
   * @param key the document
   * @param expected the revision the caller had seen last, 0 for "does not exist yet"
   * @param found the latest revision there, 0 for "does not exist"
   */
  public RevisionConflictException(DocumentKey key, long expected, long found) {
    super(
        "Document %s is at revision %d, expected %d; save with the revision read last, 0 for a new document"
            .formatted(key, found, expected));
    this.key = key;
    this.expected = expected;
    this.found = found;
  }

  /**
   * Returns which document.
   *
   * @return the key
   */
  public DocumentKey key() {
    return key;
  }

  /**
   * Returns the revision the caller had seen last.
   *
   * @return the revision, 0 for "does not exist yet"
   */
  public long expected() {
    return expected;
  }

  /**
   * Returns the latest revision in the store.
   *
   * @return the revision, 0 for "does not exist"
   */
  public long found() {
    return found;
  }
}
