/** The promises of the storage SPI as tests, for implementors to extend. */
module dev.pacesetter.persistence.contract {
  requires transitive dev.pacesetter.persistence;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;

  exports dev.pacesetter.persistence.contract;

  // JUnit calls the tests of the nested classes by reflection
  opens dev.pacesetter.persistence.contract to
      org.junit.platform.commons;
}
