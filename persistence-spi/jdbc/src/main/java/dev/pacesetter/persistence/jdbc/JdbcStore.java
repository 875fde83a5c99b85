package dev.pacesetter.persistence.jdbc;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.StoreException;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import javax.sql.DataSource;

/**
 * Journals and documents in H2 or PostgreSQL.
 *
 * <p>Several stores, in several processes, may share one database.
 */
public final class JdbcStore implements Store {

  private final Transactions transactions;
  private final Runnable onClose;

  private JdbcStore(String name, DataSource dataSource, Runnable onClose) {
    this.transactions = new Transactions(name, dataSource);
    this.onClose = onClose;
  }

  /**
   * Opens the database of a URL and brings its tables up to date.
   *
   * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}; see the package for settings
   * @return the open store, with a pool of connections of its own that ends with it
   * @throws IllegalArgumentException if the URL is of another database or incomplete
   * @throws StoreException if the database cannot be opened, or its tables are of a later version
   */
  public static JdbcStore open(String url) {
    String name = Stores.withoutSecrets(url);
    Database database =
        Database.of(url)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Store URL is \"%s\"; it must be one of: %s"
                            .formatted(name, new JdbcStoreProvider().forms())));
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(database.connectionsTo(url));
    } catch (RuntimeException e) {
      throw e instanceof StoreException || e instanceof IllegalArgumentException
          ? e
          : Failures.opening(name, e);
    }
    try {
      Schema.update(name, pool);
      return new JdbcStore(name, pool, pool::close);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Opens a store over a data source of the host application and brings its tables up to date.
   *
   * @param dataSource connections to H2 or PostgreSQL, in auto-commit mode, one for each thread
   *     that uses the store at the same time; stays open when the store is closed
   * @return the open store
   * @throws StoreException if the database cannot be reached, or its tables are of a later version
   */
  public static JdbcStore over(DataSource dataSource) {
    String name = requireNonNull(dataSource, "dataSource").getClass().getSimpleName();
    Schema.update(name, dataSource);
    return new JdbcStore(name, dataSource, () -> {});
  }

  @Override
  public JournalPort journal(Workspace workspace) {
    transactions.checkOpen();
    return new JdbcJournal(transactions, workspace);
  }

  @Override
  public DocumentPort documents(Workspace workspace) {
    transactions.checkOpen();
    return new JdbcDocuments(transactions, workspace);
  }

  @Override
  public void close() {
    if (transactions.close()) {
      onClose.run();
    }
  }
}
