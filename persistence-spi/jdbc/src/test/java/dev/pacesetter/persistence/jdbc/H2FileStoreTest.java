package dev.pacesetter.persistence.jdbc;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.contract.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FileStoreTest extends StoreContract {

  @TempDir private static Path folder;

  @Override
  protected Store open() {
    return Stores.open("jdbc:h2:file:" + folder.resolve("sales"));
  }
}
