package dev.pacesetter.persistence.jdbc;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.contract.StoreContract;

class H2MemoryStoreTest extends StoreContract {

  @Override
  protected Store open() {
    return Stores.open("jdbc:h2:mem:sales");
  }

  @Override
  protected boolean isDurable() {
    return false;
  }
}
