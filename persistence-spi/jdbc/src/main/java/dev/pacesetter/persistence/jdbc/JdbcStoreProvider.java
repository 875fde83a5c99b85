package dev.pacesetter.persistence.jdbc;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.StoreProvider;

/** Opens {@code jdbc:h2:…} and {@code jdbc:postgresql:…}. */
public final class JdbcStoreProvider implements StoreProvider {

  /** For {@link java.util.ServiceLoader}. */
  public JdbcStoreProvider() {}

  @Override
  public String forms() {
    return "jdbc:h2:file:PATH, jdbc:h2:mem:NAME, jdbc:postgresql://HOST/DATABASE";
  }

  @Override
  public boolean supports(String url) {
    return Database.of(url).isPresent();
  }

  @Override
  public Store open(String url) {
    return JdbcStore.open(url);
  }
}
