package dev.pacesetter.persistence;

/**
 * Where journals and documents are kept.
 *
 * <p>A port belongs to one workspace and no call can cross workspaces. A workspace needs no
 * creation: one that was never written to is empty. Ports are cheap to ask for and live as long as
 * the store.
 */
public interface Store extends AutoCloseable {

  /**
   * Returns the journal of a workspace.
   *
   * @param workspace whose
   * @return the port, safe for use by many threads
   * @throws IllegalStateException if the store is closed
   */
  JournalPort journal(Workspace workspace);

  /**
   * Returns the documents of a workspace.
   *
   * @param workspace whose
   * @return the port, safe for use by many threads
   * @throws IllegalStateException if the store is closed
   */
  DocumentPort documents(Workspace workspace);

  /** Releases what the store holds. Every later call but this one is refused. */
  @Override
  void close();
}
