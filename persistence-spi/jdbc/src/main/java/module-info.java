/** Journals and documents in H2 or PostgreSQL. */
module dev.pacesetter.persistence.jdbc {
  requires transitive dev.pacesetter.persistence;
  requires transitive java.sql;
  requires com.fasterxml.jackson.core;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires org.slf4j;

  exports dev.pacesetter.persistence.jdbc;

  provides dev.pacesetter.persistence.StoreProvider with
      dev.pacesetter.persistence.jdbc.JdbcStoreProvider;
}
