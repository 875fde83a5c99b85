/**
 * Storage as a plug: a journal port and a document port, the store that keeps both in memory, and
 * the repositories of the sales loop over them.
 */
module dev.pacesetter.persistence {
  requires transitive com.google.common;
  requires transitive dev.pacesetter.core;
  requires transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports dev.pacesetter.persistence;
  exports dev.pacesetter.persistence.repository;

  uses dev.pacesetter.persistence.StoreProvider;

  provides dev.pacesetter.persistence.StoreProvider with
      dev.pacesetter.persistence.memory.MemoryStoreProvider;
}
