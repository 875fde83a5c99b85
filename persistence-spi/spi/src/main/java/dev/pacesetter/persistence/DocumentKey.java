package dev.pacesetter.persistence;

/**
 * Which document: what kind of thing it is, and which one.
 *
 * @param kind such as {@code goal} or {@code plan}; 1 to 64 characters, not only spaces, no control
 *     characters
 * @param id unique among its kind in its workspace; 1 to 200 characters, as {@code kind}
 */
public record DocumentKey(String kind, String id) {

  /** Checks both parts. */
  public DocumentKey {
    Names.check("DocumentKey kind", kind, 64);
    Names.check("DocumentKey id", id, 200);
  }

  /**
   * Returns the key of a document.
   *
   * @param kind see {@link DocumentKey}
   * @param id see {@link DocumentKey}
   * @return the key
   * @throws IllegalArgumentException if a part is not allowed
   */
  public static DocumentKey of(String kind, String id) {
    return new DocumentKey(kind, id);
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
