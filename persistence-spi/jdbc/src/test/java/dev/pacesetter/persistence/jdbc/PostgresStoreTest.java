package dev.pacesetter.persistence.jdbc;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.contract.StoreContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest extends StoreContract {

  @RegisterExtension static final PostgresServer SERVER = new PostgresServer();

  private static String url = "";

  @BeforeAll
  static void createDatabase() {
    url = SERVER.newDatabase("contract");
  }

  @Override
  protected Store open() {
    return Stores.open(url);
  }
}
