/**
 * The promises of the storage SPI as tests.
 *
 * <p>A backend proves itself by extending {@link dev.pacesetter.persistence.contract.StoreContract}
 * with JUnit Jupiter on the class path:
 *
 * <pre>{@code
 * class RedisStoreTest extends StoreContract {
 *   @Override
 *   protected Store open() {
 *     return Stores.open("redis://localhost:" + server.port());
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.pacesetter.persistence.contract;

import org.jspecify.annotations.NullMarked;
