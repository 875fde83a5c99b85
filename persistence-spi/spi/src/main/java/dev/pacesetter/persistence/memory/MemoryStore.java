package dev.pacesetter.persistence.memory;

import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Workspace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Journals and documents by workspace. */
final class MemoryStore implements Store {

  private final Map<Workspace, JournalPort> journals = new ConcurrentHashMap<>();
  private final Map<Workspace, DocumentPort> documents = new ConcurrentHashMap<>();
  private volatile boolean closed;

  @Override
  public JournalPort journal(Workspace workspace) {
    checkOpen();
    return journals.computeIfAbsent(workspace, w -> new MemoryJournal(this));
  }

  @Override
  public DocumentPort documents(Workspace workspace) {
    checkOpen();
    return documents.computeIfAbsent(workspace, w -> new MemoryDocuments(this));
  }

  @Override
  public void close() {
    closed = true;
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("Store memory: is closed; open it again to use it");
    }
  }
}
