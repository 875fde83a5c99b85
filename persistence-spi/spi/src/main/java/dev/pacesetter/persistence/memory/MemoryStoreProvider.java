package dev.pacesetter.persistence.memory;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.StoreProvider;

/** Opens {@code memory:}, a new and empty store at each opening. */
public final class MemoryStoreProvider implements StoreProvider {

  /** For {@link java.util.ServiceLoader}. */
  public MemoryStoreProvider() {}

  @Override
  public String forms() {
    return "memory:";
  }

  @Override
  public boolean supports(String url) {
    return url.equals("memory:");
  }

  @Override
  public Store open(String url) {
    return new MemoryStore();
  }
}
