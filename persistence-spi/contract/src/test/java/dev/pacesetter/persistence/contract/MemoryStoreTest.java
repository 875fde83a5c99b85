package dev.pacesetter.persistence.contract;

import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;

class MemoryStoreTest extends StoreContract {

  @Override
  protected Store open() {
    return Stores.open("memory:");
  }

  @Override
  protected boolean isDurable() {
    return false;
  }
}
