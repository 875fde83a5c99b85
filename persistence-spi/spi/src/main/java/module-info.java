/**
 * Storage as a plug: a journal port and a document port, and the store that keeps both in memory.
 */
module dev.pacesetter.persistence {
  requires transitive com.google.common;
  requires transitive dev.pacesetter.core;
  requires transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports dev.pacesetter.persistence;

  uses dev.pacesetter.persistence.StoreProvider;

  provides dev.pacesetter.persistence.StoreProvider with
      dev.pacesetter.persistence.memory.MemoryStoreProvider;
}
